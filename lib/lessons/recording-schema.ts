import * as z from "zod";
import type { Evidence } from "@/lib/checks/types";

const evidenceSchema: z.ZodType<Evidence> = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("text"), label: z.string(), text: z.string() }),
	z.object({ kind: z.literal("html"), label: z.string(), html: z.string() }),
	z.object({ kind: z.literal("data"), label: z.string(), value: z.unknown() }),
	z.object({
		kind: z.literal("exchange"),
		label: z.string(),
		exchangeId: z.string(),
		summary: z.string(),
	}),
]);

/** What the reference solution of a lesson did when its checks were run over it. */
export const recordingSchema = z.object({
	/** Names the files that it is of; see `recordingVersion`. */
	of: z.string(),
	nextVersion: z.string(),
	checks: z.array(z.object({ id: z.string(), did: z.array(z.string()), evidence: z.array(evidenceSchema) })),
});
export type Recording = z.infer<typeof recordingSchema>;
export type RecordedCheck = Recording["checks"][number];
