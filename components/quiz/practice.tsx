"use client";

import { quizQuestions } from "@generated/quiz";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { practiceOrder, wrongAnswers } from "@/lib/quiz/choose";
import { QuestionRun } from "./question-run";
import { QUESTIONS_BY_ID, type QuizView, useQuiz } from "./use-quiz";

/** Questions in one go; more is tiring, and the next go takes what is weak by then. */
const AT_A_TIME = 10;

/** A go through a part: what is new first, then what is known least. `?question=<id>` begins with
 * that one alone, `?lesson=<slug>` with those of one lesson. */
export function PartPractice({ part }: { part: string }) {
	const { loaded, cards, now } = useQuiz();
	const [go, setGo] = useState(0);
	const search = useSearchParams();
	const only = search?.get("question") ?? null;
	const lesson = search?.get("lesson") ?? null;
	if (!loaded) return null;
	if (only !== null && go === 0 && QUESTIONS_BY_ID.get(only)?.part === part)
		return (
			<QuestionRun ids={[only]} mode="practice" onAgain={() => setGo(1)} againWords="More of this topic" />
		);
	const questions = quizQuestions.filter(
		({ id, kind, ...question }) =>
			question.part === part &&
			kind !== "fixTheCode" &&
			(lesson === null || go > 0 || id.startsWith(`${lesson}#`)),
	);
	return (
		<QuestionRun
			key={go}
			ids={practiceOrder(questions, cards, now).slice(0, AT_A_TIME)}
			mode="practice"
			onAgain={() => setGo(go + 1)}
			againWords="Another round"
		/>
	);
}

/** The shelf: what was not right the last time, newest first. */
export function WrongPractice() {
	const { loaded, cards } = useQuiz();
	const [go, setGo] = useState(0);
	if (!loaded) return null;
	return <Shelf key={go} cards={cards} onAgain={() => setGo(go + 1)} />;
}

function Shelf({ cards, onAgain }: { cards: QuizView["cards"]; onAgain: () => void }) {
	// As it is when the run begins: a right answer must not take the question away while it is explained.
	const [ids] = useState(() => wrongAnswers(quizQuestions, cards));
	if (ids.length === 0)
		return <p className="text-ink-muted">The shelf is empty: the last answer to every question was right.</p>;
	return <QuestionRun ids={ids} mode="practice" onAgain={onAgain} againWords="What is left on the shelf" />;
}
