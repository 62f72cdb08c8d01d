import "fake-indexeddb/auto";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import type { ShownQuestion } from "@/lib/quiz/types";
import { MockInterview } from "./mock-interview";
import { MockReport } from "./mock-report";

const { questions, router, search } = vi.hoisted(() => {
	const base = { level: 1, points: ["A1"], part: "a", lessons: ["a/b"], note: null, code: null };
	const options = [
		{ text: "yes", correct: true, why: "because yes" },
		{ text: "no", why: "because no" },
	];
	const questions = [
		{ ...base, id: "a/b#one", kind: "single", ask: "Is one so?", options },
		{
			...base,
			id: "a/b#two",
			kind: "shortAnswer",
			ask: "What is two?",
			reference: "The model of two.",
			rubric: [{ text: "first", why: "because of first" }],
			followUps: [],
		},
	] as unknown as ShownQuestion[];
	return { questions, router: { pushed: "" }, search: { value: "" } };
});
vi.mock("@generated/quiz", () => ({
	quizLessons: [{ slug: "a/b", title: "A lesson" }],
	quizParts: [{ name: "a", title: "Part A" }],
	quizQuestions: questions,
	loadQuizPart: { a: async () => questions },
}));
vi.mock("next/navigation", () => ({
	useSearchParams: () => new URLSearchParams(search.value),
	useRouter: () => ({
		push: (href: string) => {
			router.pushed = href;
		},
	}),
}));
afterEach(cleanup);

/** As a reload does: everything that is not written down is gone. */
async function reload() {
	cleanup();
	vi.resetModules();
	const fresh = await import("./mock-interview");
	render(<fresh.MockInterview />);
}
const button = (name: string) => screen.findByRole("button", { name });
/** Brings up the question with this text, wherever it stands. */
async function show(user: ReturnType<typeof userEvent.setup>, ask: string) {
	if ((await screen.findByRole("heading", { level: 2 })).textContent === ask) return;
	await user.click(screen.queryByRole("button", { name: "Next" }) ?? (await button("Previous")));
	await screen.findByRole("heading", { level: 2, name: ask });
}

test("an interview goes on after a reload, tells nothing before its end, and then reports by topic", async () => {
	const user = userEvent.setup();
	render(<MockInterview />);
	await user.click(await screen.findByRole("radio", { name: "15 minutes" }));
	await user.click(await button("Start the interview"));
	await show(user, "What is two?");
	await user.type(screen.getByRole("textbox"), "mine");
	await show(user, "Is one so?");
	await user.click(screen.getByRole("radio", { name: "no" }));
	expect(screen.queryByText(/because|model/)).toBeNull();

	await reload();
	await screen.findByRole("heading", { level: 2, name: "Is one so?" });
	expect(screen.getByRole("radio", { name: "no" })).toBeChecked();
	await show(user, "What is two?");
	expect(screen.getByRole("textbox")).toHaveValue("mine");

	await user.click(await button("Pause"));
	await screen.findByRole("heading", { name: "Paused" });
	await reload();
	await user.click(await button("Go on"));
	await user.click(await button("End the interview"));
	await vi.waitFor(() => expect(router.pushed).toMatch(/^\/mock\/report\?mock=/));

	cleanup();
	search.value = router.pushed.split("?")[1]!;
	vi.resetModules();
	render(<MockReport />);
	expect(await screen.findByText(/^0 of 2 right in/)).toBeInTheDocument();
	expect(screen.getByText(/1 short answer below waits/)).toBeInTheDocument();
	expect(screen.getAllByRole("link", { name: "A lesson" })[0]).toHaveAttribute("href", "/lessons/a/b");
	await user.click(screen.getByRole("checkbox", { name: "first" }));
	await user.click(screen.getByRole("button", { name: "That is what I had" }));
	expect(await screen.findByText(/^1 of 2 right in/)).toBeInTheDocument();
});

test("a report of an interview held elsewhere says so", async () => {
	search.value = "mock=unknown";
	render(<MockReport />);
	expect(await screen.findByText(/no such interview/)).toBeInTheDocument();
});
