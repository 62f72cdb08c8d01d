import "fake-indexeddb/auto";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { progressKeeper } from "@/lib/progress/store";
import { Review } from "./review";

vi.mock("@generated/quiz", () => ({ quizLessons: [], quizParts: [], quizQuestions: [], loadQuizPart: {} }));
afterEach(cleanup);

test("a date that is being typed is written down once, when its year is there, and can be taken away", async () => {
	render(<Review />);
	const field = await screen.findByLabelText("Date");
	for (const value of ["0002-12-01", "0020-12-01", "0202-12-01", "2026-12-01"]) {
		fireEvent.change(field, { target: { value } });
		expect(field).toHaveValue(value);
	}
	const dates = () => {
		const state = progressKeeper().store.getState();
		return state.state === "ready" ? state.quiz.map((event) => "date" in event && event.date) : [];
	};
	await vi.waitFor(() => expect(dates()).toEqual(["2026-12-01"]));
	fireEvent.click(await screen.findByRole("button", { name: "No date" }));
	await vi.waitFor(() => expect(dates()).toEqual(["2026-12-01", null]));
	expect(field).toHaveValue("");
});
