import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { SandboxError } from "@/lib/sandbox/errors";
import type { SessionState } from "@/lib/sandbox/session/state";
import { comeBackByItself } from "./comeback";
import { machineName } from "./machine-choice";

const away = (retryable = true, machine = machineName("local")): SessionState => ({
	state: "unsupported",
	refusals: [{ machine, error: new SandboxError("unsupported", "Nobody answers.", { retryable }) }],
});
const failed = (code: "no-answer" | "too-many-machines"): SessionState => ({
	state: "failed",
	stage: "boot",
	message: "It did not answer.",
	code,
	retryable: true,
});

let controller: AbortController;
let answers: boolean;
let asked: number;

beforeEach(() => {
	vi.useFakeTimers();
	controller = new AbortController();
	answers = false;
	asked = 0;
});
afterEach(() => {
	controller.abort();
	vi.useRealTimers();
});

function begin(first: SessionState) {
	let state = first;
	const listeners = new Set<() => void>();
	const session = {
		getState: () => state,
		subscribe(listener: () => void) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		retry: vi.fn(() => set({ state: "booting", since: 0 })),
	};
	const set = (next: SessionState) => {
		state = next;
		for (const listener of [...listeners]) listener();
	};
	comeBackByItself({
		session,
		serverAnswers: async () => {
			asked += 1;
			return answers;
		},
		signal: controller.signal,
		askMs: 100,
	});
	return { session, set };
}

it.each([
	["no machine could be reached", away()],
	["a step got no answer", failed("no-answer")],
])("starts again once the server answers: %s", async (_, state) => {
	const { session } = begin(state);
	await vi.advanceTimersByTimeAsync(1_000);
	expect(session.retry).not.toHaveBeenCalled();
	answers = true;
	await vi.advanceTimersByTimeAsync(100);
	expect(session.retry).toHaveBeenCalledTimes(1);
	await vi.advanceTimersByTimeAsync(1_000);
	expect(session.retry).toHaveBeenCalledTimes(1);
});

it.each([
	["the server said no", away(false)],
	["it was another machine", away(true, machineName("webcontainer"))],
	["all places are taken", failed("too-many-machines")],
	["it goes well", { state: "idle" } as SessionState],
])("asks nobody where %s", async (_, state) => {
	begin(state);
	await vi.advanceTimersByTimeAsync(1_000);
	expect(asked).toBe(0);
});

it("leaves it to the person where the server answers and there is still no sandbox", async () => {
	answers = true;
	const { session, set } = begin(away());
	for (let round = 0; round < 6; round++) {
		await vi.advanceTimersByTimeAsync(200);
		set(failed("no-answer"));
	}
	expect(session.retry).toHaveBeenCalledTimes(3);
});

it("stops asking when the person was faster, and when the page goes", async () => {
	const { session, set } = begin(away());
	await vi.advanceTimersByTimeAsync(150);
	set({ state: "booting", since: 0 });
	answers = true;
	await vi.advanceTimersByTimeAsync(500);
	expect(session.retry).not.toHaveBeenCalled();
	set(away());
	controller.abort();
	await vi.advanceTimersByTimeAsync(500);
	expect(session.retry).not.toHaveBeenCalled();
});
