"use client";

import { useCallback, useEffect, useState } from "react";
import type { LessonContent } from "@/lib/lessons/types";
import { loadBaseApp, loadMachinePolicy } from "@/lib/playground/server-facts";
import type { Playground } from "@/lib/playground/types";

export type PlaygroundState =
	| { state: "loading" }
	| { state: "ready"; playground: Playground }
	| { state: "failed"; message: string };

/** Makes the playground of a lesson in the browser and closes it when the page goes. */
export function usePlayground(lesson: LessonContent): { state: PlaygroundState; retry: () => void } {
	const [state, setState] = useState<PlaygroundState>({ state: "loading" });
	const [attempt, setAttempt] = useState(0);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the lesson by its content, for the server may send an equal one anew; and another attempt is a reason to begin again
	useEffect(() => {
		const controller = new AbortController();
		setState({ state: "loading" });
		loadPlayground(lesson, controller.signal).then(
			(playground) => {
				if (!controller.signal.aborted) setState({ state: "ready", playground });
			},
			(error: unknown) => {
				if (controller.signal.aborted) return;
				setState({ state: "failed", message: error instanceof Error ? error.message : String(error) });
			},
		);
		return () => controller.abort();
	}, [lesson.slug, lesson.version, attempt]);
	const retry = useCallback(() => setAttempt((n) => n + 1), []);
	return { state, retry };
}

async function loadPlayground(lesson: LessonContent, signal: AbortSignal): Promise<Playground> {
	// Loaded here so that the prose is readable and alive before the machinery has come.
	const [{ createPlayground }, { getSandbox }, { lessonModules }, base, policy] = await Promise.all([
		import("@/lib/playground/playground"),
		import("@/lib/playground/sandbox"),
		import("@generated/lessons"),
		loadBaseApp(),
		loadMachinePolicy(),
	]);
	signal.throwIfAborted();
	const modules = lessonModules[lesson.checksOf ?? lesson.slug];
	if (!modules) throw new Error("The code of this lesson was not built. Run `npm run generate` and reload.");
	const sandbox = getSandbox(policy);
	sandbox.picker.follow(location.href);
	const playground = createPlayground({ lesson, base, modules, sandbox });
	signal.addEventListener("abort", () => playground.close(), { once: true });
	return playground;
}
