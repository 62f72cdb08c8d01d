import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ankiText } from "./anki";
import { emptyAnswer, isAnswered, moved } from "./answer";
import { grade, misplaced } from "./grade";
import type { ShownQuestion } from "./types";

const base = {
	id: "a/b#c",
	level: 1,
	points: ["A1"],
	part: "a",
	lessons: [],
	ask: "Is `x` so?",
	note: null,
	code: null,
};
const options = [
	{ text: "one", correct: true, why: "w1" },
	{ text: "two", why: "w2" },
	{ text: "three", correct: true, why: "w3" },
];
const make = (fields: object) => ({ ...base, ...fields }) as unknown as ShownQuestion;
const multiple = make({ kind: "multiple", options });
const grid = make({
	kind: "trueFalseGrid",
	statements: [true, false, true, true].map((isTrue, n) => ({ text: `s${n}`, isTrue, why: "w" })),
});
const order = make({
	kind: "order",
	steps: [
		{ id: "a", text: "a", after: [], why: "w" },
		{ id: "b", text: "b", after: [], why: "w" },
		{ id: "c", text: "c", after: ["a", "b"], why: "w" },
		{ id: "d", text: "d", after: ["c"], why: "w" },
	],
}) as Extract<ShownQuestion, { kind: "order" }>;
const code = { title: null, lines: ["x <= 1", "y", "z"].map((text) => ({ text, html: text })) };
const bug = make({ kind: "spotBug", code, bugLines: [2, 3], bugWhy: "w", reasons: options.slice(0, 2) });
const short = make({
	kind: "shortAnswer",
	reference: "one\n\ntwo",
	rubric: ["p", "q", "r"].map((text) => ({ text, why: "w" })),
	followUps: [{ ask: "And?", reference: "So." }],
});

test("several answers: all that are right, and no other", () => {
	const answer = (...chosen: number[]) => grade(multiple, { of: "choice", chosen });
	expect(answer(0, 2)).toBe("right");
	expect(answer(2, 0)).toBe("right");
	expect(answer(0)).toBe("wrong");
	expect(answer(0, 1, 2)).toBe("wrong");
	expect(grade(multiple, { of: "kata", solved: true })).toBe("wrong");
});

test("a grid forgives one slip of four", () => {
	const answer = (...marked: (boolean | null)[]) => grade(grid, { of: "grid", marked });
	expect(answer(true, false, true, true)).toBe("right");
	expect(answer(true, false, true, false)).toBe("partly");
	expect(answer(true, false, true, null)).toBe("partly");
	expect(answer(true, true, true, false)).toBe("wrong");
});

test("every order that the steps allow is right, and no other", () => {
	const answer = (ids: string) => grade(order, { of: "order", order: ids.split("") });
	expect(answer("abcd")).toBe("right");
	expect(answer("bacd")).toBe("right");
	for (const wrong of ["acbd", "abdc", "abc", "aabcd", "abcx"]) expect(answer(wrong)).toBe("wrong");
	expect(misplaced(order, ["a", "c", "b", "d"])).toEqual(["c"]);
});

test("the line and the reason of a bug", () => {
	const answer = (line: number | null, reason: number | null) => grade(bug, { of: "bug", line, reason });
	expect(answer(2, 0)).toBe("right");
	expect(answer(3, 0)).toBe("right");
	expect(answer(1, 0)).toBe("partly");
	expect(answer(2, 1)).toBe("partly");
	expect(answer(1, 1)).toBe("wrong");
	expect(answer(null, null)).toBe("wrong");
});

test("a short answer by its rubric", () => {
	const answer = (ticked: number[] | null) => grade(short, { of: "text", text: "", ticked });
	expect(answer([0, 1, 2])).toBe("right");
	expect(answer([0, 2])).toBe("partly");
	expect(answer([0, 0, 0, 7])).toBe("wrong");
	expect(answer(null)).toBe("wrong");
});

test("an empty answer is not whole, is never right, and is the same for the same seed", () => {
	fc.assert(
		fc.property(fc.string(), (seed) => {
			for (const question of [multiple, grid, order, bug, short]) {
				const answer = emptyAnswer(question, seed);
				expect(answer).toEqual(emptyAnswer(question, seed));
				expect(grade(question, answer)).not.toBe("right");
				expect(isAnswered(answer)).toBe(question === order || question === short);
			}
		}),
	);
});

test("a step moves by one place and the ends hold", () => {
	expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
	expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
	expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
	expect(moved(["a", "b"], 1, 2)).toEqual(["a", "b"]);
});

test("cards for Anki: one line each, three columns, no markup from the text", () => {
	const nasty = make({ kind: "single", ask: "Is <b>\tit\n`<form>`?", options });
	const lines = ankiText([nasty, short, bug, order, grid, make({ kind: "fixTheCode", why: "w" })])
		.trimEnd()
		.split("\n");
	expect(lines.slice(0, 4)).toEqual([
		"#separator:tab",
		"#html:true",
		"#columns:Front\tBack\tTags",
		"#tags column:3",
	]);
	const rows = lines.slice(4).map((line) => line.split("\t"));
	expect(rows).toHaveLength(5);
	for (const row of rows) expect(row).toHaveLength(3);
	expect(rows[0]?.[0]).toContain("Is &lt;b&gt;  it<br><code>&lt;form&gt;</code>?");
	expect(rows[0]?.[1]).toBe("<ul><li><b>one</b>: w1</li><li><b>three</b>: w3</li></ul>");
	expect(rows[0]?.[2]).toBe("server-actions part::a level::1 point::A1");
	expect(rows[1]?.[1]).toContain("And?");
});
