import type { Answer, Outcome } from "./contract";
import type { GridQuestion, OrderQuestion, ShownQuestion } from "./types";

/** Share of a rubric that makes a short answer at least partly right. */
const ENOUGH = 0.6;

/** Whether an answer is right. An answer of another kind than the question's is wrong. */
export function grade(question: ShownQuestion, answer: Answer): Outcome {
	switch (question.kind) {
		case "single":
		case "multiple":
		case "predictOutput": {
			if (answer.of !== "choice") return "wrong";
			const chosen = new Set(answer.chosen);
			return question.options.every(({ correct }, index) => (correct === true) === chosen.has(index))
				? "right"
				: "wrong";
		}
		case "trueFalseGrid":
			return answer.of === "grid" ? gradeGrid(question, answer.marked) : "wrong";
		case "order":
			return answer.of === "order" && misplaced(question, answer.order).length === 0 ? "right" : "wrong";
		case "spotBug": {
			if (answer.of !== "bug") return "wrong";
			const line = answer.line !== null && question.bugLines.includes(answer.line);
			const reason = answer.reason !== null && question.reasons[answer.reason]?.correct === true;
			return line && reason ? "right" : line || reason ? "partly" : "wrong";
		}
		case "shortAnswer": {
			if (answer.of !== "text" || answer.ticked === null) return "wrong";
			const ticked = new Set(answer.ticked.filter((index) => index in question.rubric)).size;
			if (ticked === question.rubric.length) return "right";
			return ticked / question.rubric.length >= ENOUGH ? "partly" : "wrong";
		}
		case "fixTheCode":
			return answer.of === "kata" && answer.solved ? "right" : "wrong";
	}
}

/** One slip in four statements or more is partly right. */
function gradeGrid({ statements }: GridQuestion, marked: (boolean | null)[]): Outcome {
	const wrong = statements.filter(({ isTrue }, index) => marked[index] !== isTrue).length;
	if (wrong === 0) return "right";
	return wrong === 1 && statements.length >= 4 ? "partly" : "wrong";
}

/** Ids of the steps that stand before one they must come after; all of them when steps are missing or given twice. */
export function misplaced({ steps }: OrderQuestion, order: readonly string[]): string[] {
	const ids = steps.map(({ id }) => id);
	if (
		order.length !== ids.length ||
		new Set(order).size !== ids.length ||
		order.some((id) => !ids.includes(id))
	)
		return ids;
	return steps
		.filter(({ id, after }) => after.some((earlier) => order.indexOf(earlier) > order.indexOf(id)))
		.map(({ id }) => id);
}
