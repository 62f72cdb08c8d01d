import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minimalEdit } from "./minimal-edit";

const apply = (before: string, after: string) => {
	const edit = minimalEdit(before, after);
	return edit ? before.slice(0, edit.start) + edit.text + before.slice(edit.end) : before;
};

describe("minimalEdit", () => {
	it.each([
		["abc", "abc", null],
		["abc", "aXc", { start: 1, end: 2, text: "X" }],
		["abc", "abXc", { start: 2, end: 2, text: "X" }],
		["aab", "aaab", { start: 2, end: 2, text: "a" }],
		["abc", "", { start: 0, end: 3, text: "" }],
		["", "abc", { start: 0, end: 0, text: "abc" }],
		["a😀b", "a😁b", { start: 1, end: 3, text: "😁" }],
	])("%j to %j", (before, after, expected) => expect(minimalEdit(before, after)).toEqual(expected));

	it("always arrives, and never cuts a character in two", () => {
		const text = fc.string({ unit: fc.constantFrom("a", "b", "\n", "😀", "😁", "🐀") });
		fc.assert(
			fc.property(text, text, (before, after) => {
				expect(apply(before, after)).toBe(after);
				const edit = minimalEdit(before, after);
				if (edit) {
					for (const part of [edit.text, before.slice(0, edit.start), before.slice(edit.end)]) {
						expect(part).not.toMatch(/\p{Surrogate}/u);
					}
				}
			}),
		);
	});
});
