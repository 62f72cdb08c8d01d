"use client";

import { useMemo } from "react";
import { mocksOf } from "@/lib/quiz/mock";
import { useQuiz } from "../use-quiz";
import { MockRun } from "./mock-run";
import { MockStart } from "./mock-start";

/**
 * The mock interview that is going on, or the way to a new one. All of it stands in the log, so a reload goes on where it
 * was.
 */
export function MockInterview() {
	const quiz = useQuiz(1000);
	// The clock goes on every second; what does not concern it is not looked through each time.
	const events = useMemo(() => quiz.events.filter((event) => "mock" in event), [quiz.events]);
	if (!quiz.loaded) return null;
	const mocks = mocksOf(events, quiz.now);
	const open = mocks.findLast(({ state }) => state !== "ended");
	return open ? <MockRun key={open.id} mock={open} /> : <MockStart mocks={mocks} cards={quiz.cards} />;
}
