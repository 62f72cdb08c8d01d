import "fake-indexeddb/auto";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { progressKeeper } from "@/lib/progress/store";
import type { ChoiceQuestion } from "@/lib/quiz/types";
import { PartPractice, WrongPractice } from "./practice";

const { question, search } = vi.hoisted(() => {
	const question = (id: string): ChoiceQuestion => ({
		id,
		kind: "single",
		level: 1,
		points: ["A1"],
		part: "a",
		lessons: [],
		ask: `Is ${id} so?`,
		note: null,
		code: null,
		options: [
			{ text: "yes", correct: true, why: "because yes" },
			{ text: "no", why: "because no" },
		],
	});
	return { question, search: { value: "" } };
});
vi.mock("@generated/quiz", () => {
	const quizQuestions = [question("a/b#one"), question("a/b#two")];
	return { quizLessons: [], quizParts: [], quizQuestions, loadQuizPart: { a: async () => quizQuestions } };
});
vi.mock("next/navigation", () => ({ useSearchParams: () => new URLSearchParams(search.value) }));
afterEach(cleanup);

const answer = async (user: ReturnType<typeof userEvent.setup>, option: string) => {
	await user.click(await screen.findByRole("radio", { name: option }));
	await user.click(screen.getByRole("button", { name: "Check my answer" }));
};
const answersKept = () => {
	const state = progressKeeper().store.getState();
	return state.state === "loading" ? [] : state.quiz;
};

test("what was wrong goes on the shelf, stays to be explained when it is right, and is gone the next time", async () => {
	const user = userEvent.setup();
	search.value = "question=a/b%23two";
	render(<PartPractice part="a" />);
	expect(await screen.findByRole("heading", { level: 2, name: "Is a/b#two so?" })).toBeInTheDocument();
	await answer(user, "no");
	await vi.waitFor(() => expect(answersKept()).toHaveLength(1));
	expect(answersKept()[0]).toMatchObject({ question: "a/b#two", outcome: "wrong", mode: "practice" });
	cleanup();

	const shelf = render(<WrongPractice />);
	expect(await screen.findByText("Question 1 of 1")).toBeInTheDocument();
	await answer(user, "yes");
	await vi.waitFor(() => expect(answersKept()).toHaveLength(2));
	expect(screen.getByRole("heading", { level: 3, name: "Right" })).toBeInTheDocument();
	await user.click(screen.getByRole("button", { name: "Finish" }));
	expect(screen.getByText("1 question answered")).toBeInTheDocument();
	shelf.unmount();

	render(<WrongPractice />);
	expect(await screen.findByText(/The shelf is empty/)).toBeInTheDocument();
});
