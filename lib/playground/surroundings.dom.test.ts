import { afterEach, describe, expect, test, vi } from "vitest";
import type { Session } from "@/lib/sandbox/session/types";
import { FakeRunner } from "@/tests/fakes/runner";
import { createNetwork, SLOW_MS } from "./network";
import { createSecondBrowser } from "./second-browser";

let lifetime = new AbortController();
afterEach(() => {
	lifetime.abort();
	lifetime = new AbortController();
});

function fakeSession() {
	const listeners = new Set<() => void>();
	const session = { runner: new FakeRunner(), state: "ready" };
	return {
		session: {
			get runner() {
				return session.runner;
			},
			getState: () => ({ state: session.state }),
			subscribe: (listener: () => void) => {
				listeners.add(listener);
				return () => listeners.delete(listener);
			},
		} as unknown as Session,
		runner: () => session.runner,
		set(state: string, runner = session.runner) {
			session.state = state;
			session.runner = runner;
			for (const listener of listeners) listener();
		},
	};
}

describe("a slow network", () => {
	test("is the sandbox's, also that of the next machine, and ends with the lesson", async () => {
		const { session, runner, set } = fakeSession();
		const network = createNetwork(session, lifetime.signal);
		network.setSlow(true);
		await vi.waitUntil(() => runner().latencyMs === SLOW_MS);
		set("booting", new FakeRunner());
		expect(runner().latencyMs).toBe(0);
		set("ready");
		await vi.waitUntil(() => runner().latencyMs === SLOW_MS);
		set("ready");
		expect(runner().calls).toEqual([`setLatency ${SLOW_MS}`]);
		lifetime.abort();
		await vi.waitUntil(() => runner().latencyMs === 0);
	});

	test("that cannot be had says why", async () => {
		const { session, runner } = fakeSession();
		const network = createNetwork(session, lifetime.signal);
		runner().setLatency = () => Promise.reject(new Error("The agent is gone."));
		network.setSlow(true);
		await vi.waitUntil(() => network.store.getState().trouble === "The agent is gone.");
	});
});

describe("a second browser", () => {
	const open = () => {
		const fake = fakeSession();
		const second = createSecondBrowser(fake.session, { path: () => "/posts", signal: lifetime.signal });
		return { ...fake, second };
	};

	test("shows the page of the first at an origin of its own, until it is closed", async () => {
		const { second } = open();
		expect(second.host()).toBeNull();
		second.setOpen(true);
		await vi.waitUntil(() => second.host() === "localhost:4001");
		expect(second.preview.getState().url).toBe("/posts");
		second.setOpen(false);
		expect(second.host()).toBeNull();
	});

	test("follows the app to its next port, and stays on its page", async () => {
		const { second, set } = open();
		second.setOpen(true);
		await vi.waitUntil(() => second.host() === "localhost:4001");
		second.preview.open("/other");
		set("starting");
		set("ready");
		await vi.waitUntil(() => second.host() === "localhost:4002");
		expect(second.preview.getState().url).toBe("/other");
	});

	test("ends with the lesson", async () => {
		const { second } = open();
		second.setOpen(true);
		await vi.waitUntil(() => second.host() !== null);
		lifetime.abort();
		expect(second.host()).toBeNull();
	});
});
