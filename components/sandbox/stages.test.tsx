import { describe, expect, test } from "vitest";
import type { SessionState } from "@/lib/sandbox/session/state";
import { formatElapsed, noteStage, type StageTimes, stageLines } from "./stages";

const booting: SessionState = { state: "booting", since: 1000 };
const starting: SessionState = { state: "starting", since: 3000, detail: "starting" };
const compiling: SessionState = { state: "compiling", since: 5000 };
const after = (...states: SessionState[]) => states.reduce(noteStage, {} as StageTimes);

describe("the stages of a start", () => {
	test("each takes until the next one that came, and a stage that was left out says so", () => {
		const lines = stageLines(after(booting, starting, compiling), compiling, 5500);
		expect(lines.map(({ stage, status, elapsed }) => [stage, status, elapsed])).toEqual([
			["boot", "done", 2000],
			["mount", "skipped", null],
			["start", "done", 2000],
			["compile", "current", 500],
		]);
	});

	test("a new start forgets the one before", () => {
		const again: SessionState = { state: "booting", since: 9000 };
		expect(after(booting, starting, compiling, again)).toEqual({ boot: 9000 });
		const files: SessionState = { state: "mounting", since: 9000 };
		expect(after(booting, { state: "mounting", since: 2000 }, compiling, files)).toEqual({ mount: 9000 });
	});

	test("an update within a stage keeps its beginning", () => {
		const times = after(booting, starting);
		expect(noteStage(times, { ...starting, detail: "warming" })).toBe(times);
	});

	test("a state that is no stage changes nothing", () => {
		const times = after(booting);
		expect(noteStage(times, { state: "idle" })).toBe(times);
	});
});

test("elapsed time reads in seconds, then minutes", () => {
	expect([0, 3240, 59_949, 72_000].map(formatElapsed)).toEqual(["0.0 s", "3.2 s", "59.9 s", "1 min 12 s"]);
});
