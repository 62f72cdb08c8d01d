import type { StoreApi } from "zustand/vanilla";
import type { FileTree } from "@/lib/sandbox/files";
import type { WorkspaceRecord } from "./record";

/** Path → text; `null` says that the learner took the file away. */
export type Edits = Record<string, string | null>;

/** A kept earlier state, made before everything that replaces or takes away what the learner wrote. */
export interface WorkspaceSnapshot {
	/** For people: "Before: solution applied to app/page.tsx". */
	label: string;
	at: number;
	edits: Edits;
	/** Not on the way of "Undo": to be found among the earlier states only. */
	aside?: boolean | undefined;
}

/** An edited file that is not in the lesson any more as it was when its editing began. */
export interface ChangedFile {
	path: string;
	/** `added`: the lesson has now a file where the learner made one; `removed`: it has none any more. */
	how: "changed" | "added" | "removed";
}

export type SaveState =
	| { state: "loading" }
	| { state: "saved" }
	| { state: "saving" }
	| { state: "unsaved"; reason: string };

/** The learner's files of one lesson. Text of the base app and the starter is not kept here, only what differs. */
export interface WorkspaceState {
	lesson: string;
	/** False until what was kept in the browser has been read; the editor stays read-only until then. */
	hydrated: boolean;
	edits: Edits;
	openTabs: string[];
	active: string | null;
	snapshots: WorkspaceSnapshot[];
	/** Edited files that a new version of the lesson has changed; empty when there is nothing to decide. */
	lessonChange: ChangedFile[];
	save: SaveState;
	/** The last refused action, or what a drastic one means, in words (a path outside the lesson's structure, a name that exists …). */
	refusal: string | null;
}

export interface WorkspaceActions {
	edit(path: string, text: string): void;
	open(path: string): void;
	close(path: string): void;
	create(path: string, text?: string): boolean;
	rename(from: string, to: string): boolean;
	remove(path: string): boolean;
	/** Back to the starter, one file or all. Undoable. */
	reset(path?: string): void;
	/** Puts the solution's text in place, one file or all. Undoable. */
	applySolution(path?: string): void;
	/** Back to the newest snapshot. Returns its label, or `null` where there is none. */
	undo(): string | null;
	/** Back to an earlier state, wherever it comes from. Undoable. */
	restore(snapshot: WorkspaceSnapshot): void;
	/** The edits stay over the lesson's new version; it is not asked again about this one. */
	keepMine(): void;
	/** All files as in the lesson's new version. Undoable. */
	takeNew(): void;
	dismissRefusal(): void;
}

export interface Workspace {
	store: StoreApi<WorkspaceState>;
	actions: WorkspaceActions;
	/** Every file of the app as the sandbox shall have it: base ∪ starter ∪ edits. */
	files(): FileTree;
	/** The files shown in the tree (hidden ones of the base app left out), sorted. */
	visiblePaths(): string[];
	isReadonly(path: string): boolean;
	starterText(path: string): string | null;
	solutionText(path: string): string | null;
	/** Files in which the solution differs from the learner's text. */
	solutionPaths(): string[];
	/** Hash of everything the learner may change; results of checks carry it. */
	sourceHash(): string;
	/** Everything that is kept of this workspace, as it is now. */
	record(): WorkspaceRecord;
	/** Resolves when everything typed so far is in IndexedDB. */
	flush(): Promise<void>;
}
