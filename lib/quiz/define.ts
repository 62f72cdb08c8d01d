import type { QuestionInput } from "./schema";

/** The questions of a lesson (`quiz.ts`) or of a part (`<name>.quiz.ts`). The gate checks them. */
export function defineQuiz(questions: QuestionInput[]): QuestionInput[] {
	return questions;
}
