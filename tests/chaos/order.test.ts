import { expect, it } from "vitest";
import { seededRandom } from "@/scripts/random";
import { drawn } from "./order";

const items = ["a", "b", "c", "d", "e"];

it("the same seed gives the same order, another seed another one", () => {
	const order = drawn(items, 12, seededRandom(1));
	expect(drawn(items, 12, seededRandom(1))).toEqual(order);
	expect(drawn(items, 12, seededRandom(2))).not.toEqual(order);
});

it("each comes once before any comes again", () => {
	const order = drawn(items, 12, seededRandom(3));
	expect([...order.slice(0, 5)].sort()).toEqual(items);
	expect([...order.slice(5, 10)].sort()).toEqual(items);
	expect(order).toHaveLength(12);
	expect(drawn([], 3, seededRandom(1))).toEqual([]);
});
