import type { LessonContent } from "@/lib/lessons/types";
import type { KataQuestion } from "./types";

/** A kata as a lesson: begins with the kata's files, is solved by the lesson's solution, and uses the lesson's checks. */
export function kataContent(lesson: LessonContent, question: KataQuestion): LessonContent {
	const starter = { ...lesson.starter, ...question.files };
	const solution: LessonContent["solution"] = {};
	for (const path of Object.keys({ ...question.files, ...lesson.solution })) {
		// What the kata put in and neither solution nor starter has goes away again.
		solution[path] = lesson.solution[path] ?? lesson.starter[path] ?? null;
	}
	const changed = Object.entries(question.files).flatMap(([path, text]) => (text === null ? [] : [path]));
	return {
		...lesson,
		slug: `kata/${question.id}`,
		checksOf: lesson.slug,
		meta: {
			...lesson.meta,
			title: "Kata",
			summary: question.ask,
			// The files that differ are shown first.
			open: [...new Set([...changed, ...lesson.meta.open])].slice(0, 6),
		},
		previous: null,
		next: null,
		starter,
		solution,
		claimFiles: {},
	};
}

/** Whether the kata's checks are all green on one and the same source. */
export function isSolved(
	checks: readonly string[],
	results: Readonly<Record<string, { verdict: string; sourceHash: string }>>,
): boolean {
	const hash = results[checks[0] ?? ""]?.sourceHash;
	return (
		checks.length > 0 &&
		checks.every((id) => results[id]?.verdict === "pass" && results[id].sourceHash === hash)
	);
}
