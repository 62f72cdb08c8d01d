import { expect, test } from "vitest";
import { failingClusters, sortRows, stuckness } from "./board";
import type { BoardRow, CheckCell } from "./contract";
import { AGENDA } from "./test-room";

const MINUTE = 60_000;
const NOW = 100 * MINUTE;

function row(checks: Record<string, Partial<CheckCell>>, rest: Partial<BoardRow> = {}): BoardRow {
	const cells = Object.entries(checks).map(([id, cell]) => [id, { runs: 1, reds: 0, ...cell }]);
	return {
		name: "Ana",
		connected: true,
		readable: false,
		code: {},
		joinedAt: 0,
		lastAt: NOW,
		editedAt: NOW,
		following: true,
		lesson: "forms/zod",
		lessons: { "forms/zod": { openedAt: NOW - 20 * MINUTE, checks: Object.fromEntries(cells) } },
		approach: {},
		...rest,
	};
}
const kinds = (one: BoardRow, asked = false) => stuckness(one, NOW, asked).reasons.map(({ kind }) => kind);

test("who works and passes is not stuck", () => {
	expect(stuckness(row({ stores: { verdict: "pass", reds: 0, hint: 3 } }), NOW, false)).toEqual({
		score: 0,
		reasons: [],
	});
});

test("the same check red three times, the last hint, a long silence, a lost sandbox, a call", () => {
	expect(kinds(row({ stores: { verdict: "fail", reds: 2 } }))).toEqual([]);
	expect(kinds(row({ stores: { verdict: "fail", reds: 3 } }))).toEqual(["red"]);
	expect(kinds(row({ stores: { verdict: "fail", hint: 3 } }))).toEqual(["last-hint"]);
	expect(kinds(row({}, { editedAt: NOW - 4 * MINUTE }))).toEqual([]);
	expect(kinds(row({}, { editedAt: NOW - 5 * MINUTE }))).toEqual(["idle"]);
	expect(kinds(row({}, { editedAt: undefined }))).toEqual(["idle"]);
	expect(kinds(row({}, { sandbox: "crashed" }))).toEqual(["sandbox"]);
	expect(kinds(row({}, { sandbox: "crashed" }), true)).toEqual(["asked", "sandbox"]);
});

test("one without a network, or with the lesson done, is not idle", () => {
	const idle = { editedAt: NOW - 30 * MINUTE };
	expect(kinds(row({}, { ...idle, connected: false }))).toEqual([]);
	expect(kinds(row({}, { ...idle, lessons: { "forms/zod": { completedAt: NOW, checks: {} } } }))).toEqual([]);
});

test("of a class of 200 the ten who are stuck stand first", () => {
	const rows: Record<string, BoardRow> = {};
	for (let n = 0; n < 200; n++) {
		const stuck = n % 20 === 7;
		rows[`learner-${n}`] = row(
			{ stores: stuck ? { verdict: "fail", reds: 4 } : { verdict: n % 3 ? "pass" : "fail", reds: n % 3 } },
			{ name: `N${n}`, editedAt: NOW - (stuck ? 6 : n % 5) * MINUTE },
		);
	}
	const first = sortRows(rows, "needs-help", (id) => stuckness(rows[id]!, NOW, false).score).slice(0, 10);
	expect(first.every((id) => Number(id.slice(8)) % 20 === 7)).toBe(true);
});

test("clusters say how many fail which check of which lesson, and what they were told", () => {
	const fails = (message: string) => row({ refuses: { verdict: "fail", message } });
	const rows = {
		a: fails("one"),
		b: fails("two"),
		c: fails("two"),
		d: row({ refuses: { verdict: "pass" } }),
	};
	expect(failingClusters(rows, AGENDA)).toEqual([
		{
			lesson: "forms/zod",
			check: "refuses",
			title: "An empty one is refused",
			number: 2,
			learners: ["a", "b", "c"],
			messages: [
				{ message: "two", count: 2 },
				{ message: "one", count: 1 },
			],
		},
	]);
	expect(failingClusters({ a: rows.a }, AGENDA)).toEqual([]);
});
