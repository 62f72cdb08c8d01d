import * as z from "zod/mini";
import { isSafePath } from "@/lib/sandbox/files";

/** Raised when the stored shape changes; a record with a higher number was written by a newer playground. */
export const RECORD_SCHEMA = 1;

const path = z.string().check(z.refine(isSafePath));
const edits = z.record(path, z.nullable(z.string()));

/** What is kept in the browser for one lesson. Times are milliseconds since the epoch. */
export const workspaceRecordSchema = z.object({
	schema: z.literal(RECORD_SCHEMA),
	lesson: z.string(),
	/** `lesson.version` that the edits were made against. */
	lessonVersion: z.string(),
	/** When the edits were last changed; between two tabs the newest wins. */
	changedAt: z.number(),
	/** Tells records of the same millisecond apart. */
	origin: z.string(),
	edits,
	/**
	 * Hash of the text that each edited file had in base app and starter when its editing began; `null`: there was no such
	 * file. Missing in records of earlier playgrounds.
	 */
	editedFrom: z.optional(z.record(path, z.nullable(z.string()))),
	lastGood: z.record(path, z.string()),
	openTabs: z.array(path),
	active: z.nullable(path),
	snapshots: z.array(z.object({ label: z.string(), at: z.number(), edits, aside: z.optional(z.boolean()) })),
});
export type WorkspaceRecord = z.infer<typeof workspaceRecordSchema>;

export type ReadRecord =
	| { kind: "none" }
	| { kind: "record"; record: WorkspaceRecord }
	/** Written by a newer playground than this one. */
	| { kind: "newer" }
	| { kind: "damaged" };

const anyVersion = z.object({ schema: z.number() });

/** Sorts what storage gave for a lesson into what can be used and what has to be put aside. */
export function readRecord(stored: unknown, lesson: string): ReadRecord {
	if (stored === undefined) return { kind: "none" };
	const parsed = workspaceRecordSchema.safeParse(stored);
	if (parsed.success) {
		return parsed.data.lesson === lesson ? { kind: "record", record: parsed.data } : { kind: "damaged" };
	}
	const versioned = anyVersion.safeParse(stored);
	if (versioned.success && versioned.data.schema > RECORD_SCHEMA) return { kind: "newer" };
	return { kind: "damaged" };
}

/** Whether `a` was changed after `b`. */
export function isNewer(
	a: Pick<WorkspaceRecord, "changedAt" | "origin">,
	b: Pick<WorkspaceRecord, "changedAt" | "origin">,
): boolean {
	return a.changedAt === b.changedAt ? a.origin > b.origin : a.changedAt > b.changedAt;
}
