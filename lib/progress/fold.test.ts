import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { ProgressEvent } from "./events";
import { foldProgress } from "./fold";

const names = fc.constantFrom("a", "b", "__proto__", "constructor");
const stamp = {
	clientId: fc.constantFrom("client-one", "client-two"),
	seq: fc.nat(5),
	at: fc.nat(20),
	lesson: names,
};
const events: fc.Arbitrary<ProgressEvent[]> = fc.array(
	fc.oneof(
		fc.record({ ...stamp, type: fc.constantFrom("lesson-opened", "lesson-completed", "solution-viewed") }),
		fc.record({ ...stamp, type: fc.constant("solution-applied"), path: fc.constantFrom("a.ts", undefined) }),
		fc.record({ ...stamp, type: fc.constantFrom("check-passed", "check-failed"), check: names }),
		fc.record({ ...stamp, type: fc.constant("hint-opened"), check: names, level: fc.constantFrom(1, 2, 3) }),
	) as fc.Arbitrary<ProgressEvent>,
	{ maxLength: 25 },
);

test("the order of the events makes no difference, even where two claim one number", () => {
	fc.assert(
		fc.property(
			events.chain((list) =>
				fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
			),
			([list, shuffled]) => {
				expect(foldProgress(shuffled)).toEqual(foldProgress(list));
			},
		),
	);
});

test("an event read twice counts once", () => {
	fc.assert(
		fc.property(events, fc.nat(), (list, n) => {
			expect(foldProgress([...list, ...list.slice(n % (list.length + 1))])).toEqual(foldProgress(list));
		}),
	);
});

test("more events never take a pass, a hint or a completion away", () => {
	const distinct = events.map((list) => list.map((event, seq) => ({ ...event, seq })));
	fc.assert(
		fc.property(distinct, fc.nat(), (list, n) => {
			const part = foldProgress(list.slice(0, n % (list.length + 1)));
			const whole = foldProgress(list);
			for (const lesson of Object.keys(part.lessons)) {
				const before = part.lessons[lesson]!;
				const after = whole.lessons[lesson]!;
				for (const check of Object.keys(before.passed)) expect(Object.hasOwn(after.passed, check)).toBe(true);
				for (const check of Object.keys(before.hints))
					expect(after.hints[check]).toBeGreaterThanOrEqual(before.hints[check]!);
				if (before.completedAt !== null) expect(after.completedAt).not.toBeNull();
			}
		}),
	);
});

test("tells what was passed, failed, hinted, and where the learner was last", () => {
	let seq = 0;
	const event = (at: number, fact: object) =>
		({ clientId: "client-one", seq: seq++, at, ...fact }) as ProgressEvent;
	const progress = foldProgress([
		event(1, { type: "lesson-opened", lesson: "forms/zod" }),
		event(2, { type: "check-failed", lesson: "forms/zod", check: "stores" }),
		event(3, { type: "hint-opened", lesson: "forms/zod", check: "stores", level: 1 }),
		event(4, { type: "hint-opened", lesson: "forms/zod", check: "stores", level: 2 }),
		event(5, { type: "check-passed", lesson: "forms/zod", check: "stores" }),
		event(9, { type: "check-passed", lesson: "forms/zod", check: "stores" }),
		event(10, { type: "lesson-completed", lesson: "forms/zod" }),
		event(8, { type: "lesson-opened", lesson: "cache/path" }),
	]);
	expect(progress.lastLesson).toBe("forms/zod");
	expect(progress.lessons["forms/zod"]).toEqual({
		firstAt: 1,
		lastAt: 10,
		passed: { stores: 5 },
		failures: { stores: 1 },
		hints: { stores: 2 },
		solutionViewed: false,
		solutionApplied: false,
		completedAt: 10,
	});
});
