import { describe, expect, test } from "vitest";
import type { Verdict } from "@/lib/checks/types";
import { type GateInput, isExpected, judgeLesson, judgeOne } from "./gate";

const HINTS = ["nudge", "concept", "patch"];
const CHECKS = [
	{ id: "stores", hints: HINTS },
	{ id: "shows", hints: HINTS, requires: ["stores"] },
];
const variant = (name: string, fails?: Record<string, string>) => ({
	name,
	expectation: fails ? { describes: "A mistake.", fails } : null,
});

/** `"pass fail"` → cells of the two checks. */
function cells(verdicts: string) {
	return verdicts.split(" ").map((verdict, index) => ({
		id: CHECKS[index]!.id,
		verdict: verdict as Verdict,
		message: verdict === "pass" ? "" : `${CHECKS[index]!.id} says no`,
	}));
}

function input(changes: Partial<GateInput> = {}): GateInput {
	const variants = [
		variant("starter"),
		variant("solution"),
		variant("alternatives/a"),
		variant("alternatives/b"),
		variant("mistakes/m", { stores: "stores says" }),
		variant("mistakes/n", { shows: "shows says" }),
		variant("mistakes/o", { stores: "no" }),
		variant("mistakes/p", { shows: "no" }),
	];
	return {
		invalid: [],
		placeholders: [],
		checks: CHECKS,
		claims: [{ id: "is-so" }],
		claimFolders: ["is-so"],
		mdx: { checks: ["stores", "shows"], claims: ["is-so"] },
		variants,
		table: {
			starter: cells("fail blocked"),
			solution: cells("pass pass"),
			"alternatives/a": cells("pass pass"),
			"alternatives/b": cells("pass pass"),
			"mistakes/m": cells("fail blocked"),
			"mistakes/n": cells("pass fail"),
			"mistakes/o": cells("fail blocked"),
			"mistakes/p": cells("pass fail"),
		},
		claimResults: [{ id: "is-so", verdict: "pass", message: "" }],
		...changes,
	};
}

const withRow = (name: string, verdicts: string) => {
	const base = input();
	return input({ table: { ...base.table, [name]: cells(verdicts) } });
};
const rules = (given: GateInput) => judgeLesson(given).problems.map(({ rule }) => rule);

test("a complete lesson is accepted, and its verdicts are counted", () => {
	expect(judgeLesson(input())).toEqual({ problems: [], warnings: [], verdicts: 17 });
});

const VERDICTS = ["pass", "fail", "blocked", "broken"] as const;
const PAIRS = VERDICTS.flatMap((a) => VERDICTS.map((b) => [a, b] as const));
const brokenIn = (pair: readonly Verdict[]) =>
	pair.filter((verdict) => verdict === "broken").map(() => "broken");

describe("every row of two verdicts", () => {
	test.each(PAIRS)("starter: %s %s", (a, b) => {
		const red = [a, b].some((verdict) => verdict === "fail" || verdict === "broken");
		expect(rules(withRow("starter", `${a} ${b}`))).toEqual(red ? brokenIn([a, b]) : ["starter-passes"]);
	});

	test.each(PAIRS)("solution and alternative: %s %s", (a, b) => {
		const wrong = [a, b].filter((verdict) => verdict === "fail" || verdict === "blocked");
		const expected = [...brokenIn([a, b]), ...wrong.map(() => "correct-variant-fails")];
		expect(rules(withRow("solution", `${a} ${b}`))).toEqual(expected);
		expect(rules(withRow("alternatives/b", `${a} ${b}`))).toEqual(expected);
	});

	test.each(PAIRS)("a mistake that must fail the first check: %s %s", (a, b) => {
		const expected: string[] = brokenIn([a, b]);
		if (a === "pass" || a === "blocked") expected.push("mistake-not-caught");
		if (b === "fail") expected.push("mistake-fails-more");
		expect(rules(withRow("mistakes/m", `${a} ${b}`))).toEqual(expected);
	});
});

describe("mistakes", () => {
	const only = (fails: Record<string, string>, verdicts: string) => {
		const base = withRow("mistakes/m", verdicts);
		const variants = base.variants.map((each) =>
			each.name === "mistakes/m" ? variant(each.name, fails) : each,
		);
		return rules({ ...base, variants });
	};
	test("the phrase must be in the message", () => {
		expect(only({ stores: "stores says" }, "fail blocked")).toEqual([]);
		expect(only({ stores: "Stores says" }, "fail blocked")).toEqual(["mistake-phrase"]);
	});
	test("all named checks must fail", () => {
		expect(only({ stores: "no", shows: "no" }, "fail fail")).toEqual([]);
		expect(only({ stores: "no", shows: "no" }, "fail pass")).toEqual(["mistake-not-caught"]);
		expect(only({ stores: "no", shows: "shows yes" }, "fail fail")).toEqual(["mistake-phrase"]);
	});
	test("a named check must exist", () => {
		expect(only({ stores: "no", gone: "no" }, "fail pass")).toEqual(["mistake-unknown-check"]);
	});
});

test("a check that is red in no variant is turned down; the starter's red counts", () => {
	const base = input();
	const variants = base.variants.filter(({ name }) => !/mistakes\/[np]/.test(name));
	const { "mistakes/n": _, "mistakes/p": __, ...table } = base.table;
	const report = judgeLesson({ ...base, variants, table });
	expect(report.problems).toEqual([{ rule: "check-never-red", message: expect.stringContaining('"shows"') }]);
	expect(rules({ ...base, variants, table: { ...table, starter: cells("fail fail") } })).toEqual([]);
});

describe("cells", () => {
	test("a variant that was not run, one verdict too few, one too many and one twice", () => {
		const { table } = input();
		const { solution: _, ...rest } = table;
		expect(rules(input({ table: rest }))).toEqual(["cells-missing"]);
		expect(rules(withRow("solution", "pass"))).toEqual(["cells-missing"]);
		const extra = [...table.solution!, { id: "other", verdict: "pass" as const, message: "" }];
		expect(rules(input({ table: { ...table, solution: extra } }))).toEqual(["cells-missing"]);
		const twice = [...table.solution!, table.solution![0]!];
		expect(rules(input({ table: { ...table, solution: twice } }))).toEqual(["cells-missing"]);
		expect(rules(input({ claimResults: [] }))).toEqual(["cells-missing"]);
	});

	test("nothing run at all is never a success", () => {
		const nothing = input({
			checks: [],
			claims: [],
			claimFolders: [],
			mdx: { checks: [], claims: [] },
			table: {},
		});
		expect(rules({ ...nothing, claimResults: [] })).toEqual(
			expect.arrayContaining(["no-checks", "no-verdicts"]),
		);
		expect(rules({ ...nothing, claimResults: [], variants: [] })).toEqual(["no-checks", "no-verdicts"]);
	});
});

describe("claims", () => {
	test.each([
		["pass", []],
		["fail", ["claim-fails"]],
		["blocked", ["claim-fails"]],
		["broken", ["broken"]],
	] as const)("%s", (verdict, expected) => {
		expect(rules(input({ claimResults: [{ id: "is-so", verdict, message: "" }] }))).toEqual(expected);
	});
	test("each is mentioned, and each folder has one", () => {
		expect(rules(input({ mdx: { checks: [], claims: [] } }))).toEqual(["claim-not-mentioned"]);
		expect(rules(input({ claimFolders: ["is-so", "is-not"] }))).toEqual(["claim-files-unused"]);
	});
});

describe("shape", () => {
	const withChecks = (first: object) => rules(input({ checks: [{ ...CHECKS[0]!, ...first }, CHECKS[1]!] }));
	test("three hints, none empty", () => {
		expect(withChecks({ hints: ["a", " ", "c"] })).toEqual(["hints-empty"]);
		expect(withChecks({ hints: ["a", "b"] })).toEqual(["hints-empty"]);
	});
	test("requirements come before", () => {
		expect(withChecks({ requires: ["shows"] })).toEqual(["unknown-requirement"]);
	});
	test("ids are unique", () => {
		expect(rules(input({ checks: [...CHECKS, { id: "shows", hints: HINTS }] }))).toContain("duplicate-id");
		expect(rules(input({ claims: [{ id: "is-so" }, { id: "is-so" }] }))).toContain("duplicate-id");
	});
	test("the prose names what exists", () => {
		expect(rules(input({ mdx: { checks: ["store"], claims: ["is-so", "was-so"] } }))).toEqual([
			"mdx-unknown-id",
			"mdx-unknown-id",
		]);
	});
	test("faults of reading and placeholders are passed on", () => {
		expect(rules(input({ invalid: ["a: b"], placeholders: ["lesson.mdx"] }))).toEqual([
			"lesson-invalid",
			"placeholder",
		]);
	});
});

test("too few alternatives and mistakes are a warning only", () => {
	const base = input();
	const variants = base.variants.filter(({ name }) => !/\/[bp]$/.test(name));
	const { "alternatives/b": _, "mistakes/p": __, ...table } = base.table;
	expect(judgeLesson({ ...base, variants, table })).toMatchObject({
		problems: [],
		warnings: ["1 of at least 2 alternatives.", "3 of at least 4 mistakes."],
	});
});

test("one variant alone is judged by its own row", () => {
	const judge = (name: string, verdicts: string) => {
		const given = input();
		const chosen = given.variants.find((each) => each.name === name)!;
		return judgeOne({ checks: CHECKS, table: { [name]: cells(verdicts) } }, chosen).map(({ rule }) => rule);
	};
	expect(judge("starter", "fail blocked")).toEqual([]);
	expect(judge("starter", "pass pass")).toEqual(["starter-passes"]);
	expect(judge("solution", "pass pass")).toEqual([]);
	expect(judge("solution", "pass fail")).toEqual(["correct-variant-fails"]);
	expect(judge("mistakes/n", "pass fail")).toEqual([]);
	expect(judge("mistakes/n", "fail blocked")).toEqual(["mistake-not-caught", "mistake-fails-more"]);
	const nothing = judgeOne({ checks: [], table: { solution: [] } }, variant("solution"));
	expect(nothing.map(({ rule }) => rule)).toEqual(["no-verdicts"]);
});

test("what the table marks is what the gate turns down", () => {
	const mistake = variant("mistakes/m", { stores: "x" });
	expect(isExpected(mistake, "stores", "fail")).toBe(true);
	expect(isExpected(mistake, "stores", "pass")).toBe(false);
	expect(isExpected(mistake, "shows", "blocked")).toBe(true);
	expect(isExpected(mistake, "shows", "fail")).toBe(false);
	expect(isExpected(variant("solution"), "stores", "blocked")).toBe(false);
	expect(isExpected(variant("starter"), "stores", "fail")).toBe(true);
	expect(isExpected(variant("starter"), "stores", "broken")).toBe(false);
});
