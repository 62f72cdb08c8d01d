import type { StoreApi } from "zustand/vanilla";
import type { FileTree } from "@/lib/sandbox/files";

/** Path → text; `null` says that the learner took the file away. */
export type Edits = Record<string, string | null>;

/** A kept earlier state, made before every reset, applied solution, rename and deletion. */
export interface WorkspaceSnapshot {
	/** For people: "Before: solution applied to app/page.tsx". */
	label: string;
	at: number;
	edits: Edits;
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
	/** Resolves when everything typed so far is in IndexedDB. */
	flush(): Promise<void>;
}
