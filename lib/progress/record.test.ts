import { describe, expect, test } from "vitest";
import type { CheckDefinition, CheckResult, Verdict } from "@/lib/checks/types";
import { type CheckedState, factsBetween, isComplete } from "./record";

const definitions = ["one", "two"].map((id) => ({ id }) as CheckDefinition);

function result(id: string, verdict: Verdict, sourceHash = "h1"): CheckResult {
	return { id, verdict, sourceHash } as CheckResult;
}

function state(results: CheckResult[] = [], hints: Record<string, number> = {}): CheckedState {
	return { definitions, results: Object.fromEntries(results.map((one) => [one.id, one])), hints };
}

describe("what happened between two states", () => {
	test("a pass and a failure are facts; blocked and broken are not", () => {
		const facts = factsBetween("l", state(), state([result("one", "pass"), result("two", "fail")]));
		expect(facts).toEqual([
			{ type: "check-passed", lesson: "l", check: "one" },
			{ type: "check-failed", lesson: "l", check: "two" },
		]);
		expect(factsBetween("l", state(), state([result("one", "blocked"), result("two", "broken")]))).toEqual(
			[],
		);
	});

	test("the same verdict on the same source is told once, on another source again", () => {
		const failed = state([result("one", "fail")]);
		expect(factsBetween("l", failed, state([result("one", "fail")]))).toEqual([]);
		expect(factsBetween("l", failed, state([result("one", "fail", "h2")]))).toHaveLength(1);
	});

	test("every hint level that was opened", () => {
		const facts = factsBetween("l", state([], { one: 1 }), state([], { one: 3 }));
		expect(facts.map((fact) => fact.type === "hint-opened" && fact.level)).toEqual([2, 3]);
	});

	test("a lesson is complete once, when all checks are green on one source", () => {
		const green = [result("one", "pass"), result("two", "pass")];
		expect(factsBetween("l", state([result("one", "pass")]), state(green))).toContainEqual({
			type: "lesson-completed",
			lesson: "l",
		});
		expect(
			factsBetween("l", state(green), state([result("one", "pass", "h2"), result("two", "pass", "h2")])),
		).not.toContainEqual(expect.objectContaining({ type: "lesson-completed" }));
		expect(isComplete(state([result("one", "pass"), result("two", "pass", "h2")]))).toBe(false);
		expect(isComplete({ definitions: [], results: {}, hints: {} })).toBe(false);
	});
});
