import { describe, expect, it } from "vitest";
import { MAX_FILE_BYTES } from "@/lib/sandbox/files";
import {
	type Draft,
	MAX_SNAPSHOT_UNITS,
	MAX_SNAPSHOTS,
	sandboxFiles,
	shownFiles,
	withChanges,
	withEdits,
	withRename,
	withSnapshot,
} from "./edits";
import type { WorkspaceSnapshot } from "./types";

const original = { "a.ts": "a", "b.ts": "b" };
const none: Draft = { edits: {}, lastGood: {} };
const huge = "x".repeat(MAX_FILE_BYTES + 1);

describe("withChanges", () => {
	it("keeps only what differs from the starter", () => {
		const draft = withChanges(original, none, { "a.ts": "a2", "b.ts": "b", "c.ts": null });
		expect(draft.edits).toEqual({ "a.ts": "a2" });
		expect(withChanges(original, draft, { "a.ts": "a" }).edits).toEqual({});
	});

	it("keeps that a starter file was taken away", () => {
		const draft = withChanges(original, none, { "a.ts": null });
		expect(draft.edits).toEqual({ "a.ts": null });
		expect(shownFiles(original, draft)).toEqual({ "b.ts": "b" });
	});

	it("does not change the draft it is given", () => {
		withChanges(original, none, { "a.ts": "a2" });
		expect(none).toEqual({ edits: {}, lastGood: {} });
	});
});

describe("files that are too large", () => {
	it("stay in the editor while the sandbox goes on with the last text that fitted", () => {
		const good = withChanges(original, none, { "a.ts": "a2" });
		const large = withChanges(original, good, { "a.ts": huge });
		expect(shownFiles(original, large)["a.ts"]).toBe(huge);
		expect(sandboxFiles(original, large)["a.ts"]).toBe("a2");
		const larger = withChanges(original, large, { "a.ts": `${huge}y` });
		expect(sandboxFiles(original, larger)["a.ts"]).toBe("a2");
		const mended = withChanges(original, larger, { "a.ts": "a3" });
		expect(mended.lastGood).toEqual({});
		expect(sandboxFiles(original, mended)["a.ts"]).toBe("a3");
	});

	it("are not in the sandbox when no text of theirs ever fitted", () => {
		const draft = withChanges(original, none, { "new.ts": huge });
		expect(sandboxFiles(original, draft)).toEqual(original);
	});

	it("take the text that fitted along when they are renamed", () => {
		const large = withChanges(original, none, { "a.ts": huge });
		const renamed = withRename(original, large, "a.ts", "z.ts");
		expect(sandboxFiles(original, renamed)).toEqual({ "b.ts": "b", "z.ts": "a" });
		expect(shownFiles(original, renamed)["z.ts"]).toBe(huge);
	});

	it("that come back from a snapshot give way to what the sandbox had before", () => {
		const draft = withEdits(original, withChanges(original, none, { "a.ts": "a2" }), { "a.ts": huge });
		expect(sandboxFiles(original, draft)["a.ts"]).toBe("a2");
	});
});

describe("withRename", () => {
	it("moves an edited starter file", () => {
		const draft = withRename(original, withChanges(original, none, { "a.ts": "a2" }), "a.ts", "z.ts");
		expect(draft.edits).toEqual({ "a.ts": null, "z.ts": "a2" });
	});

	it("leaves nothing behind of a file the learner made", () => {
		const draft = withRename(original, withChanges(original, none, { "n.ts": "n" }), "n.ts", "m.ts");
		expect(draft.edits).toEqual({ "m.ts": "n" });
	});

	it("throws for a file that does not exist", () => {
		expect(() => withRename(original, none, "x.ts", "y.ts")).toThrow(/no file x.ts/);
	});
});

describe("withSnapshot", () => {
	const snapshot = (label: string, text = "") => ({ label, at: 0, edits: { "a.ts": text } });

	it(`keeps the newest ${MAX_SNAPSHOTS}`, () => {
		let list: WorkspaceSnapshot[] = [snapshot("0")];
		for (let index = 1; index <= MAX_SNAPSHOTS + 4; index++) list = withSnapshot(list, snapshot(`${index}`));
		expect(list).toHaveLength(MAX_SNAPSHOTS);
		expect(list.at(-1)?.label).toBe(`${MAX_SNAPSHOTS + 4}`);
		expect(list[0]?.label).toBe("5");
	});

	it("lets old ones go when they are too big together, never the newest", () => {
		const big = "x".repeat(MAX_SNAPSHOT_UNITS);
		const list = withSnapshot([snapshot("old", "x")], snapshot("new", big));
		expect(list.map(({ label }) => label)).toEqual(["new"]);
		expect(withSnapshot(list, snapshot("newer", "y")).map(({ label }) => label)).toEqual(["newer"]);
	});
});
