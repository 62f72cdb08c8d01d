import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeEdits, mergeRecords, mergeSnapshots } from "./merge";
import { RECORD_SCHEMA, type WorkspaceRecord } from "./record";
import type { Edits } from "./types";

const edits: fc.Arbitrary<Edits> = fc.dictionary(
	fc.constantFrom("a", "b", "c"),
	fc.option(fc.constantFrom("1", "2", "3")),
	{ noNullPrototype: true },
);

describe("mergeEdits", () => {
	it("takes each file from the tab that changed it, also that it was reset or taken away", () => {
		const seen: Edits = { a: "1", b: "1", c: "1", d: "1" };
		const mine: Edits = { a: "mine", b: "1", d: null };
		const theirs: Edits = { a: "1", c: "1", d: "1", e: "new" };
		expect(mergeEdits(seen, mine, theirs, "mine")).toEqual({
			edits: { a: "mine", d: null, e: "new" },
			conflicts: [],
		});
	});

	it("lets the newer one win where both changed a file, and names it", () => {
		const merge = (newer: "mine" | "theirs") => mergeEdits({}, { a: "mine" }, { a: "theirs" }, newer);
		expect(merge("mine")).toEqual({ edits: { a: "mine" }, conflicts: ["a"] });
		expect(merge("theirs")).toEqual({ edits: { a: "theirs" }, conflicts: ["a"] });
		expect(mergeEdits({}, { a: "same" }, { a: "same" }, "mine").conflicts).toEqual([]);
	});

	it("finds a file that one has reset and the other changed", () => {
		expect(mergeEdits({ a: "1" }, {}, { a: "2" }, "theirs")).toEqual({ edits: { a: "2" }, conflicts: ["a"] });
		expect(mergeEdits({ a: "1" }, {}, { a: "2" }, "mine")).toEqual({ edits: {}, conflicts: ["a"] });
	});

	it("is the same from either side, and loses no text without naming the file", () => {
		fc.assert(
			fc.property(edits, edits, edits, (seen, mine, theirs) => {
				const merged = mergeEdits(seen, mine, theirs, "mine");
				const other = mergeEdits(seen, theirs, mine, "theirs");
				expect(other.edits).toEqual(merged.edits);
				expect(other.conflicts.sort()).toEqual(merged.conflicts.sort());
				for (const path of ["a", "b", "c"]) {
					for (const side of [mine, theirs]) {
						if (side[path] !== seen[path] && merged.edits[path] !== side[path])
							expect(merged.conflicts).toContain(path);
					}
				}
			}),
		);
	});
});

describe("mergeSnapshots", () => {
	it("has what either made, without what either used up", () => {
		const at = (time: number) => ({ label: "Before", at: time, edits: {} });
		expect(mergeSnapshots([at(1), at(2)], [at(1), at(4)], [at(1), at(2), at(3)])).toEqual([
			at(1),
			at(3),
			at(4),
		]);
	});
});

describe("mergeRecords", () => {
	const record = (changedAt: number, origin: string, text: string): WorkspaceRecord => ({
		schema: RECORD_SCHEMA,
		lesson: "part/lesson",
		lessonVersion: "v1",
		changedAt,
		origin,
		edits: { a: text },
		editedFrom: { a: origin },
		lastGood: {},
		openTabs: [],
		active: null,
		snapshots: [],
	});
	const seen = record(1, "me", "seen");

	it("is the other one as it is where this tab has nothing new", () => {
		const theirs = record(5, "them", "theirs");
		expect(mergeRecords(seen, { ...seen }, theirs, 9)).toBe(theirs);
	});

	it("keeps the text that loses among the earlier states, off the way of Undo", () => {
		const merged = mergeRecords(seen, record(7, "me", "mine"), record(5, "them", "theirs"), 9);
		expect(merged).toMatchObject({
			changedAt: 8,
			origin: "me",
			edits: { a: "mine" },
			editedFrom: { a: "me" },
			snapshots: [{ label: "Before: a taken from another tab", at: 9, edits: { a: "theirs" }, aside: true }],
		});
		const lost = mergeRecords(seen, record(4, "me", "mine"), record(5, "them", "theirs"), 9);
		expect(lost).toMatchObject({ edits: { a: "theirs" }, snapshots: [{ edits: { a: "mine" } }] });
	});
});
