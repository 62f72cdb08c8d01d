import { describe, expect, test } from "vitest";
import type { CheckResult, Verdict } from "@/lib/checks/types";
import { allGreen, announceRun, tallyMark, viewChecks } from "./status";

const briefs = [
	{ id: "one", title: "First" },
	{ id: "two", title: "Second" },
];
const result = (id: string, verdict: Verdict, sourceHash = "now"): CheckResult => ({
	id,
	title: id,
	verdict,
	did: [],
	message: verdict === "pass" ? "" : "It is not stored.",
	expected: "",
	observed: "",
	evidence: [],
	assertions: 1,
	durationMs: 1,
	sourceHash,
});
const idle = { state: "idle" } as const;

describe("how a check stands", () => {
	test("its verdict, and stale when it speaks of other code", () => {
		const results = { one: result("one", "pass", "earlier") };
		const views = viewChecks(briefs, { results, run: idle }, "now");
		expect(views.map(({ status, stale }) => [status, stale])).toEqual([
			["pass", true],
			["not-run", false],
		]);
		expect(views.map(tallyMark)).toEqual(["earlier", "none"]);
	});

	test("running outranks the result before", () => {
		const run = { state: "running", current: "one", done: 0, total: 2 } as const;
		const views = viewChecks(briefs, { results: { one: result("one", "fail", "earlier") }, run }, "now");
		expect(views[0]).toMatchObject({ status: "running", stale: false });
	});

	test("all green only when every one passes on the present code", () => {
		const green = { one: result("one", "pass"), two: result("two", "pass") };
		expect(allGreen(viewChecks(briefs, { results: green, run: idle }, "now"))).toBe(true);
		expect(allGreen(viewChecks(briefs, { results: green, run: idle }, "other"))).toBe(false);
		expect(allGreen(viewChecks([], { results: {}, run: idle }, "now"))).toBe(false);
	});

	test("a run in one sentence", () => {
		const results = { one: result("one", "pass"), two: result("two", "fail") };
		expect(announceRun(viewChecks(briefs, { results, run: idle }, "now"))).toBe(
			"1 of 2 checks pass. Failed: Second. It is not stored.",
		);
	});
});
