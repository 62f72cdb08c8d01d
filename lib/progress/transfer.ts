import * as z from "zod/mini";
import { type ProgressEvent, progressEventSchema } from "./events";
import { uniqueEvents } from "./fold";

const FORMAT = "server-actions-playground/progress";
/** 2: questions came in; 3: those of workshops; 4: the learner's files. Files of earlier versions hold none and are read as they are. */
const VERSION = 4;

const headSchema = z.object({ format: z.literal(FORMAT), version: z.int() });
const fileSchema = z.object({
	exportedAt: z.number(),
	events: z.array(progressEventSchema),
	/** What is kept of each lesson's files; whoever keeps them says whether it can be read. */
	workspaces: z.optional(z.array(z.unknown())),
});

export type ImportResult =
	| { ok: true; events: ProgressEvent[]; workspaces: unknown[] }
	| { ok: false; reason: string };

/** The text of a file with these events and records of workspaces in it. `exportedAt` in milliseconds since the epoch. */
export function exportProgress(
	events: readonly ProgressEvent[],
	exportedAt: number,
	workspaces: readonly unknown[] = [],
): string {
	const file = { format: FORMAT, version: VERSION, exportedAt, events: uniqueEvents(events), workspaces };
	return `${JSON.stringify(file, null, "\t")}\n`;
}

/** What such a text holds, or why they cannot be read. Nothing is taken from a file that is damaged anywhere. */
export function importProgress(text: string): ImportResult {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return refuse("This file is not JSON: it is damaged, or it is another kind of file.");
	}
	const head = headSchema.safeParse(value);
	if (!head.success) return refuse("This file does not hold progress of this playground.");
	if (head.data.version > VERSION) {
		return refuse(
			"This file was written by a newer version of the playground. Update this one, then import again.",
		);
	}
	const file = fileSchema.safeParse(value);
	if (!file.success) return refuseDamaged(file.error.issues[0]?.path.map(String).join(".") ?? "");
	const { events, workspaces = [] } = file.data;
	return { ok: true, events: uniqueEvents(events), workspaces };
}

/** @param where the place in the file, as `workspaces.2` */
export function refuseDamaged(where: string): { ok: false; reason: string } {
	return refuse(`This file is damaged at “${where}”. Export it again where it came from.`);
}

function refuse(why: string): { ok: false; reason: string } {
	return { ok: false, reason: `${why} Your progress here is unchanged.` };
}
