import * as z from "zod";
import { SANDBOX_ERROR_CODES } from "@/lib/sandbox/errors";

/**
 * What the browser and the playground's server say to each other about local machines: one schema for each body of
 * `/api/machines/**`, used by both ends.
 */

/** Carries the per-boot token; a header that no cross-site form or simple request can set. */
export const TOKEN_HEADER = "x-playground-token";

/** The largest body of `write` and `mount`, in bytes: a whole app with room to spare. */
export const MAX_FILES_BODY_BYTES = 16_000_000;
/** The largest body of `agent/input`, in bytes. */
export const MAX_INPUT_BODY_BYTES = 4_000_000;
/** The largest body of every other request, in bytes. */
export const MAX_SMALL_BODY_BYTES = 10_000;

export const sessionSchema = z.object({ token: z.string().min(1) });

const manifestSchema = z.record(z.string(), z.string());

export const openedMachineSchema = z.object({
	id: z.string(),
	manifest: manifestSchema,
	/** {@link BaseApp.hash} of what was mounted when the machine was made. */
	baseHash: z.string(),
});
export type OpenedMachine = z.infer<typeof openedMachineSchema>;

export const machineStatusSchema = z.object({
	manifest: manifestSchema,
	baseHash: z.string(),
	agent: z.enum(["running", "stopped"]),
	/** Pages that follow the agent's output right now. */
	streams: z.number().int(),
});
export type MachineStatus = z.infer<typeof machineStatusSchema>;

/** Paths are checked by the machine, which answers `bad-path`. */
const textByPathSchema = z.record(z.string(), z.string());
export const writeBodySchema = z.object({
	write: textByPathSchema.default({}),
	remove: z.array(z.string()).default([]),
});
export const mountBodySchema = z.object({ files: textByPathSchema });
export const manifestAnswerSchema = z.object({ manifest: manifestSchema });

export const fileAnswerSchema = z.object({ text: z.string().nullable() });

export const agentActionSchema = z.object({ action: z.enum(["start", "kill"]) });
export const agentAnswerSchema = z.object({
	agent: z.enum(["running", "stopped"]),
	/** Lines with a greater `seq` belong to the caller: earlier ones answered somebody else. */
	after: z.number().int(),
});
export type AgentAnswer = z.infer<typeof agentAnswerSchema>;

/** One line of the agent's output stream. */
export const agentEventSchema = z.union([
	z.object({ seq: z.number().int(), line: z.string() }),
	/** Lines that were asked for are no longer kept. */
	z.object({ gap: z.literal(true) }),
	z.object({ exit: z.number().int() }),
]);
export type AgentEvent = z.infer<typeof agentEventSchema>;

export const errorBodySchema = z.object({
	error: z.object({ code: z.enum(SANDBOX_ERROR_CODES), message: z.string(), retryable: z.boolean() }),
});
