import { createStore } from "zustand/vanilla";
import type { BaseApp, LessonContent } from "@/lib/lessons/types";
import { type FileTree, hashTree, overlay } from "@/lib/sandbox/files";
import { randomId } from "@/lib/util/random-id";
import { createActions } from "./actions";
import { type OpenTabChannel, openBroadcastChannel } from "./channel";
import { type Draft, sandboxFiles, shownFiles, withEdits } from "./edits";
import { flushWhenLeaving } from "./leaving";
import { carriedOver, changedUnder, type EditedFrom, editedFromOf } from "./lesson-change";
import { type Exclusively, webLocks } from "./locks";
import { mergeRecords, type Seen } from "./merge";
import { createPersistence, type Loaded } from "./persistence";
import { isNewer, RECORD_SCHEMA, type WorkspaceRecord } from "./record";
import { isHidden, isTooLarge } from "./rules";
import { type Clock, createSaver, systemClock } from "./saver";
import { indexedDbStorage, storageReason, type WorkspaceStorage } from "./storage";
import { keepTabs, type Tabs } from "./tabs";
import type { ChangedFile, Edits, Workspace, WorkspaceState } from "./types";

export interface WorkspaceOptions {
	lesson: LessonContent;
	base: BaseApp;
	/** Where edits are kept; IndexedDB when left out. */
	storage?: WorkspaceStorage;
	clock?: Clock;
	/** How tabs with the same lesson find each other; `BroadcastChannel` when left out. */
	openChannel?: OpenTabChannel;
	/** Keeps tabs from writing at the same time; Web Locks when left out. */
	exclusively?: Exclusively;
	/** Ends the workspace: what is not yet written is written, nothing is listened to any more. */
	signal: AbortSignal;
}

/**
 * The learner's files of one lesson: base app, starter and the learner's edits, kept in the browser. It hydrates by
 * itself; `hydrated` says when.
 */
export function createWorkspace(options: WorkspaceOptions): Workspace {
	const { lesson, base, signal, clock = systemClock } = options;
	const original = overlay(base.files, lesson.starter);
	const solved = overlay(original, lesson.solution);
	const baseOnly = new Set(
		Object.keys(base.files).filter((path) => !(path in lesson.starter) && !(path in lesson.solution)),
	);
	const origin = randomId();
	const storage = options.storage ?? indexedDbStorage();
	const persistence = createPersistence(storage, lesson.slug, clock.now, options.exclusively ?? webLocks());

	const firstTabs = lesson.meta.open.filter((path) => path in original);
	const store = createStore<WorkspaceState>()(() => ({
		lesson: lesson.slug,
		hydrated: false,
		edits: {},
		openTabs: firstTabs,
		active: firstTabs[0] ?? null,
		snapshots: [],
		lessonChange: [],
		save: { state: "loading" },
		refusal: null,
	}));

	/** Not in the store: derived texts and the time of the last change, which no component shows. */
	let lastGood: Draft["lastGood"] = {};
	let editedFrom: EditedFrom = {};
	let stamp = { changedAt: 0, origin };
	let seen: Seen = { ...stamp, edits: {}, snapshots: [] };
	let waiting: WorkspaceRecord | null = null;

	/** What carries the sandbox is not shown, unless it is the very file that the lesson is about. */
	const isHiddenHere = (path: string) => isHidden(path) && !lesson.meta.open.includes(path);
	const draft = (): Draft => ({ edits: store.getState().edits, lastGood });
	const shown = remember(() => shownFiles(original, draft()));
	const inSandbox = remember(() => sandboxFiles(original, draft()));
	const visible = remember(() =>
		Object.keys(shown())
			.filter((path) => !isHiddenHere(path))
			.sort(),
	);
	const hash = remember(() => {
		const tree: FileTree = {};
		for (const path of visible()) {
			const text = shown()[path] ?? "";
			// The sandbox never has such a text; its length is enough to tell that the editor shows something else.
			tree[path] = isTooLarge(text) ? `too large: ${text.length}` : text;
		}
		return hashTree(tree);
	});

	/** Derived once for each set of edits; consumers compare by identity. */
	function remember<T>(derive: () => T): () => T {
		let last: { edits: unknown; value: T } | null = null;
		return () => {
			const { edits } = store.getState();
			if (last?.edits !== edits) last = { edits, value: derive() };
			return last.value;
		};
	}

	function record(): WorkspaceRecord {
		const { edits, openTabs, active, snapshots } = store.getState();
		return {
			schema: RECORD_SCHEMA,
			lesson: lesson.slug,
			lessonVersion: lesson.version,
			...stamp,
			edits,
			editedFrom,
			lastGood,
			openTabs,
			active,
			snapshots,
		};
	}

	const saver = createSaver(
		clock,
		async () => {
			let written: WorkspaceRecord | null = null;
			try {
				await persistence.save((stored) => {
					if (stored && isNewer(stored, seen)) takeIn(stored, store.getState());
					written = record();
					seen = written;
					return written;
				});
			} finally {
				// What could not be read stays unseen: it is joined once it can be.
				written ??= record();
				// Another tab shall show the edit even where the browser keeps nothing.
				if (written.origin === origin) channel.post(written);
			}
		},
		(error) =>
			store.setState({
				save: error === null ? { state: "saved" } : { state: "unsaved", reason: storageReason(error) },
			}),
	);

	function changed(): void {
		// Before what is kept has been read there is nothing that may be written over it.
		if (!store.getState().hydrated) return;
		if (store.getState().save.state !== "unsaved") store.setState({ save: { state: "saving" } });
		saver.touch();
	}

	/** Takes over what another tab, or this one before a reload, wrote. Its tabs too, unless `tabs` says which to keep. */
	function takeIn(from: WorkspaceRecord, tabs: Tabs = from): void {
		const theirs = { ...from, edits: withEdits(original, { edits: {}, lastGood: {} }, from.edits).edits };
		const { edits, ...merged } = mergeRecords(seen, record(), theirs, clock.now());
		seen = theirs;
		// What fitted last is only known from the record.
		lastGood = Object.fromEntries(
			Object.entries(merged.lastGood).filter(([path]) => isTooLarge(edits[path] ?? "")),
		);
		editedFrom = editedFromOf(original, lesson.version, { ...merged, edits });
		stamp = { changedAt: merged.changedAt, origin: merged.origin };
		store.setState({
			edits,
			snapshots: merged.snapshots,
			lessonChange: stillToDecide(edits),
			...existingTabs(tabs, edits),
		});
	}

	/** It is asked when the lesson is opened. A tab of another version that writes meanwhile opens no new question. */
	function stillToDecide(edits: Edits): ChangedFile[] {
		const { hydrated, lessonChange } = store.getState();
		if (hydrated && lessonChange.length === 0) return lessonChange;
		const changed = changedUnder(original, edits, editedFrom);
		if (!hydrated) return changed;
		return changed.filter(({ path }) => lessonChange.some((each) => each.path === path));
	}

	function existingTabs(tabs: Tabs, edits: Edits): Tabs {
		const files = overlay(original, edits);
		const kept = keepTabs(tabs, (path) => path in files && !isHiddenHere(path));
		const active = kept.active !== null && kept.openTabs.includes(kept.active) ? kept.active : null;
		return { openTabs: kept.openTabs, active: active ?? kept.openTabs[0] ?? null };
	}

	const channel = (options.openChannel ?? openBroadcastChannel)(
		lesson.slug,
		(theirs) => {
			if (!store.getState().hydrated) {
				if (!waiting || isNewer(theirs, waiting)) waiting = theirs;
			} else if (isNewer(theirs, seen)) {
				takeIn(theirs, store.getState());
				// An older write of this tab may have come after theirs.
				changed();
			}
		},
		signal,
	);

	async function hydrate(): Promise<void> {
		let loaded: Loaded | { kind: "failed"; error: unknown };
		try {
			loaded = await persistence.load();
		} catch (error) {
			loaded = { kind: "failed", error };
		}
		if (signal.aborted) return;
		if (loaded.kind === "record") takeIn(loaded.record);
		if (waiting && isNewer(waiting, seen)) takeIn(waiting, store.getState());
		waiting = null;
		store.setState({
			hydrated: true,
			save:
				loaded.kind === "failed"
					? { state: "unsaved", reason: storageReason(loaded.error) }
					: { state: "saved" },
			refusal: loaded.kind === "set-aside" ? setAsideMessage(loaded) : null,
		});
	}

	const actions = createActions({
		lesson,
		original,
		solved,
		store,
		now: clock.now,
		draft,
		isHidden: isHiddenHere,
		isReadonly,
		commit(next, tabs) {
			lastGood = next.lastGood;
			editedFrom = carriedOver(original, next.edits, editedFrom);
			stamp = { changedAt: Math.max(clock.now(), stamp.changedAt + 1), origin };
			store.setState({
				edits: next.edits,
				lessonChange: stillToDecide(next.edits),
				...existingTabs(tabs ?? store.getState(), next.edits),
			});
			changed();
		},
		acceptLesson() {
			editedFrom = {};
		},
		showTabs(tabs) {
			store.setState(tabs);
			changed();
		},
	});

	function isReadonly(path: string): boolean {
		if (isHiddenHere(path) || lesson.meta.readonly.includes(path)) return true;
		// A file of the base app that the learner took away and made anew is the learner's.
		return baseOnly.has(path) && !(path in store.getState().edits);
	}

	const flush = () => saver.flush();
	flushWhenLeaving(
		{
			soon: () => void flush().catch(() => undefined),
			now() {
				if (saver.waiting()) persistence.saveAtOnce(record()).catch(() => undefined);
			},
		},
		signal,
	);
	void hydrate();

	return {
		store,
		actions,
		files: inSandbox,
		visiblePaths: visible,
		isReadonly,
		starterText: (path) => original[path] ?? null,
		solutionText: (path) => solved[path] ?? null,
		solutionPaths: () =>
			[...new Set([...Object.keys(solved), ...Object.keys(shown())])]
				.filter((path) => solved[path] !== shown()[path])
				.sort(),
		sourceHash: hash,
		record,
		flush: () =>
			flush().catch((error: unknown) => {
				throw new Error(storageReason(error), { cause: error });
			}),
	};
}

function setAsideMessage(loaded: Extract<Loaded, { kind: "set-aside" }>): string {
	const what =
		loaded.why === "newer"
			? "Your earlier edits of this lesson were saved by a newer version of the playground, which this one cannot read."
			: "Your earlier edits of this lesson could not be read: what the browser kept is damaged.";
	return `${what} They were put aside under “${loaded.key}”, not deleted. You start from the lesson's starter.`;
}
