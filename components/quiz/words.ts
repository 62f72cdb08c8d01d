import type { QuestionKind } from "@/lib/quiz/schema";

/** Kinds of questions, for people. */
export const KIND_WORDS: Record<QuestionKind, string> = {
	single: "One answer",
	multiple: "Several answers",
	trueFalseGrid: "True or false",
	predictOutput: "Predict the output",
	order: "Put in order",
	spotBug: "Spot the bug",
	shortAnswer: "Short answer",
	fixTheCode: "Kata",
};

/** `4 s`, `2 min 05 s` */
export function duration(ms: number): string {
	const seconds = Math.round(ms / 1000);
	if (seconds < 60) return `${seconds} s`;
	return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s`;
}

/** `1 question`, `3 questions` */
export function many(n: number, word: string): string {
	return `${n} ${word}${n === 1 ? "" : "s"}`;
}

/** When something is due, seen from `now`. */
export function dueWords(due: number, now: number): string {
	const hours = (due - now) / 3_600_000;
	if (hours <= 0) return "now";
	if (hours < 1) return `in ${many(Math.ceil(hours * 60), "minute")}`;
	if (hours < 36) return `in ${many(Math.round(hours), "hour")}`;
	return `in ${many(Math.round(hours / 24), "day")}`;
}
