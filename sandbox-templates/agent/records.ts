import * as z from "zod";
import { bodySchema, dataChangeSchema } from "@/lib/sandbox/agent-protocol";

/**
 * What the recorder, a preload inside the Next.js process, says to the agent: one line each on the process's standard
 * output, RECORD_MARK + key + " " + JSON.
 */
const headers = z.array(z.tuple([z.string(), z.string()]));

export const recordSchema = z.discriminatedUnion("type", [
	/** The server holds its port; it may still be reading its configuration. */
	z.object({ type: z.literal("listening"), pid: z.number(), port: z.number() }),
	/** `memoryUse`: the part of its heap limit that is in use, 0 to 1. */
	z.object({ type: z.literal("beat"), memoryUse: z.number() }),
	/** A request has been read. Its `close` follows, unless the process dies. */
	z.object({
		type: z.literal("open"),
		id: z.string(),
		at: z.number(),
		initiator: z.enum(["agent", "preview"]),
		method: z.string(),
		url: z.string(),
		headers,
		body: bodySchema,
	}),
	z.object({
		type: z.literal("close"),
		id: z.string(),
		durationMs: z.number(),
		status: z.number(),
		headers,
		body: bodySchema,
		aborted: z.boolean(),
		changes: z.array(dataChangeSchema).optional(),
	}),
	/** The recorder itself failed; the app went on undisturbed. */
	z.object({ type: z.literal("trouble"), message: z.string() }),
]);
export type SandboxRecord = z.infer<typeof recordSchema>;
export type OpenRecord = Extract<SandboxRecord, { type: "open" }>;
export type CloseRecord = Extract<SandboxRecord, { type: "close" }>;
