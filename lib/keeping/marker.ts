import * as z from "zod/mini";

/**
 * What this browser has kept, written down outside IndexedDB in a few words: where the marker is there and the database
 * is empty, the browser has thrown it away. Times are milliseconds since the epoch.
 */
const markerSchema = z.object({
	/** Lessons with edits, by slug. */
	lessons: z.array(z.string()),
	/** Who wrote the progress: a database made anew gets another id. */
	client: z.nullable(z.string()),
	/** When something was last kept. */
	at: z.number(),
	/** What was found to be gone, until the learner has put the notice away. */
	lost: z.optional(z.object({ lessons: z.number(), progress: z.boolean(), at: z.number() })),
	/** The notice that space is short was put away. */
	spaceDismissed: z.optional(z.boolean()),
	/** When the browser was asked not to throw anything away, and what it said. */
	asked: z.optional(z.object({ at: z.number(), granted: z.nullable(z.boolean()) })),
});
export type Marker = z.infer<typeof markerSchema>;
export type Lost = NonNullable<Marker["lost"]>;

export const MARKER_KEY = "server-actions-playground.kept";
const EMPTY: Marker = { lessons: [], client: null, at: 0 };

export function readMarker(memory: Pick<Storage, "getItem"> | null): Marker {
	try {
		const parsed = markerSchema.safeParse(JSON.parse(memory?.getItem(MARKER_KEY) ?? "null"));
		return parsed.success ? parsed.data : EMPTY;
	} catch {
		return EMPTY;
	}
}

export function writeMarker(memory: Pick<Storage, "setItem"> | null, marker: Marker): void {
	try {
		memory?.setItem(MARKER_KEY, JSON.stringify(marker));
	} catch {
		// Storage is full or refused. What is missing then is a warning, not the learner's work.
	}
}

/** What the databases hold now. */
export interface Found {
	/** Lessons of which something is kept, by slug. */
	lessons: readonly string[];
	/** Who writes progress; `null` before the first event. */
	client: string | null;
}

/** What the marker knows of and the databases do not hold any more; `null` where nothing is missing. */
export function lostSince(marker: Marker, found: Found): Lost | null {
	const lessons = marker.lessons.filter((slug) => !found.lessons.includes(slug)).length;
	const progress = marker.client !== null && marker.client !== found.client;
	return lessons > 0 || progress ? { lessons, progress, at: marker.at } : null;
}
