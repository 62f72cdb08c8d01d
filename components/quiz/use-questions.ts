"use client";

import { loadQuizPart } from "@generated/quiz";
import { useEffect, useState } from "react";
import type { ShownQuestion } from "@/lib/quiz/types";
import { QUESTIONS_BY_ID } from "./use-quiz";

export type QuestionsState =
	| { state: "loading" }
	| { state: "ready"; questions: ReadonlyMap<string, ShownQuestion> }
	| { state: "failed"; message: string };

/** The questions with these ids, loaded by part. Ids that no longer exist are left out. */
export function useQuestions(ids: readonly string[]): { state: QuestionsState; retry: () => void } {
	const [state, setState] = useState<QuestionsState>({ state: "loading" });
	const [attempt, setAttempt] = useState(0);
	const key = ids.join(" ");
	// biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is a reason to load again
	useEffect(() => {
		const controller = new AbortController();
		loadQuestions(key === "" ? [] : key.split(" ")).then(
			(questions) => {
				if (!controller.signal.aborted) setState({ state: "ready", questions });
			},
			() => {
				if (controller.signal.aborted) return;
				setState({
					state: "failed",
					message:
						"The questions could not be loaded. What you have answered is kept. Is the playground still running?",
				});
			},
		);
		return () => controller.abort();
	}, [key, attempt]);
	return { state, retry: () => setAttempt((n) => n + 1) };
}

/** Questions by id, from the parts they are in. */
export async function loadQuestions(ids: readonly string[]): Promise<Map<string, ShownQuestion>> {
	const parts = new Set(ids.flatMap((id) => QUESTIONS_BY_ID.get(id)?.part ?? []));
	const loaded = await Promise.all([...parts].map((part) => loadQuizPart[part]?.() ?? []));
	return new Map(
		loaded
			.flat()
			.filter(({ id }) => ids.includes(id))
			.map((question) => [question.id, question]),
	);
}
