import * as z from "zod";

/** Between the frame in the page and the host's server: what the frame asks for, one request a call. */
export const callSchema = z.discriminatedUnion("method", [
	z.object({ method: z.literal("readFile"), path: z.string() }),
	z.object({
		method: z.literal("writeFile"),
		path: z.string(),
		data: z.string(),
		encoding: z.enum(["utf8", "base64"]),
	}),
	z.object({ method: z.literal("readdir"), path: z.string() }),
	z.object({ method: z.literal("mkdir"), path: z.string(), recursive: z.boolean() }),
	z.object({ method: z.literal("rm"), path: z.string(), force: z.boolean(), recursive: z.boolean() }),
	z.object({ method: z.literal("rename"), from: z.string(), to: z.string() }),
	z.object({
		method: z.literal("run"),
		command: z.string(),
		args: z.array(z.string()),
		cwd: z.string().nullable(),
		env: z.record(z.string(), z.coerce.string()),
	}),
	z.object({ method: z.literal("input"), process: z.number(), text: z.string() }),
	z.object({ method: z.literal("kill"), process: z.number() }),
	z.object({
		method: z.literal("setPreviewScript"),
		source: z.string(),
		attributes: z.record(z.string(), z.union([z.string(), z.boolean()])),
	}),
	z.object({ method: z.literal("teardown") }),
]);
export type HostCall = z.infer<typeof callSchema>;

/** A call's answer: its value, or the words of its error (as in the real protocol, no more survives). */
export type HostAnswer = { value: unknown } | { error: string };

/** What the server tells the frame, a line of JSON each, from `built` until the instance's end. */
export type HostEvent =
	| { type: "built"; id: string; path: string; cwd: string }
	| { type: "output"; process: number; text: string }
	| { type: "output-end"; process: number }
	| { type: "exit"; process: number; code: number }
	| { type: "port"; port: number; state: "open" | "close"; url: string }
	| { type: "preview-message"; message: unknown };

/** What a program's preload tells the instance about its ports, a line of JSON each. */
export const portReportSchema = z.object({
	state: z.enum(["open", "close"]),
	port: z.number().int().min(1).max(65_535),
	address: z.string(),
});

/** Proves that a request comes from the frame that this host served. */
export const TOKEN_HEADER = "x-host-token";
