import { describe, expect, test } from "vitest";
import { seededRandom, shuffled } from "../random";
import { type Cell, disagreements, orderOf } from "./repeat";

const cell = (round: number, verdict: Cell["verdict"], id = "stores", message = ""): Cell => ({
	slug: "a/b",
	row: "solution",
	id,
	round,
	verdict,
	message,
});

describe("disagreements", () => {
	test("the same verdict in every round is none, whatever the message", () => {
		expect(disagreements([cell(1, "fail", "stores", "one"), cell(2, "fail", "stores", "two")])).toEqual([]);
	});

	test("names the cell, counts the verdicts, and says what the rarer ones said and when", () => {
		const cells = [
			cell(1, "pass"),
			cell(2, "fail", "stores", "Too late."),
			cell(3, "pass"),
			cell(1, "pass", "shows"),
			cell(2, "pass", "shows"),
			cell(3, "pass", "shows"),
		];
		expect(disagreements(cells)).toEqual([
			{ cell: "a/b solution#stores", verdicts: { pass: 2, fail: 1 }, rare: ["round 2: fail: Too late."] },
		]);
	});
});

test("a seed gives the same numbers again, another one others, all between 0 and 1", () => {
	const numbers = (seed: number) => Array.from({ length: 50 }, seededRandom(seed));
	expect(numbers(7)).toEqual(numbers(7));
	expect(numbers(7)).not.toEqual(numbers(8));
	expect(numbers(7).every((number) => number >= 0 && number < 1)).toBe(true);
	expect(new Set(numbers(7)).size).toBe(50);
});

test("shuffling keeps every item and leaves the input alone", () => {
	const items = [1, 2, 3, 4, 5, 6];
	const orders = [1, 2, 3, 4].map((seed) => shuffled(items, seededRandom(seed)).join(""));
	expect(items).toEqual([1, 2, 3, 4, 5, 6]);
	for (const order of orders) expect([...order].sort().join("")).toBe("123456");
	expect(new Set(orders).size).toBeGreaterThan(1);
});

test("checks come in any order that their requirements allow", () => {
	const checks = [
		{ id: "a" },
		{ id: "b", requires: ["a"] },
		{ id: "c", requires: ["b"] },
		{ id: "d" },
		{ id: "e", requires: ["gone"] },
	];
	const orders = Array.from({ length: 40 }, (_, seed) => orderOf(checks, seededRandom(seed)));
	for (const order of orders) {
		expect([...order].sort()).toEqual(["a", "b", "c", "d", "e"]);
		expect(order.indexOf("a")).toBeLessThan(order.indexOf("b"));
		expect(order.indexOf("b")).toBeLessThan(order.indexOf("c"));
	}
	expect(new Set(orders.map((order) => order.join(""))).size).toBeGreaterThan(5);
});
