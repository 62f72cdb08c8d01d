import type { QuestionKind } from "@/lib/quiz/schema";
import type { ShownQuestion } from "@/lib/quiz/types";
import type { PollQuestion } from "@/lib/workshop/contract";

/** Whether questions of this kind can be asked live: those that are answered with a choice, not with prose or code. */
export function isAskable(kind: QuestionKind): boolean {
	return kind !== "shortAnswer" && kind !== "fixTheCode";
}

/** What the hub must know of a question to count votes; `null` for one that cannot be asked live. */
export function pollQuestionOf(question: ShownQuestion): PollQuestion | null {
	switch (question.kind) {
		case "single":
		case "multiple":
		case "predictOutput":
			return { question: question.id, of: "choice", size: question.options.length };
		case "trueFalseGrid":
			return { question: question.id, of: "grid", size: question.statements.length };
		case "order":
			return { question: question.id, of: "order", size: question.steps.length };
		case "spotBug":
			return { question: question.id, of: "bug", size: question.code.lines.length };
		case "shortAnswer":
		case "fixTheCode":
			return null;
	}
}
