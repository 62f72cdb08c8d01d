import { shuffled } from "./choose";
import type { Answer } from "./contract";
import { misplaced } from "./grade";
import type { OrderQuestion, ShownQuestion } from "./types";

/** An answer with nothing in it yet. The same `seed` gives the same order of steps. */
export function emptyAnswer(question: ShownQuestion, seed: string): Answer {
	switch (question.kind) {
		case "single":
		case "multiple":
		case "predictOutput":
			return { of: "choice", chosen: [] };
		case "trueFalseGrid":
			return { of: "grid", marked: question.statements.map(() => null) };
		case "order":
			return { of: "order", order: mixedSteps(question, seed) };
		case "spotBug":
			return { of: "bug", line: null, reason: null };
		case "shortAnswer":
			return { of: "text", text: "", ticked: null };
		case "fixTheCode":
			return { of: "kata", solved: false };
	}
}

/** The steps mixed, and never by chance in a right order. */
function mixedSteps(question: OrderQuestion, seed: string): string[] {
	const ids = question.steps.map(({ id }) => id);
	for (let attempt = 0; attempt < 50; attempt += 1) {
		const order = shuffled(ids, `${seed}/${attempt}`);
		if (misplaced(question, order).length > 0) return order;
	}
	return ids.reverse();
}

/** Whether an answer is whole, so that it can be looked at. */
export function isAnswered(answer: Answer): boolean {
	switch (answer.of) {
		case "choice":
			return answer.chosen.length > 0;
		case "grid":
			return answer.marked.every((mark) => mark !== null);
		case "bug":
			return answer.line !== null && answer.reason !== null;
		case "order":
		case "text":
		case "kata":
			return true;
	}
}

/** The list with the entry at `from` moved to `to`. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
	if (from < 0 || from >= list.length || to < 0 || to >= list.length) return [...list];
	const result = [...list];
	result.splice(to, 0, ...result.splice(from, 1));
	return result;
}
