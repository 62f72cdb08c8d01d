/**
 * What authors of questions may import.
 *
 * Questions on a lesson stand in its folder as `quiz.ts`; questions on a part, or for the interview as a whole, as
 * `lessons/<NN-part>/<name>.quiz.ts`. See README, "Write a question".
 */
export { defineQuiz } from "./define";
export type { Question, QuestionInput, QuestionKind } from "./schema";
