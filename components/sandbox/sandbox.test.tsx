import { act, cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { useSessionState } from "@/components/lesson/lesson-context";
import type { Playground } from "@/lib/playground/types";
import { SandboxError } from "@/lib/sandbox/errors";
import { refusalOf } from "@/lib/sandbox/machines/webcontainer/page";
import type { SessionState } from "@/lib/sandbox/session/state";
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
		setSession({
			state: "failed",
			stage: "start",
			message: "Port 4000 did not open.",
			code: "start-failed",
			retryable: true,
		}),
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

const blocked = () =>
	refusalOf({
		probe: "host",
		what: "x.example cannot be reached.",
		remedy: "See whether you are online.",
		retryable: true,
	});

test("no machine: the one thing that stands in the way of each, what to do, and a retry", async () => {
	const { setSession, spies } = open();
	const full = new SandboxError("unsupported", "It has no room.");
	act(() =>
		setSession({
			state: "unsupported",
			refusals: [
				{ machine: "This browser", error: blocked() },
				{ machine: "This computer", error: full },
			],
		}),
	);
	const [browser, computer] = screen.getAllByRole("listitem");
	expect(browser).toHaveTextContent("This browser: service not reachable");
	expect(browser).toHaveTextContent("x.example cannot be reached.What to do: See whether you are online.");
	expect(computer).toHaveTextContent(/^This computerIt has no room\.$/);
	await userEvent.click(screen.getByRole("button", { name: "Try again" }));
	expect(spies.retry).toHaveBeenCalledOnce();
});

test("no machine, and none in this document ever: the page is loaded anew", async () => {
	const { setSession, spies } = open();
	const reload = vi.spyOn(location, "reload").mockImplementation(() => {});
	const refusals = [
		{ machine: "This browser", error: new SandboxError("unsupported", "It is not isolated.") },
	];
	act(() => setSession({ state: "unsupported", refusals }));
	await userEvent.click(screen.getByRole("button", { name: "Reload the page" }));
	expect(reload).toHaveBeenCalledOnce();
	expect(spies.retry).not.toHaveBeenCalled();
});

const READY: Extract<SessionState, { state: "ready" }> = {
	state: "ready",
	lesson: "l",
	previewUrl: "http://localhost:4000",
	previewPath: "/",
	mode: "development",
	machine: "This computer",
	refusals: [],
	generation: 1,
};

test("a machine that stands in for another one says so, and why", async () => {
	const fake = fakePlayground();
	fake.setSession({ ...READY, refusals: [{ machine: "This browser", error: blocked() }] });
	renderInLesson(<SandboxPill playground={fake.playground} />, fake.playground);
	const pill = screen.getByRole("button", { name: /Sandbox: This computer.*, in place of this browser/ });
	await userEvent.click(pill);
	expect(screen.getByText(/A real Next.js app/)).toHaveTextContent(
		"runs on this computer instead, in development",
	);
	expect(screen.getByText("x.example cannot be reached.")).toBeVisible();
});

test("the menu: which machine is chosen, and another one", async () => {
	const fake = fakePlayground();
	fake.setSession(READY);
	renderInLesson(<SandboxPill playground={fake.playground} />, fake.playground);
	await userEvent.click(screen.getByRole("button"));
	expect(screen.getByRole("button", { pressed: true })).toHaveTextContent("Automatic: this computer");
	await userEvent.click(screen.getByRole("button", { name: /^This browser/ }));
	expect(fake.spies.choose).toHaveBeenCalledExactlyOnceWith("webcontainer");
	act(() => fake.setPicking({ choice: "webcontainer" }));
	expect(screen.getByRole("button", { pressed: true })).toHaveTextContent("This browser");
	act(() => fake.setPicking({ offered: ["webcontainer"] }));
	expect(screen.queryByText("Where the app runs")).toBeNull();
});

test("a machine can be chosen while none runs", async () => {
	const fake = fakePlayground();
	fake.setSession({ state: "unsupported", refusals: [{ machine: "This browser", error: blocked() }] });
	renderInLesson(<SandboxPill playground={fake.playground} />, fake.playground);
	await userEvent.click(screen.getByRole("button", { name: "Sandbox: No sandbox" }));
	await userEvent.click(screen.getByRole("button", { name: /^This computer/ }));
	expect(fake.spies.choose).toHaveBeenCalledExactlyOnceWith("local");
});

test("the pill names the machine once it is ready", () => {
	const fake = fakePlayground();
	renderInLesson(<SandboxPill playground={fake.playground} />, fake.playground);
	expect(screen.getByRole("button")).toHaveTextContent("Sandbox: Waiting");
	act(() => fake.setSession(READY));
	expect(screen.getByRole("button")).toHaveTextContent("Sandbox: This computer");
});
