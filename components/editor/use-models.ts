import { useEffect, useRef, useState } from "react";
import type { Workspace } from "@/lib/workspace";
import { parses, refreshOtherFiles, runningWorker } from "./monaco/language-service";
import { loadMonaco, type Monaco } from "./monaco/load";
import { createModels, type Models } from "./monaco/models";

export type Loading =
	| { state: "loading" }
	| { state: "ready"; monaco: Monaco; models: Models }
	| { state: "failed"; message: string };

const SYNTAX_QUIET_MS = 150;

/**
 * Monaco with the models of a workspace, for as long as the component lives.
 * @param onSyntax told a little after each edit whether the file's text parses
 */
export function useModels(
	workspace: Workspace,
	onSyntax: ((path: string, ok: boolean) => void) | undefined,
): { loading: Loading; retry(): void } {
	const [attempt, setAttempt] = useState(0);
	const [loading, setLoading] = useState<Loading>({ state: "loading" });
	const tell = useRef(onSyntax);
	useEffect(() => {
		tell.current = onSyntax;
	});

	// biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt loads again
	useEffect(() => {
		const controller = new AbortController();
		const { signal } = controller;
		loadWhenHydrated(workspace, signal)
			.then(async (monaco) => ({ monaco, worker: await runningWorker(monaco) }))
			.then(
				({ monaco, worker }) => {
					if (signal.aborted) return;
					const refresh = refreshOtherFiles(monaco, signal);
					const later = debounceByKey(SYNTAX_QUIET_MS, signal);
					const models = createModels(
						monaco,
						workspace,
						worker,
						(path) => {
							refresh(path);
							later(path, () => {
								parses(monaco, models, path).then(
									(ok) => signal.aborted || tell.current?.(path, ok),
									() => undefined, // the worker went away with the page
								);
							});
						},
						signal,
					);
					setLoading({ state: "ready", monaco, models });
				},
				(error: unknown) => {
					const message = error instanceof Error ? error.message : String(error);
					if (!signal.aborted) setLoading({ state: "failed", message });
				},
			);
		return () => {
			controller.abort();
			setLoading({ state: "loading" });
		};
	}, [workspace, attempt]);

	return { loading, retry: () => setAttempt((count) => count + 1) };
}

/** Models made before that would take the starter for what the learner wrote. */
async function loadWhenHydrated(workspace: Workspace, signal: AbortSignal): Promise<Monaco> {
	const monaco = await loadMonaco();
	if (workspace.store.getState().hydrated) return monaco;
	return new Promise((resolve) => {
		const unsubscribe = workspace.store.subscribe((state) => {
			if (!state.hydrated) return;
			unsubscribe();
			resolve(monaco);
		});
		signal.addEventListener("abort", unsubscribe, { once: true });
	});
}

function debounceByKey(ms: number, signal: AbortSignal): (key: string, run: () => void) => void {
	const timers = new Map<string, ReturnType<typeof setTimeout>>();
	signal.addEventListener(
		"abort",
		() => {
			for (const timer of timers.values()) clearTimeout(timer);
		},
		{ once: true },
	);
	return (key, run) => {
		clearTimeout(timers.get(key));
		if (!signal.aborted) timers.set(key, setTimeout(run, ms));
	};
}
