import { type FileTree, overlay } from "@/lib/sandbox/files";
import { isTooLarge } from "./rules";
import type { Edits, WorkspaceSnapshot } from "./types";

export const MAX_SNAPSHOTS = 30;
/** All snapshots of a lesson together, in UTF-16 units: they are written to the browser's storage with every save. */
export const MAX_SNAPSHOT_UNITS = 8_000_000;

/**
 * What the learner's side of a lesson is. `lastGood` holds, for files that are too large for the sandbox, the text that
 * the sandbox goes on with; a too-large file without an entry is not in the sandbox.
 */
export interface Draft {
	edits: Edits;
	lastGood: Record<string, string>;
}

/** The learner's texts as the editor shows them. */
export function shownFiles(original: FileTree, draft: Draft): FileTree {
	return overlay(original, draft.edits);
}

/** The learner's texts as the sandbox gets them: too-large ones replaced by the last that fitted. */
export function sandboxFiles(original: FileTree, draft: Draft): FileTree {
	const files = shownFiles(original, draft);
	for (const [path, text] of Object.entries(draft.edits)) {
		if (text === null || !isTooLarge(text)) continue;
		const kept = draft.lastGood[path];
		if (kept === undefined) delete files[path];
		else files[path] = kept;
	}
	return files;
}

/**
 * The draft after `changes` (path → text, or `null` for "take the file away"). Keeps only what differs from `original`,
 * and remembers the last text that fitted for files that have become too large.
 */
export function withChanges(original: FileTree, draft: Draft, changes: Edits): Draft {
	return settle(original, draft, { ...draft.edits, ...changes });
}

/** The draft with exactly `edits`, whatever it was before. */
export function withEdits(original: FileTree, draft: Draft, edits: Edits): Draft {
	return settle(original, draft, edits);
}

/** The draft with the file at `from` standing at `to`. */
export function withRename(original: FileTree, draft: Draft, from: string, to: string): Draft {
	const text = shownFiles(original, draft)[from];
	if (text === undefined) throw new Error(`There is no file ${from}`);
	const kept = draft.lastGood[from];
	const moved = kept === undefined ? draft : { ...draft, lastGood: { ...draft.lastGood, [to]: kept } };
	return settle(
		original,
		moved,
		{ ...draft.edits, [from]: null, [to]: text },
		kept === undefined ? [] : [to],
	);
}

function settle(
	original: FileTree,
	before: Draft,
	edits: Edits,
	keepLastGood: readonly string[] = [],
): Draft {
	const sandboxBefore = sandboxFiles(original, before);
	const next: Draft = { edits: {}, lastGood: {} };
	for (const [path, text] of Object.entries(edits)) {
		const base = original[path] ?? null;
		if (text === base) continue;
		next.edits[path] = text;
		if (text === null || !isTooLarge(text)) continue;
		const kept = keepLastGood.includes(path) ? before.lastGood[path] : sandboxBefore[path];
		if (kept !== undefined) next.lastGood[path] = kept;
	}
	return next;
}

/** What "Undo" goes back to; `null` where there is nothing. */
export function undoable(snapshots: readonly WorkspaceSnapshot[]): WorkspaceSnapshot | null {
	return snapshots.findLast(({ aside }) => aside !== true) ?? null;
}

/** `snapshots` with `snapshot` as the newest (last) one; the oldest go when there are too many or they are too big. */
export function withSnapshot(
	snapshots: readonly WorkspaceSnapshot[],
	snapshot: WorkspaceSnapshot,
): WorkspaceSnapshot[] {
	const kept: WorkspaceSnapshot[] = [];
	let units = 0;
	for (const candidate of [...snapshots, snapshot].reverse()) {
		units += Object.values(candidate.edits).reduce((sum, text) => sum + (text?.length ?? 0), 0);
		// The newest one always stays: it is what "Undo" after a reset needs.
		if (kept.length > 0 && (kept.length >= MAX_SNAPSHOTS || units > MAX_SNAPSHOT_UNITS)) break;
		kept.push(candidate);
	}
	return kept.reverse();
}
