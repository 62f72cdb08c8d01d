import { act, cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { fakePlayground, result } from "@/tests/fixtures/playground/fake-playground";
import { renderInLesson } from "@/tests/fixtures/playground/render";
import { ChecksPanel } from "./checks-panel";

afterEach(cleanup);

function open() {
	const fake = fakePlayground();
	renderInLesson(<ChecksPanel playground={fake.playground} />, fake.playground);
	return fake;
}

const row = (title: string) => screen.getByRole("button", { name: new RegExp(`^${title}`) });

test("runs all, one, and cancels", async () => {
	const { spies, setChecks } = open();
	await userEvent.click(screen.getByRole("button", { name: "Run all checks" }));
	expect(spies.run).toHaveBeenLastCalledWith();
	await userEvent.click(screen.getByRole("button", { name: "Run “It is shown”" }));
	expect(spies.run).toHaveBeenLastCalledWith(["shows"]);
	act(() => setChecks({ run: { state: "running", current: "stores", done: 0, total: 2 } }));
	expect(row("A message is stored")).toHaveTextContent("Running");
	await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
	expect(spies.cancel).toHaveBeenCalledOnce();
});

test.each([
	["pass", "Passed"],
	["fail", "Failed"],
	["blocked", "Blocked"],
	["broken", "Broken"],
] as const)("%s is said in words", (verdict, words) => {
	const { setChecks } = open();
	expect(row("A message is stored")).toHaveTextContent("Not run");
	act(() => setChecks({ results: { stores: result("stores", { verdict, message: "Because." }) } }));
	expect(row("A message is stored")).toHaveTextContent(words);
});

test("a result for other code is marked stale, and is not again when the code is back", () => {
	const { setChecks, setEdits } = open();
	act(() => setChecks({ results: { stores: result("stores") } }));
	expect(row("A message is stored")).not.toHaveTextContent("Your code changed since");
	act(() => setEdits({ "app/page.tsx": "other" }));
	expect(row("A message is stored")).toHaveTextContent("Your code changed since");
	act(() => setEdits({}));
	expect(row("A message is stored")).not.toHaveTextContent("Your code changed since");
});

test("a failed run opens the first failure with everything it saw, and says so aloud", () => {
	const { setChecks } = open();
	act(() => setChecks({ run: { state: "running", current: "stores", done: 0, total: 2 } }));
	act(() =>
		setChecks({
			run: { state: "idle" },
			results: {
				stores: result("stores", {
					verdict: "fail",
					message: "The message is not in the database.",
					did: ["Sent the form without JavaScript"],
					expected: "1 row",
					observed: "0 rows",
					evidence: [
						{ kind: "data", label: "messages", value: [{ id: 1 }] },
						{ kind: "html", label: "the form", html: "<form>" },
						{ kind: "exchange", label: "the post", exchangeId: "e1", summary: "POST / → 200" },
					],
				}),
				shows: result("shows"),
			},
		}),
	);
	expect(row("A message is stored")).toHaveAttribute("aria-expanded", "true");
	for (const text of [
		"Sent the form without JavaScript",
		"1 row",
		"0 rows",
		"<form>",
		"POST / → 200",
		/"id": 1/,
	]) {
		expect(screen.getByText(text)).toBeVisible();
	}
	expect(
		screen.getByText("1 of 2 checks pass. Failed: A message is stored. The message is not in the database."),
	).toHaveAttribute("aria-live", "polite");
});

test("hints open one at a time, the third is the patch", async () => {
	const { setChecks } = open();
	act(() => setChecks({ results: { stores: result("stores", { verdict: "fail", message: "No." }) } }));
	await userEvent.click(row("A message is stored"));
	expect(screen.queryByText("nudge of stores")).toBeNull();
	await userEvent.click(screen.getByRole("button", { name: "Show a hint" }));
	expect(screen.getByText("nudge of stores")).toBeVisible();
	expect(screen.queryByText("concept of stores")).toBeNull();
	await userEvent.click(screen.getByRole("button", { name: "Explain the concept" }));
	expect(screen.queryByText("+new stores")).toBeNull();
	await userEvent.click(screen.getByRole("button", { name: "Show the patch" }));
	expect(screen.getByText("+new stores")).toBeVisible();
});

test("all green shows the way to the next lesson, but not for results of earlier code", () => {
	const { setChecks, setEdits } = open();
	act(() => setChecks({ results: { stores: result("stores"), shows: result("shows") } }));
	const done = screen.getByRole("region", { name: "Lesson complete" });
	expect(within(done).getByRole("link", { name: /A second lesson/ })).toHaveAttribute(
		"href",
		"/lessons/basics/second",
	);
	act(() => setEdits({ "app/page.tsx": "other" }));
	expect(screen.queryByRole("region", { name: "Lesson complete" })).toBeNull();
});

test("a run that could not begin says why", () => {
	const { setChecks } = open();
	act(() => setChecks({ run: { state: "refused", message: "Next.js does not answer." } }));
	expect(screen.getByRole("alert")).toHaveTextContent("Next.js does not answer.");
});
