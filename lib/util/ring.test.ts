import { expect, test } from "vitest";
import { createRing } from "./ring";

test("forgets the oldest beyond its count", () => {
	const ring = createRing<number>({ count: 2 });
	for (const item of [1, 2, 3]) ring.add(item);
	expect(ring.items()).toEqual([2, 3]);
});

test("forgets the oldest beyond its weight, but never the newest", () => {
	const ring = createRing<string>({ count: 9, weight: 5, weigh: (text) => text.length });
	for (const item of ["aa", "bb", "cc"]) ring.add(item);
	expect(ring.items()).toEqual(["bb", "cc"]);
	ring.add("much too long");
	expect(ring.items()).toEqual(["much too long"]);
	ring.add("d");
	expect(ring.items()).toEqual(["d"]);
});

test("gives the same array until something is added", () => {
	const ring = createRing<number>({ count: 2 });
	ring.add(1);
	const before = ring.items();
	expect(ring.items()).toBe(before);
	ring.add(2);
	expect(before).toEqual([1]);
});
