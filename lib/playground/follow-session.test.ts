import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { RunnerEvent } from "@/lib/sandbox/runner";
import type { SessionState } from "@/lib/sandbox/session/state";
import type { Session } from "@/lib/sandbox/session/types";
import { FakePreview } from "@/tests/fakes/preview";
import { followSession } from "./follow-session";

const READY: SessionState = {
	state: "ready",
	lesson: "forms/first",
	previewUrl: "http://localhost:4000",
	previewPath: "/",
	mode: "development",
	machine: "This computer",
	refusals: [],
	generation: 1,
};

let controller: AbortController;
beforeEach(() => {
	vi.useFakeTimers();
	controller = new AbortController();
});
afterEach(() => {
	controller.abort();
	vi.useRealTimers();
});

function begin() {
	const listeners = new Set<() => void>();
	const runnerListeners = new Set<(event: RunnerEvent) => void>();
	const preview = new FakePreview();
	const reload = vi.spyOn(preview, "reload");
	const session = {
		getState: () => READY,
		subscribe: (listener: () => void) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		onRunnerEvent: (listener: (event: RunnerEvent) => void) => {
			runnerListeners.add(listener);
			return () => runnerListeners.delete(listener);
		},
		whenCurrent: async () => ({}),
	} as unknown as Session;
	followSession(session, preview, controller.signal);
	/** The session is ready again, as after each edit. */
	const edit = () => {
		for (const listener of listeners) listener();
	};
	const underway = (...actions: string[]) => {
		for (const listener of runnerListeners) listener({ type: "underway", actions });
	};
	edit();
	reload.mockClear();
	return { preview, reload, edit, underway };
}

it("leaves a page alone that hears of the edit by itself", async () => {
	const { reload, edit } = begin();
	edit();
	await vi.advanceTimersByTimeAsync(10_000);
	expect(reload).not.toHaveBeenCalled();
});

it("loads a page again that waits for an action which does not end", async () => {
	const { reload, edit, underway } = begin();
	underway("a");
	edit();
	await vi.advanceTimersByTimeAsync(2_000);
	expect(reload).not.toHaveBeenCalled();
	await vi.advanceTimersByTimeAsync(2_000);
	expect(reload).toHaveBeenCalledTimes(1);
});

it("gives an action time to end, and does not blame it for a later one", async () => {
	const { reload, edit, underway } = begin();
	underway("a");
	edit();
	await vi.advanceTimersByTimeAsync(1_000);
	underway("b");
	await vi.advanceTimersByTimeAsync(10_000);
	expect(reload).not.toHaveBeenCalled();
});

it("loads it once for several edits, and not while checks have the page", async () => {
	const { preview, reload, edit, underway } = begin();
	underway("a");
	edit();
	await vi.advanceTimersByTimeAsync(1_000);
	edit();
	await vi.advanceTimersByTimeAsync(10_000);
	expect(reload).toHaveBeenCalledTimes(1);
	preview.isBusy = () => true;
	edit();
	await vi.advanceTimersByTimeAsync(10_000);
	expect(reload).toHaveBeenCalledTimes(1);
});

it("loads what is no page of the app, but the browser's own about one that did not come, again", async () => {
	const { preview, reload, edit } = begin();
	preview.state = { ...preview.state, phase: "ready", hears: false };
	edit();
	await vi.advanceTimersByTimeAsync(0);
	expect(reload).toHaveBeenCalledTimes(1);
});

it("loads a page without JavaScript again as soon as the app has the edit", async () => {
	const { preview, reload, edit } = begin();
	preview.setJavaScript(false);
	edit();
	await vi.advanceTimersByTimeAsync(0);
	expect(reload).toHaveBeenCalledTimes(1);
});
