import { act, cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { useSessionState } from "@/components/lesson/lesson-context";
import type { Playground } from "@/lib/playground/types";
import { fakePlayground } from "@/tests/fixtures/playground/fake-playground";
import { renderInLesson } from "@/tests/fixtures/playground/render";
import { SandboxNotice } from "./sandbox-notice";
import { SandboxPill } from "./sandbox-pill";

afterEach(cleanup);

function Notice({ playground }: { playground: Playground }) {
	return <SandboxNotice state={useSessionState(playground)} session={playground.session} />;
}

function open() {
	const fake = fakePlayground();
	renderInLesson(<Notice playground={fake.playground} />, fake.playground);
	return fake;
}

test("the stages of a start, the present one marked, with the time each took", () => {
	const { setSession } = open();
	const now = Date.now();
	act(() => setSession({ state: "booting", since: now - 9000 }));
	act(() => setSession({ state: "starting", since: now - 4000, detail: "starting" }));
	const current = screen.getByText("Starting Next.js").closest("li");
	expect(current).toHaveAttribute("aria-current", "step");
	expect(screen.getByText("Getting a sandbox").closest("li")).toHaveTextContent("5.0 s");
	expect(screen.getByText("Compiling the page").closest("li")).not.toHaveTextContent(/\d s/);
});

test("a failure says at which stage, why, and offers to try again", async () => {
	const { setSession, spies } = open();
	act(() =>
		setSession({ state: "failed", stage: "start", message: "Port 4000 did not open.", retryable: true }),
	);
	expect(screen.getByRole("alert")).toHaveTextContent("Starting Next.js");
	expect(screen.getByRole("alert")).toHaveTextContent("Port 4000 did not open.");
	await userEvent.click(screen.getByRole("button", { name: "Try again" }));
	expect(spies.retry).toHaveBeenCalledOnce();
});

test("a crash shows the end of the log and offers a restart", async () => {
	const { setSession, spies } = open();
	act(() =>
		setSession({
			state: "crashed",
			cause: "exited",
			message: "Next.js ended with code 1.",
			logTail: "Error: boom",
			restartsAt: null,
		}),
	);
	expect(screen.getByText("Error: boom")).toBeVisible();
	expect(screen.getByRole("alert")).toHaveTextContent("starts again after your next edit");
	await userEvent.click(screen.getByRole("button", { name: "Restart" }));
	expect(spies.restart).toHaveBeenCalledOnce();
});

test("no machine: the reason of each", () => {
	const { setSession } = open();
	act(() =>
		setSession({ state: "unsupported", reasons: [{ machine: "This computer", message: "It has no room." }] }),
	);
	expect(screen.getByRole("alert")).toHaveTextContent("This computer: It has no room.");
});

test("the pill names the machine once it is ready", () => {
	const fake = fakePlayground();
	renderInLesson(<SandboxPill playground={fake.playground} />, fake.playground);
	expect(screen.getByRole("button")).toHaveTextContent("Sandbox: Waiting");
	act(() =>
		fake.setSession({
			state: "ready",
			lesson: "l",
			previewUrl: "http://localhost:4000",
			previewPath: "/",
			mode: "development",
			machine: "This computer",
			generation: 1,
		}),
	);
	expect(screen.getByRole("button")).toHaveTextContent("Sandbox: This computer");
});
