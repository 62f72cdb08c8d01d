import { expect, test } from "vitest";
import type { ShownQuestion } from "@/lib/quiz/types";
import { pollQuestionOf } from "./ask";
import { pollCharts } from "./charts";

const info = {
	level: 1 as const,
	points: ["A1"],
	part: "p",
	lessons: [],
	note: null,
	code: null,
	ask: "Which?",
};
const why = "Because it is so.";
const single: ShownQuestion = {
	...info,
	id: "p/l#one",
	kind: "single",
	options: [
		{ text: "a", why },
		{ text: "b", correct: true, why },
		{ text: "c", why },
	],
};
const grid: ShownQuestion = {
	...info,
	id: "p/l#grid",
	kind: "trueFalseGrid",
	statements: [
		{ text: "first", isTrue: true, why },
		{ text: "second", isTrue: false, why },
	],
};
const order: ShownQuestion = {
	...info,
	id: "p/l#order",
	kind: "order",
	steps: [
		{ id: "x", text: "X", after: [], why },
		{ id: "y", text: "Y", after: ["x"], why },
	],
};
const bug: ShownQuestion = {
	...info,
	id: "p/l#bug",
	kind: "spotBug",
	code: { title: null, lines: [1, 2, 3].map((n) => ({ text: `  line(${n});`, html: "" })) },
	bugLines: [2],
	bugWhy: why,
	reasons: single.options,
};

test("options count by their number, whoever voted for none of them still counts", () => {
	const [chart] = pollCharts(single, { of: "choice", counts: [1, 2, 0] }, 4);
	expect(chart?.bars.map(({ label, count, share, right }) => [label, count, share, right])).toEqual([
		["a", 1, 0.25, false],
		["b", 2, 0.5, true],
		["c", 0, 0, false],
	]);
	expect(pollCharts(single, { of: "choice", counts: [1, 3, 0] })[0]?.bars[1]?.share).toBe(0.75);
});

test("each statement has a chart; what was left open is in the share", () => {
	const charts = pollCharts(grid, {
		of: "grid",
		rows: [
			{ yes: 1, no: 2, open: 1 },
			{ yes: 0, no: 4, open: 0 },
		],
	});
	expect(charts.map(({ title, bars }) => [title, bars.map(({ share, right }) => [share, right])])).toEqual([
		[
			"first",
			[
				[0.25, true],
				[0.5, false],
			],
		],
		[
			"second",
			[
				[0, false],
				[1, true],
			],
		],
	]);
});

test("orders are right when no step comes too early, lines when they hold the bug", () => {
	const [orders] = pollCharts(order, {
		of: "order",
		orders: [
			{ order: ["y", "x"], count: 3 },
			{ order: ["x", "y"], count: 1 },
		],
	});
	expect(orders?.bars.map(({ label, right }) => [label, right])).toEqual([
		["1. Y  2. X", false],
		["1. X  2. Y", true],
	]);
	const [lines, reasons] = pollCharts(bug, {
		of: "bug",
		lines: [
			{ line: 3, count: 1 },
			{ line: 2, count: 5 },
		],
		reasons: [{ reason: 1, count: 6 }],
	});
	expect(lines?.bars.map(({ label, right }) => [label, right])).toEqual([
		["2  line(2);", true],
		["3  line(3);", false],
	]);
	expect(reasons?.bars[1]).toMatchObject({ count: 6, share: 1, right: true });
});

test("a tally of another kind of question shows nothing", () => {
	expect(pollCharts(single, { of: "grid", rows: [] })).toEqual([]);
});

test("nobody has voted: no share is NaN", () => {
	expect(pollCharts(single, { of: "choice", counts: [0, 0, 0] })[0]?.bars.map(({ share }) => share)).toEqual([
		0, 0, 0,
	]);
});

test("the hub is told how a question is answered, not its key", () => {
	expect([single, grid, order, bug].map(pollQuestionOf)).toEqual([
		{ question: "p/l#one", of: "choice", size: 3 },
		{ question: "p/l#grid", of: "grid", size: 2 },
		{ question: "p/l#order", of: "order", size: 2 },
		{ question: "p/l#bug", of: "bug", size: 3 },
	]);
});
