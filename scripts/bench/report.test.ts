import { expect, test } from "vitest";
import { figuresTable, median, performanceDocument, snapshotTable } from "./report";

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

const snapshot = {
	url: "/snapshot/0.bin",
	bytes: 43_260_000,
	compressedBytes: 6_210_000,
	files: 1_719,
	nextVersion: "16.3.7",
};

test("the snapshot's weight beside its budget", () => {
	expect(snapshotTable(snapshot).split("\n").slice(2)).toEqual([
		"| Snapshot, compressed | **6.21 MB** | ≤ 7.00 MB |",
		"| Snapshot, as mounted | **43.26 MB** | ≤ 51.00 MB |",
		"| Files | **1719** | ≤ 2400 |",
	]);
});

test("the browser's figures are compared with the same bundler", () => {
	const figure = { what: "Edit", playground: [200], bare: [100], aim: 3 };
	const text = performanceDocument([], { figures: [figure], snapshot }, "2 processors");
	expect(text).toContain("| Aim | Playground | Bare `next dev --webpack` |");
	expect(text).toContain("| Edit | **2.00** | ≤ 3 | 200 ms | 100 ms |");
});
