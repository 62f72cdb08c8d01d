import "fake-indexeddb/auto";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { progressKeeper } from "@/lib/progress/store";
import { QuizToday } from "./quiz-today";

vi.mock("@generated/quiz", () => ({
	quizParts: [{ name: "a", title: "Part A" }],
	quizQuestions: ["one", "two"].map((name) => ({
		id: `a/b#${name}`,
		kind: "single",
		level: 1,
		points: ["A1"],
		part: "a",
		lessons: [],
	})),
}));
afterEach(() => {
	cleanup();
	vi.useRealTimers();
});

test("nothing is shown before the first answer; then what is due today, now or later", async () => {
	vi.useFakeTimers({ now: new Date(2026, 5, 1, 12).getTime(), toFake: ["Date"] });
	render(<QuizToday />);
	await vi.waitFor(() => expect(progressKeeper().store.getState().state).toBe("ready"));
	expect(screen.queryByRole("region")).toBeNull();
	await progressKeeper().record({
		type: "question-answered",
		question: "a/b#one",
		mode: "practice",
		outcome: "wrong",
		guessed: false,
		ms: 1,
		answer: { of: "choice", chosen: [0] },
	});
	// A wrong answer comes back in a minute.
	expect(await screen.findByRole("region", { name: "1 question due today" })).toBeInTheDocument();
	expect(screen.getByText("None of them yet; they come round later.")).toBeInTheDocument();
	expect(screen.getByText("0% known")).toBeInTheDocument();
	cleanup();

	vi.setSystemTime(new Date(2026, 5, 1, 12, 5));
	render(<QuizToday />);
	expect(await screen.findByRole("link", { name: "Review now" })).toHaveAttribute("href", "/review");
});
