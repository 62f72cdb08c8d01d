import { createStore, type StoreApi } from "zustand/vanilla";
import type { Build, Mode } from "@/lib/sandbox/agent-protocol";
import { isSandboxError } from "@/lib/sandbox/errors";
import type { FileTree } from "@/lib/sandbox/files";
import type { Session } from "@/lib/sandbox/session/types";

/** Milliseconds of quiet in development before what was compiled is read again. */
const SETTLE = 400;

export interface BuildState {
	/** The mode the learner wants the app to run in. */
	mode: Mode;
	/** There are edits that the production build does not have. */
	outdated: boolean;
	/** What Next.js made of the app, as last read; `null` while nothing runs. */
	build: Build | null;
	/** Why it could not be read, in words. */
	trouble: string | null;
}

/** The learner's side of modes: which one, what was built in it, and from which files. */
export interface Builds {
	store: StoreApi<BuildState>;
	/** Runs the app in that mode from now on. */
	setMode(mode: Mode): void;
	/** Has the present files built, where that is not done by itself. */
	rebuild(): void;
	/** The files that shall run now: in production those of the last build asked for. */
	filesToRun(): FileTree;
	/** From now on a build counts with the present files. */
	takeEdits(): void;
	/** The learner has edited something. */
	noteEdit(): void;
}

export interface BuildsOptions {
	mode: Mode;
	session: Session;
	files: () => FileTree;
	/** Tells the sandbox what shall run. */
	show: () => void;
	signal: AbortSignal;
}

/**
 * A production build takes many seconds, so edits wait for it until the learner asks, or runs the checks. `next dev`
 * takes each edit at once.
 */
export function createBuilds({ mode, session, files, show, signal }: BuildsOptions): Builds {
	const store = createStore<BuildState>(() => ({ mode, outdated: false, build: null, trouble: null }));
	let built: FileTree | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let reads = 0;

	async function read(): Promise<void> {
		const mine = ++reads;
		const runner = session.runner;
		if (!runner || session.getState().state !== "ready") return;
		try {
			const build = await runner.readBuild(signal);
			if (mine === reads) store.setState({ build, trouble: null });
		} catch (error) {
			// Gone or restarting: the next `ready` reads anew.
			if (mine !== reads || signal.aborted || isUnderWay(error)) return;
			store.setState({ build: null, trouble: error instanceof Error ? error.message : String(error) });
		}
	}
	const readSoon = () => {
		clearTimeout(timer);
		timer = setTimeout(() => void read(), SETTLE);
	};

	const stops = [
		session.subscribe(() => {
			const { state } = session.getState();
			if (state === "ready") readSoon();
			if (state === "starting" || state === "failed" || state === "crashed") store.setState({ build: null });
		}),
		// Each page asked for may be compiled for it.
		session.onRunnerEvent((event) => {
			if (event.type === "exchange" && store.getState().build?.mode === "development") readSoon();
		}),
	];
	signal.addEventListener("abort", () => {
		clearTimeout(timer);
		for (const stop of stops) stop();
	});
	if (session.getState().state === "ready") readSoon();

	function takeEdits(): void {
		built = null;
		store.setState({ outdated: false });
	}
	return {
		store,
		takeEdits,
		setMode(next) {
			if (next === store.getState().mode) return;
			takeEdits();
			store.setState({ mode: next, build: null });
			show();
		},
		rebuild() {
			takeEdits();
			show();
		},
		filesToRun() {
			if (store.getState().mode === "development") return files();
			built ??= files();
			return built;
		},
		noteEdit() {
			const outdated = store.getState().mode === "production" && built !== null && !isSame(built, files());
			if (outdated !== store.getState().outdated) store.setState({ outdated });
		},
	};
}

function isSame(a: FileTree, b: FileTree): boolean {
	const paths = Object.keys(a);
	return paths.length === Object.keys(b).length && paths.every((path) => a[path] === b[path]);
}

function isUnderWay(error: unknown): boolean {
	return (
		isSandboxError(error) &&
		["not-running", "cancelled", "agent-stopped", "machine-gone"].includes(error.code)
	);
}
