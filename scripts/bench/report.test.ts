import { expect, test } from "vitest";
import { figuresTable, median } from "./report";

test("median", () => {
	expect(median([9, 1, 5])).toBe(5);
	expect(median([4, 1, 3, 2])).toBe(2.5);
	expect(() => median([])).toThrow("no median");
});

test("a ratio where there is something to compare, milliseconds where not", () => {
	const table = figuresTable([
		{ what: "Open", playground: [100, 300, 200], bare: [1000, 2000, 800], aim: 0.2 },
		{ what: "Checks", playground: [900], bare: null, aim: 1500 },
	]);
	expect(table.split("\n").slice(2)).toEqual([
		"| Open | **0.20** | ≤ 0.2 | 200 ms | 1000 ms | 100, 300, 200 / 1000, 2000, 800 |",
		"| Checks | **900 ms** | ≤ 1500 ms | 900 ms | – | 900 |",
	]);
});
