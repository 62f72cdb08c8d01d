import { dequal } from "dequal/lite";
import type { StoreApi } from "zustand/vanilla";
import type { LessonContent } from "@/lib/lessons/types";
import type { FileTree } from "@/lib/sandbox/files";
import { type Draft, shownFiles, undoable, withChanges, withEdits, withRename, withSnapshot } from "./edits";
import { isTooLarge, refuseNewPath, refuseRemoval, tooLargeMessage } from "./rules";
import { closeTab, openTab, renameTab, type Tabs } from "./tabs";
import type { Edits, WorkspaceActions, WorkspaceSnapshot, WorkspaceState } from "./types";

const ROOT_LAYOUT = "app/layout.tsx";
/** `next dev` puts a bare layout in its place without a word, so somebody has to say it. */
const ROOT_LAYOUT_GONE =
	"app/layout.tsx is gone, and with it the app's frame and styles: every app needs a root layout. Undo brings it back.";

export interface ActionContext {
	lesson: LessonContent;
	/** Base app and starter. */
	original: FileTree;
	/** Base app, starter and solution. */
	solved: FileTree;
	store: StoreApi<WorkspaceState>;
	now(): number;
	draft(): Draft;
	/** Whether the learner does not get to see it. */
	isHidden(path: string): boolean;
	isReadonly(path: string): boolean;
	/** Makes `next` the present draft, shows `tabs` (where given) and has it written. */
	commit(next: Draft, tabs?: Tabs): void;
	/** Takes the present texts of the lesson as those that the edits were made over. */
	acceptLesson(): void;
	showTabs(tabs: Tabs): void;
}

const STILL_LOADING = "Your earlier edits are still being read. Try again in a moment.";

export function createActions(context: ActionContext): WorkspaceActions {
	const { lesson, original, solved, store } = context;
	const files = () => shownFiles(original, context.draft());

	function refuse(message: string): false {
		store.setState({ refusal: message });
		return false;
	}

	/** Guards every change; clears what an earlier refusal said. */
	function begin(): boolean {
		if (!store.getState().hydrated) return refuse(STILL_LOADING);
		store.setState({ refusal: null });
		return true;
	}

	function keepSnapshot(label: string): void {
		const { snapshots, edits } = store.getState();
		store.setState({
			snapshots: withSnapshot(snapshots, { label: `Before: ${label}`, at: context.now(), edits }),
		});
	}

	/** For a state that "Undo" takes away: what was written since the snapshot is to be found among the earlier states. */
	function keepAside(snapshots: WorkspaceSnapshot[], label: string, edits: Edits): WorkspaceSnapshot[] {
		const kept = Object.keys(edits).length === 0 || snapshots.some((each) => dequal(each.edits, edits));
		return kept ? snapshots : withSnapshot(snapshots, { label, at: context.now(), edits, aside: true });
	}

	function tellTooLarge(path: string): void {
		const text = context.draft().edits[path];
		if (typeof text === "string" && isTooLarge(text)) refuse(tooLargeMessage(path));
	}

	const refuseNew = (path: string, present: readonly string[]) =>
		refuseNewPath(path, lesson.meta.structure, present);
	const removalRules = () => ({
		structure: lesson.meta.structure,
		readonly: lesson.meta.readonly,
		present: Object.keys(files()),
	});

	/** Puts the texts of `target` in place of the learner's, in one file or all. */
	function restore(target: FileTree, path: string | undefined, label: string): void {
		if (!begin()) return;
		const present = files();
		const paths = path === undefined ? [...Object.keys(target), ...Object.keys(present)] : [path];
		const changes: Edits = {};
		for (const each of paths) {
			if (target[each] !== present[each]) changes[each] = target[each] ?? null;
		}
		if (Object.keys(changes).length === 0) return;
		keepSnapshot(label);
		context.commit(withChanges(original, context.draft(), changes));
	}

	return {
		edit(path, text) {
			if (!store.getState().hydrated) return void refuse(STILL_LOADING);
			const present = files()[path];
			if (present === text) return;
			if (present === undefined) return void refuse(`There is no file ${path} any more.`);
			if (context.isReadonly(path)) return void refuse(`${path} is read-only in this lesson.`);
			const { refusal } = store.getState();
			context.commit(withChanges(original, context.draft(), { [path]: text }));
			if (isTooLarge(text)) refuse(tooLargeMessage(path));
			else if (refusal === tooLargeMessage(path)) store.setState({ refusal: null });
		},
		open(path) {
			if (!(path in files()) || context.isHidden(path))
				return void refuse(`There is no file ${path} to show.`);
			const state = store.getState();
			if (state.active !== path) context.showTabs(openTab(state, path));
		},
		close(path) {
			const state = store.getState();
			if (state.openTabs.includes(path)) context.showTabs(closeTab(state, path));
		},
		create(path, text = "") {
			if (!begin()) return false;
			const refused = refuseNew(path, Object.keys(files()));
			if (refused !== null) return refuse(refused);
			context.commit(
				withChanges(original, context.draft(), { [path]: text }),
				openTab(store.getState(), path),
			);
			tellTooLarge(path);
			return true;
		},
		rename(from, to) {
			if (!begin()) return false;
			if (from === to) return true;
			const rules = removalRules();
			const others = rules.present.filter((path) => path !== from);
			const refused = refuseRemoval(from, rules) ?? refuseNew(to, others);
			if (refused !== null) return refuse(refused);
			keepSnapshot(`${from} renamed to ${to}`);
			context.commit(withRename(original, context.draft(), from, to), renameTab(store.getState(), from, to));
			tellTooLarge(to);
			return true;
		},
		remove(path) {
			if (!begin()) return false;
			const refused = refuseRemoval(path, removalRules());
			if (refused !== null) return refuse(refused);
			keepSnapshot(`${path} deleted`);
			const tabs = closeTab(store.getState(), path);
			context.commit(withChanges(original, context.draft(), { [path]: null }), tabs);
			if (path === ROOT_LAYOUT) store.setState({ refusal: ROOT_LAYOUT_GONE });
			return true;
		},
		reset(path) {
			restore(original, path, path === undefined ? "all files reset" : `${path} reset`);
		},
		applySolution(path) {
			restore(
				solved,
				path,
				path === undefined ? "solution applied to all files" : `solution applied to ${path}`,
			);
		},
		undo() {
			if (!begin()) return null;
			const { snapshots, edits } = store.getState();
			const snapshot = undoable(snapshots);
			if (!snapshot) return null;
			const others = snapshots.filter((each) => each !== snapshot);
			store.setState({ snapshots: keepAside(others, `${snapshot.label} was undone`, edits) });
			context.commit(withEdits(original, context.draft(), snapshot.edits));
			return snapshot.label;
		},
		restore(snapshot) {
			if (!begin() || dequal(snapshot.edits, store.getState().edits)) return;
			keepSnapshot("earlier state restored");
			context.commit(withEdits(original, context.draft(), snapshot.edits));
		},
		keepMine() {
			if (!begin()) return;
			context.acceptLesson();
			context.commit(context.draft());
		},
		takeNew() {
			restore(original, undefined, "new version of the lesson taken");
		},
		dismissRefusal() {
			store.setState({ refusal: null });
		},
	};
}
