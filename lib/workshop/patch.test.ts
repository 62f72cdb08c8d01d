import * as fc from "fast-check";
import { expect, test } from "vitest";
import { applyPatch, diff } from "./contract";

const key = fc.constantFrom("a", "b", "c", "__proto__", "constructor");
const { tree } = fc.letrec((tie) => ({
	tree: fc.dictionary(
		key,
		fc.oneof(
			{ depthSize: "small", withCrossShrink: true },
			fc.constantFrom(1, "x", true, ""),
			fc.array(fc.constantFrom(1, null, "x"), { maxLength: 3 }),
			tie("tree"),
		),
		{ noNullPrototype: true },
	),
})) as { tree: fc.Arbitrary<object> };

test("a patch makes the one into the other, also after a journey as JSON, and changes neither", () => {
	fc.assert(
		fc.property(tree, tree, (before, after) => {
			const copy = structuredClone(before);
			const patch = JSON.parse(JSON.stringify(diff(before, after) ?? {}));
			expect(applyPatch(before, patch)).toEqual(after);
			expect(before).toEqual(copy);
			expect(diff(after, structuredClone(after))).toBeNull();
		}),
		{ numRuns: 1000 },
	);
});

test("holds what changed and nothing else", () => {
	const before = { learners: { a: { runs: 1, name: "A" }, b: { runs: 2 } }, lead: { number: 1 } };
	const after = { learners: { a: { runs: 2, name: "A" } }, lead: before.lead };
	expect(diff(before, after)).toEqual({ learners: { a: { runs: 2 }, b: null } });
});
