import * as z from "zod/mini";
import { type ProgressEvent, progressEventSchema } from "./events";
import { uniqueEvents } from "./fold";

const FORMAT = "server-actions-playground/progress";
/** 2: questions came in; 3: those of workshops. Files of earlier versions hold none and are read as they are. */
const VERSION = 3;

const headSchema = z.object({ format: z.literal(FORMAT), version: z.int() });
const fileSchema = z.object({ exportedAt: z.number(), events: z.array(progressEventSchema) });

export type ImportResult = { ok: true; events: ProgressEvent[] } | { ok: false; reason: string };

/** The text of a file with these events in it. `exportedAt` in milliseconds since the epoch. */
export function exportProgress(events: readonly ProgressEvent[], exportedAt: number): string {
	return `${JSON.stringify({ format: FORMAT, version: VERSION, exportedAt, events: uniqueEvents(events) }, null, "\t")}\n`;
}

/** The events of such a text, or why they cannot be read. Nothing is taken from a file that is damaged anywhere. */
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
	if (!file.success) {
		const where = file.error.issues[0]?.path.map(String).join(".") ?? "";
		return refuse(`This file is damaged at “${where}”. Export it again where it came from.`);
	}
	return { ok: true, events: uniqueEvents(file.data.events) };
}

function refuse(why: string): ImportResult {
	return { ok: false, reason: `${why} Your progress here is unchanged.` };
}
