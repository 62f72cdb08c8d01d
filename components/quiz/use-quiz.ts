"use client";

import { quizQuestions } from "@generated/quiz";
import { useEffect, useMemo, useState } from "react";
import { useProgress } from "@/components/progress/use-progress";
import { askedQuestions, interviewDate, type QuizCard, replay } from "@/lib/quiz/cards";
import type { QuizEvent } from "@/lib/quiz/contract";

export interface QuizView {
	/** False until what is kept in the browser has been read. */
	loaded: boolean;
	events: readonly QuizEvent[];
	cards: ReadonlyMap<string, QuizCard>;
	/** Questions of workshops that were never answered, and since when they are due. */
	asked: ReadonlyMap<string, number>;
	interview: { date: string | null; at: number | null };
	/** Milliseconds since the epoch; goes on in steps. */
	now: number;
}

const NONE: readonly QuizEvent[] = [];

/** What the learner knows of the questions. `everyMs` is how often `now` goes on. */
export function useQuiz(everyMs = 30_000): QuizView {
	const state = useProgress();
	const now = useNow(everyMs);
	const events = state.state === "loading" ? NONE : state.quiz;
	const cards = useMemo(() => replay(events), [events]);
	const asked = useMemo(() => askedQuestions(events), [events]);
	const interview = useMemo(() => interviewDate(events), [events]);
	return { loaded: state.state !== "loading" && now > 0, events, cards, asked, interview, now };
}

/** 0 on the server and in the first render, so that both say the same. */
function useNow(everyMs: number): number {
	const [now, setNow] = useState(0);
	useEffect(() => {
		setNow(Date.now());
		const timer = setInterval(() => setNow(Date.now()), everyMs);
		return () => clearInterval(timer);
	}, [everyMs]);
	return now;
}

/** Every question there is, by id. */
export const QUESTIONS_BY_ID = new Map(quizQuestions.map((question) => [question.id, question]));
