import { withSnapshot } from "./edits";
import { isNewer, type WorkspaceRecord } from "./record";
import type { Edits, WorkspaceSnapshot } from "./types";

/**
 * What two tabs wrote since both had `seen`, file by file: what only one of them changed is taken from it. Where both
 * changed a file differently, the one that is newer wins and `conflicts` names the file.
 */
export function mergeEdits(
	seen: Edits,
	mine: Edits,
	theirs: Edits,
	newer: "mine" | "theirs",
): { edits: Edits; conflicts: string[] } {
	const edits: Edits = {};
	const conflicts: string[] = [];
	for (const path of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
		const bothChanged =
			mine[path] !== theirs[path] && mine[path] !== seen[path] && theirs[path] !== seen[path];
		if (bothChanged) conflicts.push(path);
		const fromMine = bothChanged ? newer === "mine" : mine[path] !== seen[path];
		const text = fromMine ? mine[path] : theirs[path];
		if (text !== undefined) edits[path] = text;
	}
	return { edits, conflicts };
}

/** The earlier states of two tabs, oldest first, without those that either has used up since `seen`. */
export function mergeSnapshots(
	seen: readonly WorkspaceSnapshot[],
	mine: readonly WorkspaceSnapshot[],
	theirs: readonly WorkspaceSnapshot[],
): WorkspaceSnapshot[] {
	const [inSeen, inMine, inTheirs] = [seen, mine, theirs].map((list) => new Set(list.map(nameOf)));
	const merged = new Map<string, WorkspaceSnapshot>();
	for (const snapshot of [...theirs, ...mine]) {
		const name = nameOf(snapshot);
		const usedUp = inSeen?.has(name) && !(inMine?.has(name) && inTheirs?.has(name));
		if (!usedUp) merged.set(name, snapshot);
	}
	return [...merged.values()].sort((a, b) => a.at - b.at);
}

const nameOf = ({ at, label }: WorkspaceSnapshot) => `${at} ${label}`;

/** What a tab and the rest of the browser had in common last. */
export type Seen = Pick<WorkspaceRecord, "changedAt" | "origin" | "edits" | "snapshots">;

/**
 * One record out of this tab's and one that another tab wrote, or `theirs` itself where this tab has nothing of its own
 * since `seen`. A text that loses is kept among the earlier states.
 * @param now milliseconds since the epoch
 */
export function mergeRecords(
	seen: Seen,
	mine: WorkspaceRecord,
	theirs: WorkspaceRecord,
	now: number,
): WorkspaceRecord {
	if (mine.changedAt === seen.changedAt && mine.origin === seen.origin) return theirs;
	const mineIsNewer = isNewer(mine, theirs);
	const [older, newer] = mineIsNewer ? [theirs, mine] : [mine, theirs];
	const { edits, conflicts } = mergeEdits(
		seen.edits,
		mine.edits,
		theirs.edits,
		mineIsNewer ? "mine" : "theirs",
	);
	const snapshots = mergeSnapshots(seen.snapshots, mine.snapshots, theirs.snapshots);
	const lost = {
		label: `Before: ${conflicts.join(", ")} taken from another tab`,
		at: now,
		edits: older.edits,
	};
	return {
		...mine,
		// Newer than both, so that the other tab takes it over.
		changedAt: newer.changedAt + 1,
		edits,
		lastGood: { ...older.lastGood, ...newer.lastGood },
		editedFrom: { ...older.editedFrom, ...newer.editedFrom },
		snapshots: conflicts.length === 0 ? snapshots : withSnapshot(snapshots, { ...lost, aside: true }),
	};
}
