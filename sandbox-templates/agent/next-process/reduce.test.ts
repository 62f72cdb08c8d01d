import { describe, expect, test } from "vitest";
import { reduce } from "./reduce";
import {
	initialState,
	LIMITS,
	MEMORY_LOW,
	type NextEffect,
	type NextEvent,
	type NextState,
	SILENCE_LIMIT_MS,
	statusOf,
} from "./state";

/** Plays events one after the other; gives the last state and the effects of every event. */
function play(events: NextEvent[], from: NextState = initialState()) {
	let state = from;
	const effects: NextEffect[] = [];
	for (const event of events) {
		const step = reduce(state, event);
		state = step.state;
		effects.push(...step.effects);
	}
	return { state, effects, status: statusOf(state) };
}

const development = "development";
const start = (id: number, mode: "development" | "production" = development): NextEvent => ({
	type: "start",
	id,
	mode,
});
const up = (run: number, port = 4000): NextEvent[] => [
	{ type: "spawned", run, port },
	{ type: "listening", run, pid: 99 },
	{ type: "answered", run },
];
const ended = (run: number, more: Partial<Extract<NextEvent, { type: "ended" }>> = {}): NextEvent => ({
	type: "ended",
	run,
	code: 1,
	signal: null,
	logTail: "tail",
	portTaken: false,
	...more,
});
const tick = (elapsedMs: number, serverAlive = true): NextEvent => ({ type: "tick", elapsedMs, serverAlive });
const ready = () => play([start(1), ...up(1)]).state;

describe("start", () => {
	test("runs, probes, and answers when the server does", () => {
		const { effects, status } = play([start(1), ...up(1)]);
		expect(effects).toEqual([
			{ type: "run", run: 1, mode: development, step: "serve", preferredPort: null },
			{ type: "probe", run: 1, port: 4000, mode: development },
			{ type: "reply", id: 1, status: { state: "ready", mode: development, port: 4000 } },
		]);
		expect(status).toEqual({ state: "ready", mode: development, port: 4000 });
	});

	test("shows its stages", () => {
		expect(play([start(1)]).status).toEqual({ state: "starting", mode: development, stage: "starting" });
		expect(play([start(1), ...up(1).slice(0, 2)]).status).toMatchObject({ stage: "warming" });
	});

	test("joins a start that is under way, and answers at once when ready", () => {
		const { effects } = play([start(1), start(2), ...up(1), start(3)]);
		expect(effects.filter(({ type }) => type === "run")).toHaveLength(1);
		expect(
			effects.filter(({ type }) => type === "reply").map((effect) => "id" in effect && effect.id),
		).toEqual([1, 2, 3]);
	});

	test("builds first in production", () => {
		const { effects, status } = play([start(1, "production"), { type: "spawned", run: 1, port: null }]);
		expect(effects).toMatchObject([{ type: "run", step: "build" }]);
		expect(status).toMatchObject({ state: "starting", stage: "building" });
		const built = play([start(1, "production"), ended(1, { code: 0 })]);
		expect(built.effects.at(-1)).toMatchObject({ type: "run", run: 2, mode: "production", step: "serve" });
	});

	test("says why it failed, with the end of the log", () => {
		const { effects, status } = play([start(1), ended(1, { code: 7 })]);
		expect(status).toEqual({
			state: "exited",
			mode: development,
			code: 7,
			signal: null,
			logTail: "tail",
			starting: true,
		});
		expect(effects.at(-1)).toEqual({
			type: "refuse",
			id: 1,
			code: "start-failed",
			message: "Next.js ended before it was ready. The end of its log:\ntail",
		});
		const build = play([start(1, "production"), ended(1)]);
		expect(build.effects.at(-1)).toMatchObject({
			message: expect.stringContaining("production build failed"),
		});
	});

	test("tries another port when somebody was faster, but not for ever", () => {
		const events: NextEvent[] = [start(1)];
		for (let run = 1; run <= 5; run++) events.push(ended(run, { portTaken: true }));
		const { effects, status } = play(events);
		expect(effects.filter(({ type }) => type === "run")).toHaveLength(5);
		expect(status.state).toBe("exited");
		expect(effects.at(-1)).toMatchObject({ type: "refuse", code: "start-failed" });
	});

	test("gives up on a server that never answers", () => {
		const { state, effects } = play([start(1), ...up(1).slice(0, 2), tick(90_001)]);
		expect(effects.at(-1)).toEqual({ type: "kill", run: 1 });
		const after = play([ended(1, { code: null, signal: "SIGKILL" })], state);
		expect(after.status.state).toBe("exited");
		expect(after.effects).toMatchObject([
			{ type: "refuse", id: 1, code: "start-failed", message: expect.stringContaining("90 seconds") },
		]);
	});

	test("in the other mode replaces what runs", () => {
		const { effects } = play([start(2, "production"), ended(1)], ready());
		expect(effects).toMatchObject([
			{ type: "kill", run: 1 },
			{ type: "run", run: 2, mode: "production", step: "build" },
		]);
	});
});

describe("restart", () => {
	test("kills, waits for the end, and asks for the same port", () => {
		const { effects, status } = play([{ type: "restart", id: 2, mode: development }], ready());
		expect(effects).toEqual([{ type: "kill", run: 1 }]);
		expect(status).toMatchObject({ state: "starting" });
		const later = play([{ type: "restart", id: 2, mode: development }, ended(1), ...up(2)], ready());
		expect(later.effects).toContainEqual({
			type: "run",
			run: 2,
			mode: development,
			step: "serve",
			preferredPort: 4000,
		});
		expect(later.effects.at(-1)).toMatchObject({ type: "reply", id: 2 });
	});

	test("during a start keeps whoever waits for the same, and tells the others", () => {
		const { effects } = play([
			start(1),
			start(2, "production"),
			{ type: "restart", id: 3, mode: development },
			ended(1),
			...up(2),
		]);
		expect(effects).toContainEqual(expect.objectContaining({ type: "refuse", id: 1, code: "cancelled" }));
		expect(effects).toContainEqual(expect.objectContaining({ type: "refuse", id: 2, code: "cancelled" }));
		expect(effects.at(-1)).toMatchObject({ type: "reply", id: 3 });
		expect(effects.filter(({ type }) => type === "kill")).toHaveLength(1);
	});

	test("works on a server that hangs, and late news of the old one changes nothing", () => {
		const { status, effects } = play(
			[
				tick(6_000),
				{ type: "restart", id: 2, mode: development },
				ended(1),
				{ type: "beat", run: 1, memoryUse: 0.2 },
				...up(2),
			],
			ready(),
		);
		expect(status.state).toBe("ready");
		expect(effects.at(-1)).toMatchObject({ type: "reply", id: 2 });
		const late = play(
			[ended(1)],
			play([{ type: "restart", id: 2, mode: development }, ended(1), ...up(2)], ready()).state,
		);
		expect(late.status.state).toBe("ready");
	});
});

describe("stop", () => {
	test("answers when the process is gone", () => {
		const { effects, status } = play([{ type: "stop", id: 2 }, ended(1)], ready());
		expect(effects).toEqual([
			{ type: "kill", run: 1 },
			{ type: "reply", id: 2, status: { state: "stopped" } },
		]);
		expect(status).toEqual({ state: "stopped" });
	});

	test("answers at once when nothing runs", () => {
		expect(play([{ type: "stop", id: 1 }]).effects).toMatchObject([{ type: "reply", id: 1 }]);
	});

	test("cancels a start under way; a start after it wins", () => {
		const { effects, status } = play([start(1), { type: "stop", id: 2 }, start(3), ended(1), ...up(2)]);
		expect(effects).toContainEqual(expect.objectContaining({ type: "refuse", id: 1, code: "cancelled" }));
		expect(effects).toContainEqual(expect.objectContaining({ type: "refuse", id: 2, code: "cancelled" }));
		expect(status.state).toBe("ready");
	});
});

describe("a running server", () => {
	test("is unresponsive after a time without a sign of life, and ready again with one", () => {
		const silent = play([tick(3_000), tick(SILENCE_LIMIT_MS - 3_000)], ready());
		expect(silent.status.state).toBe("ready");
		const blocked = play([tick(1)], silent.state);
		expect(blocked.status).toEqual({
			state: "unresponsive",
			mode: development,
			port: 4000,
			blockedMs: SILENCE_LIMIT_MS + 1,
		});
		expect(play([{ type: "beat", run: 1, memoryUse: 0.2 }], blocked.state).status.state).toBe("ready");
	});

	test("whose memory runs low says so until it is replaced", () => {
		const beat = (memoryUse: number): NextEvent => ({ type: "beat", run: 1, memoryUse });
		expect(play([beat(MEMORY_LOW)], ready()).status).not.toHaveProperty("memoryLow");
		const low = play([beat(MEMORY_LOW + 0.01), beat(0.1)], ready());
		expect(low.status).toMatchObject({ state: "ready", memoryLow: true });
		const fresh = play([{ type: "restart", id: 2, mode: development }, ended(1), ...up(2)], low.state);
		expect(fresh.status).not.toHaveProperty("memoryLow");
	});

	test("that hangs is replaced by a start", () => {
		expect(play([tick(SILENCE_LIMIT_MS + 1), start(2)], ready()).effects).toEqual([{ type: "kill", run: 1 }]);
	});

	test("may be silent for longer where the machine says so", () => {
		const slow = play([start(1), ...up(1), tick(SILENCE_LIMIT_MS + 1)], initialState(15_000));
		expect(slow.status.state).toBe("ready");
	});

	test("that ended by itself is told with its code, and not started again", () => {
		const { effects, status } = play([ended(1, { code: 3 })], ready());
		expect(effects).toEqual([]);
		expect(status).toMatchObject({ state: "exited", code: 3, logTail: "tail" });
	});

	test("that replaces itself (next.config was edited) is starting until it answers", () => {
		const { status, effects, state } = play(
			[tick(2_000, false), { type: "listening", run: 1, pid: 100 }],
			ready(),
		);
		expect(status).toMatchObject({ state: "starting", stage: "warming" });
		expect(effects).toMatchObject([{ type: "probe", run: 1, port: 4000 }]);
		expect(play([{ type: "answered", run: 1 }], state).status.state).toBe("ready");
	});

	test("whose process has been gone too long is given up", () => {
		const { effects, status } = play([tick(5_000, false), tick(3_001, false), ended(1)], ready());
		expect(effects).toEqual([{ type: "kill", run: 1 }]);
		expect(status).toMatchObject({ state: "exited", code: null });
	});
});

describe("limits", () => {
	const use = (more: Partial<Extract<NextEvent, { type: "used" }>> = {}): NextEvent => ({
		type: "used",
		run: 1,
		elapsedMs: 1_000,
		processes: 5,
		memoryMb: 800,
		cpuMs: 0,
		...more,
	});
	/** One processor at full use for so many seconds. */
	const burn = (seconds: number): NextEvent[] => Array.from({ length: seconds }, () => use({ cpuMs: 1_000 }));

	test("an app that stays below them is left alone, to the last process and megabyte", () => {
		const { processes, memoryMb } = LIMITS;
		const { effects, status } = play([use({ processes, memoryMb })], ready());
		expect(effects).toEqual([]);
		expect(status.state).toBe("ready");
	});

	test.each([
		["processes", use({ processes: LIMITS.processes + 1 }), LIMITS.processes],
		["memory", use({ memoryMb: LIMITS.memoryMb + 1 }), LIMITS.memoryMb],
	])("too much (%s) ends everything, and the state says why, also while it starts", (of, event, allowed) => {
		for (const from of [ready(), play([start(1), up(1)[0]!]).state]) {
			const { state, effects } = play([event], from);
			expect(effects).toEqual([{ type: "kill", run: 1, all: true }]);
			// What is being killed is not judged again.
			expect(play([event], state).effects).toEqual([]);
			expect(play([ended(1)], state).status).toMatchObject({ state: "exited", limit: { of, allowed } });
		}
	});

	test("whoever waits for a start that is ended at a limit is told of it", () => {
		const { effects } = play([start(1), use({ processes: 1_000 }), ended(1)]);
		expect(effects.at(-1)).toMatchObject({
			type: "refuse",
			id: 1,
			message: expect.stringContaining("more than 64 processes"),
		});
	});

	test("processor time counts only while nobody asks for anything, and not what a server at rest uses", () => {
		const long = 2 * LIMITS.idleCpuSeconds;
		expect(play(burn(long), ready()).state.phase).toMatchObject({
			phase: "ending",
			next: { limit: { of: "cpu", allowed: LIMITS.idleCpuSeconds } },
		});
		const asked = burn(100).flatMap((event) => [event, { type: "asked", run: 1 } as const]);
		expect(play([...asked, ...asked], ready()).status.state).toBe("ready");
		const atRest = Array.from({ length: 5_000 }, () => use({ cpuMs: 250 }));
		expect(play(atRest, ready()).status.state).toBe("ready");
	});

	test("a build may use the processors for as long as it may take", () => {
		const building = play([start(1, "production")]).state;
		expect(play(burn(200), building).effects).toEqual([]);
	});

	test("news of an old run count for nothing", () => {
		expect(play([use({ run: 0, processes: 999 }), { type: "heapFull", run: 0 }], ready()).state).toEqual(
			ready(),
		);
	});

	const heap = { of: "heap", allowed: LIMITS.heapMb };

	test("a server that ends after its heap was full is said to have used too much memory", () => {
		const { status } = play(
			[{ type: "heapFull", run: 1 }, ended(1, { code: null, signal: "SIGABRT" })],
			ready(),
		);
		expect(status).toMatchObject({ state: "exited", signal: "SIGABRT", limit: heap });
	});

	test("so is one that leaves `next dev` behind, without a wait for it to come back", () => {
		const { state, effects } = play([{ type: "heapFull", run: 1 }, tick(1_000, false)], ready());
		expect(effects).toEqual([{ type: "kill", run: 1, all: true }]);
		expect(play([ended(1)], state).status).toMatchObject({ state: "exited", limit: heap });
	});

	test("a worker whose heap was full is not the reason of a later end", () => {
		const events: NextEvent[] = [
			{ type: "heapFull", run: 1 },
			{ type: "beat", run: 1, memoryUse: 0.1 },
		];
		const { status } = play([...events, ended(1, { code: 3 })], ready());
		expect(status).toMatchObject({ state: "exited", code: 3 });
		expect(status).not.toHaveProperty("limit");
	});

	test("a build that dies of it says so", () => {
		const { status } = play([start(1, "production"), { type: "heapFull", run: 1 }, ended(1)]);
		expect(status).toMatchObject({ state: "exited", building: true, limit: heap });
	});

	test("a start that ends without an error is said to have been ended from within", () => {
		const { effects } = play([start(1), ended(1, { code: 0, logTail: "" })]);
		expect(effects.at(-1)).toMatchObject({ message: expect.stringContaining("process.exit()") });
	});
});
