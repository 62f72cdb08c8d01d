import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeRunner } from "@/tests/fakes/runner";
import { SandboxError } from "../errors";
import type { RunnerFactory } from "../runner";
import { createSession } from "./session";
import type { Desired } from "./state";
import { VERSION_FILE, VERSION_PATH } from "./version";

let controller: AbortController;
beforeEach(() => {
	controller = new AbortController();
	vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});
afterEach(() => {
	controller.abort();
	vi.useRealTimers();
});

function target(lesson: string, files: Record<string, string> = { "app/page.tsx": lesson }): Desired {
	return { lesson, files, mode: "development", previewPath: `/${lesson}` };
}

function setUp(connect?: RunnerFactory) {
	const made: FakeRunner[] = [];
	const machine = {
		name: "fake",
		connect:
			connect ??
			(async () => {
				const runner = new FakeRunner();
				made.push(runner);
				return runner;
			}),
	};
	const session = createSession({ machines: [machine], signal: controller.signal });
	return { session, made };
}

/** Files as the runner holds them, without the version that the session adds. */
function held(runner: FakeRunner | undefined): Record<string, string> {
	const { [VERSION_FILE]: _, ...files } = runner?.files ?? {};
	return files;
}

function gate(): { promise: Promise<void>; open: () => void } {
	let open = () => {};
	const promise = new Promise<void>((resolve) => {
		open = resolve;
	});
	return { promise, open };
}

describe("session", () => {
	it("boots, mounts, starts, compiles, and is ready", async () => {
		const { session, made } = setUp();
		const seen: string[] = [];
		session.subscribe(() => seen.push(session.getState().state));
		session.setDesired(target("a"));
		await session.whenReady();
		expect(seen).toEqual(["booting", "mounting", "starting", "compiling", "compiling", "ready"]);
		expect(held(made[0])).toEqual({ "app/page.tsx": "a" });
		expect(made[0]?.calls).toEqual(["apply", "start development", "resetData", "request /a"]);
	});

	it("ends at the last of ten quick lesson switches, with exactly its files, without a restart", async () => {
		const { session, made } = setUp();
		session.setDesired(target("start", { "app/page.tsx": "start", "app/ghost/page.tsx": "ghost" }));
		await session.whenReady();
		for (let index = 0; index < 10; index++) session.setDesired(target(`lesson-${index}`));
		await session.whenReady();
		expect(held(made[0])).toEqual({ "app/page.tsx": "lesson-9" });
		expect(session.getState()).toMatchObject({ state: "ready", lesson: "lesson-9" });
		expect(made).toHaveLength(1);
		expect(made[0]?.calls.filter((call) => /^(re)?start/.test(call))).toEqual(["start development"]);
		// One under way and one pending at most: the eight in between were never compiled.
		expect(made[0]?.calls.filter((call) => call.startsWith("request")).length).toBeLessThanOrEqual(3);
	});

	it("takes an edit made during the boot", async () => {
		const held1 = gate();
		const runner = new FakeRunner();
		const { session } = setUp(async () => {
			await held1.promise;
			return runner;
		});
		session.setDesired(target("a"));
		session.setDesired(target("a", { "app/page.tsx": "edited" }));
		held1.open();
		await session.whenReady();
		expect(held(runner)).toEqual({ "app/page.tsx": "edited" });
		expect(runner.calls.filter((call) => call === "apply")).toHaveLength(1);
	});

	it("restarts after a crash in the middle of a switch, and ends at the newest target", async () => {
		const { session, made } = setUp();
		session.setDesired(target("a"));
		await session.whenReady();
		const runner = made[0]!;
		const closed = gate();
		runner.gate = closed.promise;
		session.setDesired(target("b"));
		runner.crash();
		closed.open();
		const ready = session.whenReady();
		await vi.runAllTimersAsync();
		await ready;
		expect(session.getState()).toMatchObject({ state: "ready", lesson: "b" });
		expect(runner.calls).toContain("restart development");
		expect(held(runner)).toEqual({ "app/page.tsx": "b" });
	});

	it("stops restarting code that always crashes, keeps saying so, and comes back with the next edit", async () => {
		const { session, made } = setUp();
		session.setDesired(target("a"));
		await session.whenReady();
		const runner = made[0]!;
		for (let crash = 0; crash < 3; crash++) {
			runner.crash();
			await vi.runAllTimersAsync();
		}
		expect(session.getState()).toMatchObject({ state: "crashed", cause: "exited", restartsAt: null });
		await expect(session.whenReady()).rejects.toThrow("ended with code 1");
		session.setDesired(target("a", { "app/page.tsx": "mended" }));
		await session.whenReady();
		expect(held(runner)).toEqual({ "app/page.tsx": "mended" });
	});

	it("says which limit the app has passed", async () => {
		const { session, made } = setUp();
		session.setDesired(target("a"));
		await session.whenReady();
		const limit = { of: "heap", allowed: 1_024 } as const;
		made[0]!.setNext({
			state: "exited",
			mode: "development",
			code: null,
			signal: "SIGABRT",
			logTail: "",
			limit,
		});
		await vi.waitFor(() =>
			expect(session.getState()).toMatchObject({
				state: "crashed",
				message: expect.stringMatching(/more than 1 GB of memory.*Your files are safe/),
			}),
		);
	});

	it("does not spin when a restart itself fails", async () => {
		const { session, made } = setUp();
		session.setDesired(target("a"));
		await session.whenReady();
		const runner = made[0]!;
		runner.startFails = new SandboxError("start-failed", "it will not start");
		runner.crash();
		await vi.runAllTimersAsync();
		expect(session.getState().state).toBe("crashed");
		expect(runner.calls.filter((call) => call.startsWith("restart")).length).toBeLessThanOrEqual(3);
	});

	it("gets another machine when the present one vanishes", async () => {
		const { session, made } = setUp();
		session.setDesired(target("a"));
		await session.whenReady();
		made[0]?.vanish();
		await session.whenReady();
		// `whenReady` may have seen the state from before; the second machine holds the files once it is current.
		await vi.waitFor(() => expect(held(made[1])).toEqual({ "app/page.tsx": "a" }));
	});

	it("says which machines refused, and tries again on retry", async () => {
		let refuse = true;
		const runner = new FakeRunner();
		const { session } = setUp(async () => {
			if (refuse) throw new SandboxError("unsupported", "Not here.");
			return runner;
		});
		session.setDesired(target("a"));
		await expect(session.whenReady()).rejects.toThrow("Not here.");
		expect(session.getState()).toEqual({
			state: "unsupported",
			refusals: [{ machine: "fake", error: expect.objectContaining({ message: "Not here." }) }],
		});
		refuse = false;
		session.retry();
		await vi.waitFor(() => expect(session.getState().state).toBe("ready"));
	});

	it("hands over to the next machine, and says with which words the first refused", async () => {
		const runner = new FakeRunner();
		const session = createSession({
			machines: [
				{ name: "first", connect: () => Promise.reject(new SandboxError("unsupported", "Not here.")) },
				{ name: "second", connect: async () => runner },
			],
			signal: controller.signal,
		});
		session.setDesired(target("a"));
		await session.whenReady();
		expect(session.getState()).toMatchObject({
			machine: "Fake",
			refusals: [{ machine: "first", error: { message: "Not here." } }],
		});
		expect(held(runner)).toEqual({ "app/page.tsx": "a" });
	});

	it("goes to another machine with all its files, and leaves nothing of the one before", async () => {
		const { session, made } = setUp();
		session.setDesired(target("a"));
		await session.whenReady();
		session.setDesired(target("a", { "app/page.tsx": "edited" }));
		await session.whenReady();
		const other = new FakeRunner();
		let isGone = false;
		const end = gate();
		made[0]!.dispose = async () => {
			await end.promise;
			isGone = true;
		};
		const connect = vi.fn(async () => {
			expect(isGone, "a page has room for one WebContainer").toBe(true);
			return other;
		});
		session.setMachines([{ name: "other", connect }]);
		await vi.waitFor(() => expect(session.getState().state).toBe("booting"));
		end.open();
		await vi.waitFor(() => expect(session.runner).toBe(other));
		await session.whenReady();
		expect(held(other)).toEqual({ "app/page.tsx": "edited" });
		expect(other.calls).toEqual(["apply", "start development", "resetData", "request /a"]);
		made[0]?.vanish();
		expect(session.runner).toBe(other);
	});

	it("keeps a machine that is the preferred one, which then no longer stands in for another", async () => {
		const runner = new FakeRunner();
		const refusing = {
			name: "first",
			connect: () => Promise.reject(new SandboxError("unsupported", "Not here.")),
		};
		const fake = { name: "Fake", connect: async () => runner };
		const session = createSession({ machines: [refusing, fake], signal: controller.signal });
		session.setDesired(target("a"));
		await session.whenReady();
		expect(session.getState()).toMatchObject({ refusals: [{ machine: "first" }] });
		session.setMachines([fake, refusing]);
		await vi.waitFor(() => expect(session.getState()).toMatchObject({ state: "ready", refusals: [] }));
		expect(session.runner).toBe(runner);
		expect(runner.disposed).toBe(false);
	});

	it("does not wait for a machine that is no longer wanted, and disposes of it when it comes", async () => {
		const held1 = gate();
		const slow = new FakeRunner();
		const signals: AbortSignal[] = [];
		const { session } = setUp(async (signal) => {
			signals.push(signal);
			await Promise.race([
				held1.promise,
				new Promise((_, reject) => signal.addEventListener("abort", reject)),
			]);
			return slow;
		});
		session.setDesired(target("a"));
		await vi.waitFor(() => expect(signals).toHaveLength(1));
		const other = new FakeRunner();
		session.setMachines([{ name: "other", connect: async () => other }]);
		await session.whenReady();
		expect(signals[0]?.aborted).toBe(true);
		expect(session.runner).toBe(other);

		// One that takes no notice of its signal.
		const deaf = new FakeRunner();
		const held2 = gate();
		const late = vi.fn(async () => {
			await held2.promise;
			return deaf;
		});
		session.setMachines([{ name: "deaf", connect: late }]);
		await vi.waitFor(() => expect(late).toHaveBeenCalled());
		const last = new FakeRunner();
		session.setMachines([{ name: "last", connect: async () => last }]);
		held2.open();
		await vi.waitFor(() => expect(session.runner).toBe(last));
		expect(deaf.disposed).toBe(true);
	});

	it("leaves a machine in the middle of a step", async () => {
		const { session, made } = setUp();
		session.setDesired(target("a"));
		await session.whenReady();
		const closed = gate();
		made[0]!.gate = closed.promise;
		session.setDesired(target("a", { "next.config.ts": "other" }));
		const other = new FakeRunner();
		session.setMachines([{ name: "other", connect: async () => other }]);
		closed.open();
		await session.whenReady();
		expect(session.runner).toBe(other);
		expect(other.calls).toEqual(["apply", "start development", "resetData", "request /a"]);
	});

	it("says at which stage it failed, and an edit is a new try", async () => {
		const { session, made } = setUp();
		session.setDesired(target("a"));
		await session.whenReady();
		made[0]!.startFails = new SandboxError("start-failed", "bad config");
		made[0]!.setNext({ state: "stopped" });
		session.setDesired(target("a", { "next.config.ts": "broken" }));
		await vi.waitFor(() =>
			expect(session.getState()).toMatchObject({ state: "failed", stage: "start", message: "bad config" }),
		);
		made[0]!.startFails = null;
		session.setDesired(target("a", { "next.config.ts": "fine" }));
		await session.whenReady();
	});

	it("shows the preview although the first page never answers", async () => {
		const runner = new FakeRunner();
		runner.handler = () => {
			throw new SandboxError("no-answer", "nothing came");
		};
		const { session } = setUp(async () => runner);
		session.setDesired(target("a"));
		await session.whenReady();
	});

	it("waits until the running app has the newest files compiled in", async () => {
		const runner = new FakeRunner();
		let version = "old";
		let asked = 0;
		runner.handler = (request) => {
			if (request.path === VERSION_PATH && ++asked === 3)
				version = runner.files[VERSION_FILE]?.match(/"(\w+)"/)?.[1] ?? "";
			return { status: 200, headers: [], body: btoa(version), durationMs: 1, exchangeId: "" };
		};
		const { session } = setUp(async () => runner);
		session.setDesired(target("a"));
		const current = session.whenCurrent();
		await vi.runAllTimersAsync();
		await current;
		expect(asked).toBe(3);
	});

	it("reaches the last target through any mix of switches, edits, crashes and losses", async () => {
		const action = fc.oneof(
			fc.record({
				do: fc.constant("desire" as const),
				lesson: fc.constantFrom("a", "b", "c"),
				text: fc.string(),
			}),
			fc.record({ do: fc.constantFrom("crash" as const, "vanish" as const, "tick" as const) }),
		);
		await fc.assert(
			fc.asyncProperty(fc.array(action, { maxLength: 20 }), async (actions) => {
				const { session, made } = setUp();
				let last = target("a");
				session.setDesired(last);
				for (const step of actions) {
					if (step.do === "desire") {
						last = target(step.lesson, { [`app/${step.lesson}.tsx`]: step.text });
						session.setDesired(last);
					} else if (step.do === "tick") await vi.advanceTimersByTimeAsync(700);
					else if (made.at(-1)?.disposed === false)
						step.do === "crash" ? made.at(-1)?.crash() : made.at(-1)?.vanish();
				}
				await vi.runAllTimersAsync();
				// A person's "try again" is always a way out.
				if (session.getState().state !== "ready") session.retry();
				await vi.runAllTimersAsync();
				expect(session.getState()).toMatchObject({ state: "ready", lesson: last.lesson });
				expect(held(made.at(-1))).toEqual(last.files);
				// Never two machines at work at once.
				expect(made.filter((runner) => !runner.disposed).length).toBe(1);
			}),
			{ numRuns: 150 },
		);
	});
});
