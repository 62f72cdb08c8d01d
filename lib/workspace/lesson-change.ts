import { type FileTree, hashText } from "@/lib/sandbox/files";
import type { WorkspaceRecord } from "./record";
import type { ChangedFile, Edits } from "./types";

/** Hash of the text under each edited file when its editing began; `null`: there was no such file. */
export type EditedFrom = Record<string, string | null>;

/** Stands for a text that an earlier playground did not write down. No hash is empty. */
const UNKNOWN = "";

/** Under which texts the edits of a record were made. */
export function editedFromOf(
	original: FileTree,
	version: string,
	record: Pick<WorkspaceRecord, "edits" | "editedFrom" | "lessonVersion">,
): EditedFrom {
	if (record.editedFrom !== undefined) return carriedOver(original, record.edits, record.editedFrom);
	if (record.lessonVersion === version) return carriedOver(original, record.edits, {});
	return Object.fromEntries(Object.keys(record.edits).map((path) => [path, UNKNOWN]));
}

/** For exactly the files in `edits`: what was known, and the present text where editing begins now. */
export function carriedOver(original: FileTree, edits: Edits, known: EditedFrom): EditedFrom {
	return Object.fromEntries(
		Object.keys(edits).map((path) => [
			path,
			Object.hasOwn(known, path) ? known[path]! : hashUnder(original, path),
		]),
	);
}

/**
 * Edited files whose text in the lesson is another one than when their editing began, in the order of their paths.
 * What the learner did not touch does not count: there the new text is simply shown.
 */
export function changedUnder(original: FileTree, edits: Edits, editedFrom: EditedFrom): ChangedFile[] {
	const changed: ChangedFile[] = [];
	for (const path of Object.keys(edits).sort()) {
		const before = editedFrom[path] ?? null;
		const now = hashUnder(original, path);
		if (before === now) continue;
		// Most likely a file that the learner made.
		if (before === UNKNOWN && now === null) continue;
		changed.push({ path, how: now === null ? "removed" : before === null ? "added" : "changed" });
	}
	return changed;
}

function hashUnder(original: FileTree, path: string): string | null {
	const text = original[path];
	return text === undefined ? null : hashText(text);
}
