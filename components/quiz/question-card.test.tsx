import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { ShownQuestion } from "@/lib/quiz/types";
import { type Answered, QuestionCard } from "./question-card";

vi.mock("@generated/quiz", () => ({ quizLessons: [{ slug: "a/b", title: "A lesson" }] }));

const base = {
	id: "a/b#c",
	level: 1,
	points: ["A1"],
	part: "a",
	lessons: ["a/b"],
	ask: "What is `x`?",
	note: null,
	code: null,
};
const options = [
	{ text: "`one`", correct: true, why: "because of one" },
	{ text: "two", why: "because of two" },
	{ text: "three", why: "because of three" },
];
const lines = ["const a = 1;", "const b = a;", "use(b);"].map((text) => ({ text, html: `<i>${text}</i>` }));

afterEach(cleanup);

function show(fields: object) {
	const answered: Answered[] = [];
	const onNext = vi.fn();
	render(
		<QuestionCard
			question={{ ...base, ...fields } as unknown as ShownQuestion}
			seed="s"
			onAnswered={(answer) => answered.push(answer)}
			onNext={onNext}
			nextWords="Next question"
		/>,
	);
	return { answered, onNext, user: userEvent.setup() };
}
const send = () => screen.getByRole("button", { name: "Check my answer" });

describe("a question is asked, answered once and explained", () => {
	test("one answer: nothing is told before, everything after, and the focus is there", async () => {
		const { answered, onNext, user } = show({ kind: "single", options });
		expect(screen.queryByText(/because of/)).toBeNull();
		await user.click(send());
		expect(screen.getByRole("alert").textContent).toMatch(/Not all/);
		expect(answered).toEqual([]);
		await user.click(screen.getByRole("radio", { name: "two" }));
		await user.click(screen.getByLabelText("I am guessing"));
		await user.click(send());
		expect(answered).toEqual([
			{ answer: { of: "choice", chosen: [1] }, outcome: "wrong", guessed: true, ms: expect.any(Number) },
		]);
		expect(document.activeElement?.textContent).toContain("Not right");
		for (const { why } of options) expect(screen.getByText(why, { exact: false })).toBeTruthy();
		expect(screen.getByText("Right; you did not choose it.")).toBeTruthy();
		expect(screen.getByRole("link", { name: "A lesson" }).getAttribute("href")).toBe("/lessons/a/b");
		await user.click(screen.getByRole("button", { name: "Next question" }));
		expect(onNext).toHaveBeenCalledOnce();
	});

	test("several answers", async () => {
		const { answered, user } = show({
			kind: "multiple",
			options: [...options, { text: "four", correct: true, why: "because of four" }],
		});
		await user.click(screen.getByRole("checkbox", { name: "four" }));
		await user.click(screen.getByRole("checkbox", { name: "two" }));
		await user.click(screen.getByRole("checkbox", { name: "two" }));
		await user.click(screen.getByRole("checkbox", { name: "one" }));
		await user.click(send());
		expect(answered[0]?.outcome).toBe("right");
	});

	test("true or false, each statement a group", async () => {
		const statements = [true, false, true].map((isTrue, n) => ({
			text: `s${n}`,
			isTrue,
			why: `because ${n}`,
		}));
		const { answered, user } = show({ kind: "trueFalseGrid", statements });
		for (const { text, isTrue } of statements) {
			const group = screen.getByRole("group", { name: text });
			await user.click(within(group).getByRole("radio", { name: isTrue ? "True" : "False" }));
		}
		await user.click(send());
		expect(answered[0]?.outcome).toBe("right");
	});

	test("order: buttons move a step and say where it is", async () => {
		const steps = ["a", "b", "c"].map((id, index, ids) => ({
			id,
			text: `step ${id}`,
			after: ids.slice(0, index),
			why: `because ${id}`,
		}));
		const { answered, user } = show({ kind: "order", steps });
		for (const [place, { text }] of steps.entries()) {
			for (;;) {
				const at = screen.getAllByRole("listitem").findIndex((item) => item.textContent?.includes(text));
				if (at <= place) break;
				await user.click(screen.getByRole("button", { name: `Move up: ${text}` }));
				expect(screen.getByText(`Moved to place ${at} of 3.`)).toBeTruthy();
			}
		}
		await user.click(send());
		expect(answered[0]).toMatchObject({ outcome: "right", answer: { of: "order", order: ["a", "b", "c"] } });
	});

	test("spot the bug: line and reason", async () => {
		const { answered, user } = show({
			kind: "spotBug",
			code: { title: "a.ts", lines },
			bugLines: [2],
			bugWhy: "because of line 2",
			reasons: options,
		});
		await user.click(screen.getByRole("radio", { name: "Line 2: const b = a;" }));
		await user.click(send());
		expect(answered).toEqual([]);
		await user.click(screen.getByRole("radio", { name: "one" }));
		await user.click(send());
		expect(answered[0]?.outcome).toBe("right");
		expect(screen.getByText(/because of line 2/)).toBeTruthy();
	});

	test("a short answer is assessed by its author, and only then explained", async () => {
		const { answered, user } = show({
			kind: "shortAnswer",
			reference: "The model.\n\nIts end.",
			rubric: [
				{ text: "first", why: "because of first" },
				{ text: "second", why: "because of second" },
			],
			followUps: [{ ask: "And then?", reference: "Then this." }],
		});
		fireEvent.change(screen.getByRole("textbox"), { target: { value: "mine" } });
		expect(screen.queryByText("The model.")).toBeNull();
		await user.click(screen.getByRole("button", { name: "Show the model answer" }));
		expect(screen.getByText("The model.")).toBeTruthy();
		expect(screen.getByText("mine")).toBeTruthy();
		expect(answered).toEqual([]);
		await user.click(screen.getByRole("checkbox", { name: "first" }));
		await user.click(screen.getByRole("button", { name: "That is what I had" }));
		expect(answered[0]).toMatchObject({
			outcome: "wrong",
			answer: { of: "text", text: "mine", ticked: [0] },
		});
		expect(screen.getByText("And then?")).toBeTruthy();
	});

	test("a prediction is shown as it is printed, and a kata leads into the sandbox", () => {
		show({ kind: "predictOutput", code: { title: null, lines }, options: [{ text: "a `b`\nc", why: "w" }] });
		expect(
			screen.getByText((_, node) => node?.textContent === "a `b`\nc" && node.tagName === "SPAN"),
		).toBeTruthy();
		show({ kind: "fixTheCode", lesson: "a/b", files: {}, checks: ["x"], why: "w" });
		expect(screen.getByRole("link", { name: "Open the kata" }).getAttribute("href")).toBe("/kata/a/b/c");
	});
});
