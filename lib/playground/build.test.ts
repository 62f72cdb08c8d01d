import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RunnerEvent } from "@/lib/sandbox/runner";
import type { SessionState } from "@/lib/sandbox/session/state";
import type { Session } from "@/lib/sandbox/session/types";
import { FakeRunner } from "@/tests/fakes/runner";
import { createBuilds } from "./build";

const READY: SessionState = {
	state: "ready",
	lesson: "l",
	previewUrl: "http://localhost:4000",
	previewPath: "/",
	mode: "development",
	machine: "Fake",
	refusals: [],
	generation: 1,
};

let runner: FakeRunner;
let state: SessionState;
let files: Record<string, string>;
const listeners = new Set<() => void>();
const eventListeners = new Set<(event: RunnerEvent) => void>();
const show = vi.fn();
const controller = new AbortController();

const session = {
	getState: () => state,
	subscribe(listener: () => void) {
		listeners.add(listener);
		return () => listeners.delete(listener);
	},
	onRunnerEvent(listener: (event: RunnerEvent) => void) {
		eventListeners.add(listener);
		return () => eventListeners.delete(listener);
	},
	get runner() {
		return runner;
	},
} as unknown as Session;

function become(next: SessionState): void {
	state = next;
	for (const listener of listeners) listener();
}

const make = (mode: "development" | "production") =>
	createBuilds({ mode, session, files: () => files, show, signal: controller.signal });

beforeEach(() => {
	vi.useFakeTimers();
	runner = new FakeRunner();
	state = { state: "idle" };
	files = { "app/page.tsx": "one" };
	listeners.clear();
	eventListeners.clear();
	show.mockClear();
});
afterEach(() => vi.useRealTimers());

test("in development every edit runs at once", () => {
	const builds = make("development");
	files = { "app/page.tsx": "two" };
	builds.noteEdit();
	expect(builds.filesToRun()).toEqual({ "app/page.tsx": "two" });
	expect(builds.store.getState().outdated).toBe(false);
});

test("in production edits wait for the next build, and an edit taken back is none", () => {
	const builds = make("production");
	expect(builds.filesToRun()).toEqual({ "app/page.tsx": "one" });
	files = { "app/page.tsx": "two" };
	builds.noteEdit();
	expect(builds.filesToRun()).toEqual({ "app/page.tsx": "one" });
	expect(builds.store.getState().outdated).toBe(true);
	files = { "app/page.tsx": "one" };
	builds.noteEdit();
	expect(builds.store.getState().outdated).toBe(false);
	files = { "app/page.tsx": "two" };
	builds.noteEdit();
	builds.rebuild();
	expect(show).toHaveBeenCalledOnce();
	expect(builds.filesToRun()).toEqual({ "app/page.tsx": "two" });
	expect(builds.store.getState().outdated).toBe(false);
});

test("the mode is switched once, with the newest files", () => {
	const builds = make("development");
	builds.setMode("development");
	expect(show).not.toHaveBeenCalled();
	builds.setMode("production");
	builds.setMode("development");
	expect(show).toHaveBeenCalledTimes(2);
	expect(builds.store.getState().mode).toBe("development");
});

test("what was built is read when the app is ready, forgotten while it starts, and read anew as pages compile", async () => {
	const builds = make("development");
	become(READY);
	await vi.runAllTimersAsync();
	expect(builds.store.getState().build?.routes).toEqual([]);
	runner.build = { ...runner.build, routes: [{ path: "/", kind: "dynamic" }] };
	for (const listener of eventListeners)
		listener({ type: "exchange", exchange: {} as Extract<RunnerEvent, { type: "exchange" }>["exchange"] });
	await vi.runAllTimersAsync();
	expect(builds.store.getState().build?.routes).toHaveLength(1);
	become({ state: "starting", since: 0, detail: "building" });
	expect(builds.store.getState().build).toBeNull();
	runner.disposed = true;
	become(READY);
	await vi.runAllTimersAsync();
	expect(builds.store.getState()).toMatchObject({ build: null, trouble: null });
});
