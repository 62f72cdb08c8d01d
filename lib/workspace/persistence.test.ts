import "fake-indexeddb/auto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_FILE_BYTES } from "@/lib/sandbox/files";
import { webLocks } from "./locks";
import { RECORD_SCHEMA } from "./record";
import { MAX_WAIT_MS } from "./saver";
import { indexedDbStorage } from "./storage";
import {
	BASE,
	fakeClock,
	fakeLocks,
	hydrated,
	lessonWith,
	memoryStorage,
	openWorkspace,
	tabs,
} from "./testing";
import type { Workspace } from "./types";
import { createWorkspace } from "./workspace";

const KEY = "part/lesson";
const asides = (values: Map<string, unknown>) => [...values.keys()].filter((key) => key !== KEY);

describe("a reload", () => {
	it("brings edits, tabs and snapshots back from IndexedDB", async () => {
		const lesson = lessonWith({ slug: "part/idb" });
		const first = await openWorkspace({ lesson, storage: indexedDbStorage() });
		first.actions.edit("app/page.tsx", "mine");
		first.actions.create("app/x.ts", "x");
		first.actions.remove("app/actions.ts");
		await first.flush();
		expect(first.store.getState().save).toEqual({ state: "saved" });

		const second = await openWorkspace({ lesson, storage: indexedDbStorage() });
		expect(second.files()).toEqual(first.files());
		const { edits, openTabs, active, snapshots } = first.store.getState();
		expect(second.store.getState()).toMatchObject({ edits, openTabs, active, snapshots });
	});

	it("keeps lessons apart", async () => {
		const storage = memoryStorage();
		const first = await openWorkspace({ storage });
		first.actions.edit("app/page.tsx", "mine");
		await first.flush();
		const other = await openWorkspace({ storage, lesson: lessonWith({ slug: "part/other" }) });
		expect(other.store.getState().edits).toEqual({});
	});

	it("keeps edits when the lesson has a new version, dropping those it has made its own", async () => {
		const storage = memoryStorage();
		const first = await openWorkspace({ storage });
		first.actions.edit("app/page.tsx", "mine");
		first.actions.edit("app/actions.ts", "better actions");
		await first.flush();
		expect(storage.values.get(KEY)).toMatchObject({ lessonVersion: "v1" });
		const lesson = lessonWith({
			version: "v2",
			starter: { "app/page.tsx": "new starter", "app/actions.ts": "better actions" },
		});
		const second = await openWorkspace({ storage, lesson });
		expect(second.store.getState().edits).toEqual({ "app/page.tsx": "mine" });
	});
});

describe("writing", () => {
	it("happens by itself soon after a change", async () => {
		const clock = fakeClock();
		const storage = memoryStorage();
		const { actions } = await openWorkspace({ clock, storage });
		actions.edit("app/page.tsx", "mine");
		expect(storage.writes).toEqual([]);
		clock.advance(MAX_WAIT_MS);
		await new Promise((resolve) => setImmediate(resolve));
		expect(storage.values.get(KEY)).toMatchObject({ edits: { "app/page.tsx": "mine" } });
	});

	it("happens at once when the workspace ends", async () => {
		const controller = new AbortController();
		const storage = memoryStorage();
		const { actions } = await openWorkspace({ storage, signal: controller.signal });
		actions.edit("app/page.tsx", "mine");
		controller.abort();
		await new Promise((resolve) => setImmediate(resolve));
		expect(storage.values.get(KEY)).toMatchObject({ edits: { "app/page.tsx": "mine" } });
	});

	it("does not happen for tabs opened before what is kept has been read", async () => {
		const storage = memoryStorage({ [KEY]: { schema: RECORD_SCHEMA, nonsense: true } });
		const clock = fakeClock();
		const workspace = createWorkspace({
			lesson: lessonWith(),
			base: BASE,
			storage,
			clock,
			openChannel: tabs(),
			signal: new AbortController().signal,
		});
		workspace.actions.open("lib/db.ts");
		await workspace.flush();
		await hydrated(workspace);
		expect(storage.writes).not.toContain(KEY);
	});

	it("says in words that the storage is full, and is well again afterwards", async () => {
		const storage = memoryStorage();
		const { actions, store, flush, files } = await openWorkspace({ storage });
		storage.fail = new DOMException("full", "QuotaExceededError");
		actions.edit("app/page.tsx", "mine");
		await expect(flush()).rejects.toThrow(/storage for this site is full/);
		expect(store.getState().save).toEqual({ state: "unsaved", reason: expect.stringMatching(/full/) });
		expect(files()["app/page.tsx"]).toBe("mine");
		actions.edit("app/page.tsx", "mine 2");
		expect(store.getState().save.state).toBe("unsaved");
		storage.fail = null;
		await flush();
		expect(store.getState().save).toEqual({ state: "saved" });
	});
});

describe("what cannot be read", () => {
	it.each([
		["damaged", { schema: RECORD_SCHEMA, edits: "?" }, /damaged/],
		["of another sort", "text", /damaged/],
		["of another lesson", { schema: RECORD_SCHEMA, lesson: "x" }, /damaged/],
		["newer", { schema: RECORD_SCHEMA + 1, whatever: 1 }, /newer version/],
	])("is put aside when it is %s, and told", async (_name, stored, words) => {
		const storage = memoryStorage({ [KEY]: stored });
		const { store, actions, flush } = await openWorkspace({ storage });
		expect(store.getState().refusal).toMatch(words);
		actions.edit("app/page.tsx", "mine");
		await flush();
		const [aside, ...more] = asides(storage.values);
		expect(more).toEqual([]);
		expect(aside).toMatch(/^part\/lesson#set-aside-/);
		expect(storage.values.get(aside ?? "")).toEqual(stored);
		expect(storage.values.get(KEY)).toMatchObject({ edits: { "app/page.tsx": "mine" } });
	});

	it("is not overwritten when reading failed at first", async () => {
		const kept = { schema: RECORD_SCHEMA, edits: "?" };
		const storage = memoryStorage({ [KEY]: kept });
		storage.fail = new DOMException("no", "SecurityError");
		const { store, actions, flush } = await openWorkspace({ storage });
		expect(store.getState()).toMatchObject({
			hydrated: true,
			save: { state: "unsaved", reason: expect.stringMatching(/private window/) },
		});
		storage.fail = null;
		actions.edit("app/page.tsx", "mine");
		await flush();
		expect(asides(storage.values).map((key) => storage.values.get(key))).toEqual([kept]);
		expect(storage.values.get(KEY)).toMatchObject({ edits: { "app/page.tsx": "mine" } });
	});

	it("is not overwritten when it comes while the lesson is open", async () => {
		const damaged = { schema: RECORD_SCHEMA, edits: "?" };
		const storage = memoryStorage({ [KEY]: damaged });
		const { actions, flush } = await openWorkspace({ storage });
		const newer = { schema: RECORD_SCHEMA + 1, whatever: 1 };
		storage.values.set(KEY, newer);
		actions.edit("app/page.tsx", "mine");
		await flush();
		actions.edit("app/page.tsx", "mine 2");
		await flush();
		expect(asides(storage.values).map((key) => storage.values.get(key))).toEqual([damaged, newer]);
	});

	it.each([
		["at first", 0],
		["for a while", 2],
	])("is joined with the edits of a tab that could not read %s", async (_name, failures) => {
		const storage = memoryStorage();
		const before = await openWorkspace({ storage });
		before.actions.edit("app/actions.ts", "from before");
		await before.flush();
		storage.fail = new DOMException("no", "UnknownError");
		const { actions, flush } = await openWorkspace({ storage, clock: fakeClock(9_000) });
		for (let nth = 0; nth < failures; nth += 1) {
			actions.edit("app/page.tsx", `mine ${nth}`);
			await expect(flush()).rejects.toThrow();
		}
		storage.fail = null;
		actions.edit("app/page.tsx", "mine");
		await flush();
		expect(storage.values.get(KEY)).toMatchObject({
			edits: { "app/actions.ts": "from before", "app/page.tsx": "mine" },
		});
	});

	it("does not have unsafe paths taken for files", async () => {
		const storage = memoryStorage();
		const first = await openWorkspace({ storage });
		first.actions.edit("app/page.tsx", "mine");
		await first.flush();
		const record = storage.values.get(KEY) as { edits: Record<string, string> };
		record.edits["../../etc/passwd"] = "x";
		const second = await openWorkspace({ storage });
		expect(second.store.getState().refusal).toMatch(/damaged/);
		expect(second.files()).not.toHaveProperty(["../../etc/passwd"]);
	});
});

describe("two tabs", () => {
	it("show the newest edit in both, whichever tab made it, and keep their own tabs", async () => {
		const openChannel = tabs();
		const storage = memoryStorage();
		const clock = fakeClock();
		const one = await openWorkspace({ storage, clock, openChannel });
		const other = await openWorkspace({ storage, clock, openChannel });
		one.actions.edit("app/page.tsx", "from one");
		one.actions.open("lib/db.ts");
		await one.flush();
		expect(other.files()["app/page.tsx"]).toBe("from one");
		expect(other.store.getState().active).toBe("app/page.tsx");
		other.actions.edit("app/page.tsx", "from other");
		await other.flush();
		expect(one.files()["app/page.tsx"]).toBe("from other");
		await one.flush();
		expect(storage.values.get(KEY)).toMatchObject({ edits: { "app/page.tsx": "from other" } });
	});

	it("do not let an older edit win", async () => {
		const openChannel = tabs();
		const clock = fakeClock();
		const one = await openWorkspace({ clock, openChannel });
		const other = await openWorkspace({ clock, openChannel });
		one.actions.edit("app/page.tsx", "older");
		clock.advance(10);
		other.actions.edit("app/page.tsx", "newer");
		await one.flush();
		expect(other.files()["app/page.tsx"]).toBe("newer");
		await other.flush();
		expect(one.files()["app/page.tsx"]).toBe("newer");
	});

	it("lose nothing when both write in the same moment and neither has heard the other", async () => {
		const locks = fakeLocks();
		const storage = memoryStorage();
		const open = () => openWorkspace({ storage, exclusively: webLocks(locks, fakeClock()) });
		const [one, other] = [await open(), await open()];
		one.actions.edit("app/page.tsx", "page of one");
		other.actions.edit("app/actions.ts", "actions of other");
		await Promise.all([one.flush(), other.flush()]);
		expect(storage.values.get(KEY)).toMatchObject({
			edits: { "app/page.tsx": "page of one", "app/actions.ts": "actions of other" },
		});
	});

	it("keep the text of a file that loses among the earlier states", async () => {
		const storage = memoryStorage();
		const clock = fakeClock();
		const [one, other] = [await openWorkspace({ storage, clock }), await openWorkspace({ storage, clock })];
		one.actions.edit("app/page.tsx", "of one");
		clock.advance(10);
		other.actions.edit("app/page.tsx", "of other");
		await one.flush();
		await other.flush();
		expect(storage.values.get(KEY)).toMatchObject({
			edits: { "app/page.tsx": "of other" },
			snapshots: [
				{
					label: "Before: app/page.tsx taken from another tab",
					edits: { "app/page.tsx": "of one" },
					aside: true,
				},
			],
		});
	});

	it("do not bring back an earlier state that one of them has used up", async () => {
		const openChannel = tabs();
		const storage = memoryStorage();
		const one = await openWorkspace({ storage, openChannel });
		one.actions.edit("app/page.tsx", "mine");
		one.actions.reset();
		await one.flush();
		const other = await openWorkspace({ storage, openChannel });
		expect(other.actions.undo()).toBe("Before: all files reset");
		one.actions.edit("app/actions.ts", "meanwhile");
		await other.flush();
		await one.flush();
		expect(one.store.getState()).toMatchObject({
			edits: { "app/page.tsx": "mine", "app/actions.ts": "meanwhile" },
			snapshots: [],
		});
	});

	it("close the tab of a file that the other took away", async () => {
		const openChannel = tabs();
		const one = await openWorkspace({ openChannel });
		const other = await openWorkspace({ openChannel });
		one.actions.remove("app/page.tsx");
		await one.flush();
		expect(other.store.getState()).toMatchObject({ openTabs: ["app/actions.ts"], active: "app/actions.ts" });
	});
});

const paths = [
	"app/page.tsx",
	"app/actions.ts",
	"app/layout.tsx",
	"app/x.ts",
	"lib/db.ts",
	"app/X.ts",
	".env",
];
const path = fc.constantFrom(...paths);
const text = fc.oneof(
	fc.string({ maxLength: 5 }),
	fc.constantFrom("starter page", "layout", "x".repeat(MAX_FILE_BYTES + 1)),
);
const action = fc.oneof(
	fc.tuple(fc.constant("edit" as const), path, text),
	fc.tuple(fc.constant("create" as const), path, text),
	fc.tuple(fc.constant("rename" as const), path, path),
	fc.tuple(fc.constant("remove" as const), path),
	fc.tuple(fc.constant("reset" as const), fc.option(path, { nil: undefined })),
	fc.tuple(fc.constant("applySolution" as const), fc.option(path, { nil: undefined })),
	fc.tuple(fc.constant("undo" as const)),
	fc.tuple(fc.constant("open" as const), path),
	fc.tuple(fc.constant("close" as const), path),
);

function perform(workspace: Workspace, [name, ...args]: [string, ...unknown[]]): void {
	(workspace.actions as unknown as Record<string, (...args: unknown[]) => unknown>)[name]?.(...args);
}

describe("any sequence of actions", () => {
	it("is the same after a reload, and holds only differences", async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(action, { maxLength: 25 }), async (actions) => {
				const storage = memoryStorage();
				const first = await openWorkspace({ storage });
				for (const each of actions) perform(first, each);
				await first.flush();
				const second = await openWorkspace({ storage });
				const { edits, openTabs, active, snapshots } = first.store.getState();
				expect(second.files()).toEqual(first.files());
				expect(second.sourceHash()).toBe(first.sourceHash());
				expect(second.store.getState()).toMatchObject({ edits, openTabs, active, snapshots });
				for (const [edited, value] of Object.entries(edits))
					expect(value).not.toBe(first.starterText(edited));
				for (const tab of openTabs) expect(first.visiblePaths()).toContain(tab);
				expect(active === null).toBe(openTabs.length === 0);
			}),
			{ numRuns: 150 },
		);
	});
});
