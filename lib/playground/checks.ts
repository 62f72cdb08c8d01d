import { createStore } from "zustand/vanilla";
import { type RunDependencies, runChecks, runClaim } from "@/lib/checks/engine/run";
import type { Laying } from "@/lib/checks/engine/sandbox-files";
import type { CheckDefinition, CheckResult } from "@/lib/checks/types";
import type { BaseApp, LessonContent, LessonModules } from "@/lib/lessons/types";
import type { Mode } from "@/lib/sandbox/agent-protocol";
import type { Preview } from "@/lib/sandbox/bridge/types";
import { isSandboxError } from "@/lib/sandbox/errors";
import { type FileTree, overlay } from "@/lib/sandbox/files";
import { noSuchMode } from "@/lib/sandbox/runner";
import type { Session } from "@/lib/sandbox/session/types";
import type { Workspace } from "@/lib/workspace/types";
import type { Checks, ChecksState } from "./types";

export interface ChecksOptions {
	lesson: LessonContent;
	base: BaseApp;
	modules: LessonModules;
	session: Session;
	preview: Preview;
	workspace: Workspace;
	/** Sends the learner's newest files to the sandbox at once. */
	pushNow: () => void;
	/** Lends the sandbox to other files while `use` works, then brings the learner's back. */
	lend: <T>(other: { files: FileTree; name: string; mode: Mode }, use: () => Promise<T>) => Promise<T>;
	/** Lays files over whatever the sandbox shows at the moment; `{}` undoes it. */
	layFiles: Laying;
	signal: AbortSignal;
}

/** Runs a lesson's checks and claims and keeps what they said. One run at a time; a newer one cancels the older. */
export function createChecks(options: ChecksOptions): Checks {
	const { lesson, base, modules, session, preview, workspace, signal } = options;
	const store = createStore<ChecksState>(() => ({
		definitions: [],
		results: {},
		everPassed: {},
		hints: {},
		run: { state: "idle" },
		claims: [],
		claimResults: {},
		proving: null,
	}));
	const loaded = load();
	loaded.catch(() => {});
	let current: { abort: AbortController; ended: Promise<void> } | null = null;

	async function load(): Promise<void> {
		const [checks, claims] = await Promise.all([modules.checks(), modules.claims()]);
		store.setState({ definitions: checks.default, claims: claims.default });
	}

	/** Waits for the run before to clean up, then has `work` use the sandbox alone. */
	async function exclusively(work: (runSignal: AbortSignal) => Promise<void>): Promise<void> {
		const before = current;
		before?.abort.abort(new DOMException("A newer run took its place", "AbortError"));
		const abort = new AbortController();
		const ended = (async () => {
			await before?.ended;
			const runSignal = AbortSignal.any([signal, abort.signal]);
			try {
				await loaded;
				runSignal.throwIfAborted();
				await work(runSignal);
				store.setState({ run: { state: "idle" } });
			} catch (error) {
				const cancelled = runSignal.aborted || (isSandboxError(error) && error.code === "cancelled");
				store.setState({
					run: cancelled ? { state: "idle" } : { state: "refused", message: inWords(error) },
				});
			}
		})();
		current = { abort, ended };
		return ended;
	}

	async function run(only?: string[]): Promise<void> {
		return exclusively(async (runSignal) => {
			const { definitions } = store.getState();
			const chosen = only ? withRequired(definitions, only) : definitions;
			let done = 0;
			const progress = (id: string | null) =>
				store.setState({ run: { state: "running", current: id, done, total: chosen.length } });
			progress(null);
			options.pushNow();
			const sourceHash = workspace.sourceHash();
			await withSandbox(session, preview, runSignal, async (deps) => {
				await runChecks(
					chosen,
					{ ...deps, sourceHash, layFiles: options.layFiles },
					{
						start: progress,
						result: (result) => {
							done++;
							note(result);
						},
					},
				);
			});
		});
	}

	function note(result: CheckResult): void {
		store.setState((state) => ({
			results: { ...state.results, [result.id]: result },
			everPassed: result.verdict === "pass" ? { ...state.everPassed, [result.id]: true } : state.everPassed,
		}));
	}

	async function prove(claimId: string): Promise<void> {
		return exclusively(async (runSignal) => {
			const claim = store.getState().claims.find((candidate) => candidate.id === claimId);
			if (!claim) throw new Error(`This lesson has no claim “${claimId}”.`);
			const mode = claim.mode ?? lesson.meta.mode;
			const { runner } = session;
			if (runner && !runner.modes.includes(mode)) throw new Error(noSuchMode(runner.label));
			store.setState({ proving: claimId });
			const files = overlay(base.files, lesson.starter, lesson.solution, lesson.claimFiles[claimId] ?? {});
			try {
				await options.lend({ files, name: `${lesson.slug}#${claimId}`, mode }, () =>
					withSandbox(session, preview, runSignal, async (deps) => {
						const { layFiles } = options;
						const result = await runClaim(claim, { ...deps, layFiles, sourceHash: lesson.version });
						store.setState((state) => ({ claimResults: { ...state.claimResults, [claimId]: result } }));
					}),
				);
			} finally {
				store.setState({ proving: null });
			}
		});
	}

	return {
		store,
		run,
		prove,
		cancel: () => current?.abort.abort(new DOMException("Cancelled", "AbortError")),
		openHint: (id) =>
			store.setState(({ hints }) => ({ hints: { ...hints, [id]: Math.min(3, (hints[id] ?? 0) + 1) } })),
	};
}

/**
 * Gives the sandbox, current and quiet, to a run of checks, and puts back what a learner would miss afterwards: the
 * data they had entered, the page they were on, and JavaScript off.
 */
export async function withSandbox(
	session: Session,
	preview: Preview,
	signal: AbortSignal,
	use: (deps: Omit<RunDependencies, "sourceHash" | "layFiles">) => Promise<void>,
): Promise<void> {
	const { runner } = await session.whenCurrent(signal);
	const before = preview.getState();
	const data = await runner.readData(signal);
	const { latencyMs } = runner;
	// Checks measure the app, not the network that the learner plays with.
	if (latencyMs > 0) await runner.setLatency(0, signal);
	preview.setBusy(true);
	try {
		await use({ runner, preview, signal });
	} finally {
		preview.setBusy(false);
		// The run's own signal may be the reason we are here; cleaning up must not be cancelled by it.
		await runner.resetData(data).catch(() => {});
		if (latencyMs > 0) await runner.setLatency(latencyMs).catch(() => {});
		if (preview.getState().javaScript !== before.javaScript) preview.setJavaScript(before.javaScript);
		preview.open(before.url);
	}
}

/** The named checks and everything they need, in the lesson's order. */
export function withRequired(definitions: CheckDefinition[], ids: string[]): CheckDefinition[] {
	const wanted = new Set<string>();
	const add = (id: string) => {
		if (wanted.has(id)) return;
		wanted.add(id);
		for (const required of definitions.find((check) => check.id === id)?.requires ?? []) add(required);
	};
	for (const id of ids) add(id);
	return definitions.filter((check) => wanted.has(check.id));
}

function inWords(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
