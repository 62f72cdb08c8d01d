import * as z from "zod";
import { appLimitSchema } from "./app-limits";

/**
 * What the agent (sandbox-templates/agent) and the AgentRunner say to each other: one JSON value a line, commands on
 * the agent's standard input, replies and events on its standard output.
 */

export const modeSchema = z.enum(["development", "production"]);
export type Mode = z.infer<typeof modeSchema>;

const headersSchema = z.array(z.tuple([z.string(), z.string()]));
export type HeaderList = [name: string, value: string][];

/** A request without any of a browser's rules: any header, any method, redirects not followed, no cookies kept. */
export const rawRequestSchema = z.object({
	method: z.string().max(20),
	/** Path and query on the app, starting with `/`. */
	path: z.string().startsWith("/"),
	headers: headersSchema.default([]),
	/** The body's bytes in base64; empty for none. */
	body: z.base64().default(""),
	/** Milliseconds until the whole answer must be here; then the reply is an error `no-answer`. */
	timeoutMs: z.number().int().positive().max(120_000).default(15_000),
});
export type RawRequest = z.input<typeof rawRequestSchema>;

export const rawResponseSchema = z.object({
	status: z.number(),
	headers: headersSchema,
	/** base64 */
	body: z.string(),
	durationMs: z.number(),
	/** The id of the recorded exchange this request became. */
	exchangeId: z.string(),
});
export type RawResponse = z.infer<typeof rawResponseSchema>;

/** The state of the Next.js process. */
export const nextStatusSchema = z.discriminatedUnion("state", [
	z.object({ state: z.literal("stopped") }),
	z.object({
		state: z.literal("starting"),
		mode: modeSchema,
		stage: z.enum(["building", "starting", "warming"]),
	}),
	z.object({
		state: z.literal("ready"),
		mode: modeSchema,
		port: z.number(),
		/** Its heap is filling up: restart it at the next change of files, before it ends by itself. */
		memoryLow: z.boolean().optional(),
	}),
	/** The process lives but its event loop has been blocked for `blockedMs`: a loop that never ends. */
	z.object({ state: z.literal("unresponsive"), mode: modeSchema, port: z.number(), blockedMs: z.number() }),
	/** It ended without being asked to. */
	z.object({
		state: z.literal("exited"),
		mode: modeSchema,
		code: z.number().nullable(),
		signal: z.string().nullable(),
		logTail: z.string(),
		/** It was `next build` that ended: the same files will not build the next time either. */
		building: z.boolean().optional(),
		/** It ended before it was ready for the first request. */
		starting: z.boolean().optional(),
		/** The agent ended it; why, as a sentence. */
		reason: z.string().optional(),
		/** It was ended because it used too much of this. */
		limit: appLimitSchema.optional(),
	}),
]);
export type NextStatus = z.infer<typeof nextStatusSchema>;

export const logEntrySchema = z.object({
	/** Counts up within one agent. */
	seq: z.number(),
	/** Milliseconds since the epoch. */
	at: z.number(),
	stream: z.enum(["stdout", "stderr"]),
	/** One line, colour codes removed. */
	text: z.string(),
});
export type LogEntry = z.infer<typeof logEntrySchema>;

export const bodySchema = z.object({
	encoding: z.enum(["utf8", "base64"]),
	data: z.string(),
	/** Bytes of the whole body; `data` holds less when `truncated`. */
	size: z.number(),
	truncated: z.boolean(),
});
export type RecordedBody = z.infer<typeof bodySchema>;

/** A row of the app's data that differs between the beginning and the end of an exchange; `null`: it was not there. */
export const dataChangeSchema = z.object({
	table: z.string(),
	before: z.record(z.string(), z.unknown()).nullable(),
	after: z.record(z.string(), z.unknown()).nullable(),
});
export type DataChange = z.infer<typeof dataChangeSchema>;

/** One recorded request and its response, as the Next.js process saw them. */
export const exchangeSchema = z.object({
	id: z.string(),
	seq: z.number(),
	/** When it began, milliseconds since the epoch. */
	at: z.number(),
	durationMs: z.number(),
	/** `agent`: a raw request of a check; `preview`: anything else, mostly the preview's browser. */
	initiator: z.enum(["agent", "preview"]),
	method: z.string(),
	/** Path and query. */
	url: z.string(),
	requestHeaders: headersSchema,
	requestBody: bodySchema,
	status: z.number(),
	responseHeaders: headersSchema,
	responseBody: bodySchema,
	/** The client went away, or the process died, before the answer was complete. */
	aborted: z.boolean(),
	/**
	 * Rows of the data that changed while it lasted, by this exchange or by another one at the same time. Absent where
	 * nobody looked: for GET and HEAD, and with data too large to compare.
	 */
	changes: z.array(dataChangeSchema).optional(),
});
export type Exchange = z.infer<typeof exchangeSchema>;

/** The whole content of the app's data file. */
export const dataSchema = z.record(z.string(), z.array(z.record(z.string(), z.unknown())));
export type AppData = z.infer<typeof dataSchema>;

export const builtRouteSchema = z.object({
	/** As in the address: `/items/[id]`, without groups and slots. */
	path: z.string(),
	/**
	 * `static`: prerendered by the build. `partial`: its shell is. `dynamic`: a page rendered for each request.
	 * `handler`: a `route.ts`. In development every page is dynamic.
	 */
	kind: z.enum(["static", "partial", "dynamic", "handler"]),
});
export type BuiltRoute = z.infer<typeof builtRouteSchema>;

export const builtActionSchema = z.object({
	/** 42 hex digits: what a browser names the action by. */
	id: z.string(),
	/** The export's name; `$$RSC_SERVER_ACTION_0` and so on for functions inside other functions. */
	name: z.string(),
	/** Path of the module in the app. */
	file: z.string(),
	/** Paths of the pages whose server code holds the action. */
	endpointOf: z.array(z.string()),
});
export type BuiltAction = z.infer<typeof builtActionSchema>;

/**
 * What Next.js made of the app: its routes, and the Server Actions that are endpoints. In development only of what has
 * been compiled, some of which may have been taken away since.
 */
export const buildSchema = z.object({
	mode: modeSchema,
	/** `null` in development. */
	buildId: z.string().nullable(),
	routes: z.array(builtRouteSchema),
	actions: z.array(builtActionSchema),
	/** What `next build` printed; empty in development. */
	log: z.string(),
});
export type Build = z.infer<typeof buildSchema>;

const id = z.number().int();
export const agentCommandSchema = z.discriminatedUnion("type", [
	/** Reply: {@link agentSnapshotSchema}. */
	z.object({ id, type: z.literal("status") }),
	/** Starts Next.js and answers when it accepts requests. Already running in that mode: answers at once. Reply: NextStatus `ready`. */
	z.object({ id, type: z.literal("start"), mode: modeSchema }),
	/** Kills and starts again, whatever state it is in. Reply: NextStatus `ready`. */
	z.object({ id, type: z.literal("restart"), mode: modeSchema }),
	z.object({ id, type: z.literal("stop") }),
	/** Reply: {@link rawResponseSchema}. */
	z.object({ id, type: z.literal("request"), request: rawRequestSchema }),
	/** Reply: {@link buildSchema}. */
	z.object({ id, type: z.literal("readBuild") }),
	/** Reply: AppData. */
	z.object({ id, type: z.literal("readData") }),
	/** Holds the requests of browsers back by so many milliseconds, those of the agent not. Reply: null. */
	z.object({ id, type: z.literal("setLatency"), ms: z.number().int().min(0).max(30_000) }),
	/** The app on another port, for a browser with cookies of its own. Reply: {@link secondBrowserSchema}. */
	z.object({ id, type: z.literal("openSecondBrowser") }),
	/** Puts `data` (default: the seed) in place and empties Next.js's data cache. */
	z.object({ id, type: z.literal("resetData"), data: dataSchema.optional() }),
]);
export type AgentCommand = z.input<typeof agentCommandSchema>;

export const secondBrowserSchema = z.object({ port: z.number() });

export const agentSnapshotSchema = z.object({
	next: nextStatusSchema,
	logs: z.array(logEntrySchema),
});

export const agentMessageSchema = z.discriminatedUnion("type", [
	z.object({ type: z.literal("reply"), id, ok: z.literal(true), value: z.unknown() }),
	z.object({
		type: z.literal("error"),
		id,
		error: z.object({ code: z.string(), message: z.string() }),
	}),
	z.object({ type: z.literal("next"), status: nextStatusSchema }),
	z.object({ type: z.literal("log"), entry: logEntrySchema }),
	z.object({ type: z.literal("exchange"), exchange: exchangeSchema }),
	/** The calls of actions by the preview's pages that have no answer yet, by the id of the exchange they will be. */
	z.object({ type: z.literal("underway"), actions: z.array(z.string()) }),
]);
export type AgentMessage = z.infer<typeof agentMessageSchema>;
