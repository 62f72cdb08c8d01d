import type { ProgressFact } from "@/lib/progress/events";
import { isAnswered } from "@/lib/quiz/answer";
import { grade } from "@/lib/quiz/grade";
import type { Mock } from "@/lib/quiz/mock";
import type { ShownQuestion } from "@/lib/quiz/types";

/**
 * What is written down when a mock interview ends: how each answer went, and that it is over. Short answers are left out;
 * the learner holds them against their model in the report.
 */
export function factsOfEnd(mock: Mock, questions: ReadonlyMap<string, ShownQuestion>): ProgressFact[] {
	const facts: ProgressFact[] = [{ type: "mock-ended", mock: mock.id }];
	for (const [id, { answer, guessed }] of mock.answers) {
		const question = questions.get(id);
		if (!question || question.kind === "shortAnswer" || !isAnswered(answer)) continue;
		facts.push({
			type: "question-answered",
			question: id,
			mode: "mock",
			mock: mock.id,
			outcome: grade(question, answer),
			guessed,
			ms: Math.round(mock.timeBy.get(id) ?? 0),
			answer,
		});
	}
	return facts;
}
