import { expect, test } from "vitest";
import { scheduleOf } from "./schedule";

const M = 60_000;
const agenda = ["a", "b", "c"].map((lesson) => ({ lesson, title: lesson, minutes: 10, checks: [] }));
const drift = (reached: Record<string, number>, current: string, now: number) => {
	const found = scheduleOf(agenda, reached, current, now * M).drift;
	return found === null ? null : found / M;
};

test("before the start there is no drift", () => {
	expect(scheduleOf(agenda, {}, undefined, 5 * M)).toEqual({
		current: 0,
		startedAt: null,
		drift: null,
		endsAt: null,
		step: null,
	});
});

test("in time within the first step, late once its minutes are over", () => {
	expect(drift({ a: 0 }, "a", 4)).toBe(0);
	expect(drift({ a: 0 }, "a", 13)).toBe(3);
});

test("what began late is late, and later when it takes longer", () => {
	const reached = { a: 0, b: 14 * M };
	expect(drift(reached, "b", 15)).toBe(4);
	expect(drift(reached, "b", 26)).toBe(6);
});

test("what began early is early until its minutes are over", () => {
	const reached = { a: 0, b: 7 * M };
	expect(drift(reached, "b", 8)).toBe(-3);
	expect(drift(reached, "b", 17)).toBe(-3);
	expect(drift(reached, "b", 19)).toBe(-1);
});

test("says when it will end, and how long the step has taken", () => {
	const schedule = scheduleOf(agenda, { a: 0, b: 12 * M }, "b", 15 * M);
	expect(schedule.endsAt).toBe(32 * M);
	expect(schedule.step).toEqual({ used: 3 * M, planned: 10 * M });
	expect(schedule.current).toBe(1);
});

test("a step nobody is known to have come to begins now; a lesson off the agenda counts as the first", () => {
	expect(drift({ a: 0 }, "b", 10)).toBe(0);
	expect(drift({ a: 0 }, "b", 11)).toBe(1);
	expect(scheduleOf(agenda, { a: 0 }, "gone", 0).current).toBe(0);
});
