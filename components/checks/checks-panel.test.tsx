import { act, cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Recording } from "@/lib/lessons/recording-schema";
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

describe("where no sandbox can run", () => {
	afterEach(() => vi.unstubAllGlobals());
	const unsupported = { state: "unsupported", refusals: [] } as const;
	const recording: Recording = {
		of: "x",
		nextVersion: "16.3.7",
		checks: [
			{
				id: "stores",
				did: ["Sent the form"],
				evidence: [{ kind: "text", label: "Row", text: "Hello, row" }],
			},
		],
	};

	test("a check shows what the reference solution did, and says that it is recorded", async () => {
		const asked = vi.fn(async (_path: string) => Response.json(recording));
		vi.stubGlobal("fetch", asked);
		const { setSession } = open();
		await userEvent.click(row("A message is stored"));
		expect(screen.queryByText("Hello, row")).toBeNull();
		act(() => setSession(unsupported));
		expect(await screen.findByText("Hello, row")).toBeVisible();
		expect(screen.getByRole("region", { name: "Recorded with the reference solution" })).toHaveTextContent(
			"and Next.js 16.3.7; not your code",
		);
		expect(screen.getByText("Sent the form")).toBeVisible();
		expect(asked.mock.calls[0]?.[0]).toBe("/api/lessons/basics/first/recording");
		await userEvent.click(row("It is shown"));
		expect(screen.getByText("Run it to see what your app does.")).toBeVisible();
	});

	test.each([
		["nothing is recorded", () => Response.json(null)],
		["the server does not answer well", () => new Response("?", { status: 500 })],
	])("%s: the checks stay as they are", async (_, answer) => {
		const asked = vi.fn(async () => answer());
		vi.stubGlobal("fetch", asked);
		const { setSession } = open();
		act(() => setSession(unsupported));
		await vi.waitFor(() => expect(asked).toHaveBeenCalled());
		await userEvent.click(row("A message is stored"));
		expect(screen.getByText("Run it to see what your app does.")).toBeVisible();
	});
});
