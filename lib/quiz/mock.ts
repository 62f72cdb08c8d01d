import { inOrder } from "./cards";
import type { Answer, QuizEvent, QuizEventOf } from "./contract";

export interface MockAnswer {
	answer: Answer;
	guessed: boolean;
}

/** A mock interview as the log tells of it. Times in milliseconds. */
export interface Mock {
	id: string;
	startedAt: number;
	minutes: number;
	/** Extra time in per cent. */
	extra: number;
	/** Time in all, extra time included. */
	limitMs: number;
	questions: string[];
	/** The question on screen. */
	current: string;
	answers: Map<string, MockAnswer>;
	/** Time spent on each question so far, pauses aside. */
	timeBy: Map<string, number>;
	elapsedMs: number;
	state: "running" | "paused" | "out-of-time" | "ended";
	/** What was written down of it once it had ended, by question. */
	graded: Map<string, QuizEventOf<"question-answered">>;
}

type MockEvent = Extract<QuizEvent, { mock: string }> | QuizEventOf<"question-answered">;

/** Every mock interview in the log as of `now`, oldest first. */
export function mocksOf(events: readonly QuizEvent[], now: number): Mock[] {
	const ordered = inOrder(events);
	return ordered
		.filter((event) => event.type === "mock-started")
		.map((start) => foldMock(start, ordered, now));
}

function foldMock(start: QuizEventOf<"mock-started">, events: readonly QuizEvent[], now: number): Mock {
	const mock: Mock = {
		id: start.mock,
		startedAt: start.at,
		minutes: start.minutes,
		extra: start.extra,
		limitMs: start.minutes * 60_000 * (1 + start.extra / 100),
		questions: start.questions,
		current: start.questions[0]!,
		answers: new Map(),
		timeBy: new Map(),
		elapsedMs: 0,
		state: "running",
		graded: new Map(),
	};
	let since = start.at;
	const runUntil = (at: number) => {
		if (mock.state !== "running") return;
		const spent = Math.max(0, Math.min(at - since, mock.limitMs - mock.elapsedMs));
		mock.timeBy.set(mock.current, (mock.timeBy.get(mock.current) ?? 0) + spent);
		mock.elapsedMs += spent;
		since = at;
		if (mock.elapsedMs >= mock.limitMs) mock.state = "out-of-time";
	};
	for (const event of events) {
		if (!("mock" in event) || event.mock !== start.mock || event === start) continue;
		if (event.type !== "question-answered") runUntil(event.at);
		apply(mock, event as MockEvent);
		if (event.type === "mock-resumed") since = event.at;
	}
	runUntil(now);
	return mock;
}

function apply(mock: Mock, event: MockEvent): void {
	if (event.type === "question-answered") {
		mock.graded.set(event.question, event);
		return;
	}
	if (event.type === "mock-ended") {
		mock.state = "ended";
		return;
	}
	// What is said after the end, or after time is up, no longer counts.
	if (mock.state === "ended" || mock.state === "out-of-time") return;
	switch (event.type) {
		case "mock-shown":
			if (mock.questions.includes(event.question)) mock.current = event.question;
			return;
		case "mock-answered":
			if (mock.questions.includes(event.question))
				mock.answers.set(event.question, { answer: event.answer, guessed: event.guessed });
			return;
		case "mock-paused":
			mock.state = "paused";
			return;
		case "mock-resumed":
			mock.state = "running";
	}
}
