import { describe, expect, it } from "vitest";
import { hashText } from "@/lib/sandbox/files";
import { lessonWith, memoryStorage, openWorkspace, tabs } from "./testing";

const KEY = "part/lesson";
const STARTER = { "app/page.tsx": "starter page", "app/actions.ts": "starter actions" };
const NEXT = { "app/page.tsx": "new page", "app/actions.ts": "starter actions", "app/extra.ts": "extra" };
const next = (starter: Record<string, string> = NEXT, version = "v2") => lessonWith({ version, starter });

/** Storage in which somebody has worked on the first version of the lesson. */
async function worked(work: (actions: Awaited<ReturnType<typeof openWorkspace>>["actions"]) => void) {
	const storage = memoryStorage();
	const { actions, flush } = await openWorkspace({ storage, lesson: lessonWith({ starter: STARTER }) });
	work(actions);
	await flush();
	return storage;
}

const onPage = () => worked((actions) => actions.edit("app/page.tsx", "mine"));

describe("a new version of a lesson", () => {
	it("is taken in silence where nothing was edited", async () => {
		const storage = await worked((actions) => actions.open("lib/db.ts"));
		const { store, files } = await openWorkspace({ storage, lesson: next() });
		expect(files()["app/page.tsx"]).toBe("new page");
		expect(store.getState().lessonChange).toEqual([]);
	});

	it("is taken in silence where it changes files that the learner did not touch", async () => {
		const storage = await worked((actions) => actions.edit("app/actions.ts", "mine"));
		const { store, files } = await openWorkspace({ storage, lesson: next() });
		expect(files()).toMatchObject({ "app/page.tsx": "new page", "app/actions.ts": "mine" });
		expect(store.getState().lessonChange).toEqual([]);
	});

	it("is taken in silence where it has made the learner's text its own", async () => {
		const storage = await onPage();
		const lesson = next({ ...NEXT, "app/page.tsx": "mine" });
		const { store } = await openWorkspace({ storage, lesson });
		expect(store.getState()).toMatchObject({ edits: {}, lessonChange: [] });
	});

	it("overwrites nothing and asks where it changes a file under the learner's edit", async () => {
		const storage = await onPage();
		const { store, files } = await openWorkspace({ storage, lesson: next() });
		expect(files()).toMatchObject({ "app/page.tsx": "mine", "app/extra.ts": "extra" });
		expect(store.getState().lessonChange).toEqual([{ path: "app/page.tsx", how: "changed" }]);
	});

	it("tells a file that the lesson has no more, and one it has where the learner made one", async () => {
		const storage = await worked((actions) => {
			actions.edit("app/actions.ts", "mine");
			actions.create("app/extra.ts", "my extra");
			actions.create("app/own.ts", "own");
		});
		const { store, files } = await openWorkspace({
			storage,
			lesson: next({ "app/page.tsx": "starter page", "app/extra.ts": "extra" }),
		});
		expect(store.getState().lessonChange).toEqual([
			{ path: "app/actions.ts", how: "removed" },
			{ path: "app/extra.ts", how: "added" },
		]);
		// What the learner wrote stays, as a file of their own.
		expect(files()).toMatchObject({ "app/actions.ts": "mine", "app/extra.ts": "my extra" });
	});

	it("forgets that a file was deleted when the lesson has it no more, and asks when it has another text", async () => {
		const storage = await worked((actions) => actions.remove("app/actions.ts"));
		const gone = await openWorkspace({ storage, lesson: next({ "app/page.tsx": "starter page" }) });
		expect(gone.store.getState()).toMatchObject({ edits: {}, lessonChange: [] });
		const other = await openWorkspace({ storage, lesson: next({ ...NEXT, "app/actions.ts": "other" }) });
		expect(other.store.getState().lessonChange).toEqual([{ path: "app/actions.ts", how: "changed" }]);
		expect(other.files()).not.toHaveProperty(["app/actions.ts"]);
	});

	it("is asked about until it is decided, whatever is written meanwhile", async () => {
		const storage = await onPage();
		const one = await openWorkspace({ storage, lesson: next() });
		one.actions.edit("app/page.tsx", "mine, longer");
		await one.flush();
		const two = await openWorkspace({ storage, lesson: next() });
		expect(two.store.getState().lessonChange).toHaveLength(1);
	});

	it("asks no more when the learner keeps theirs, until the file changes again", async () => {
		const storage = await onPage();
		const one = await openWorkspace({ storage, lesson: next() });
		one.actions.keepMine();
		expect(one.store.getState()).toMatchObject({ edits: { "app/page.tsx": "mine" }, lessonChange: [] });
		await one.flush();
		expect(storage.values.get(KEY)).toMatchObject({
			lessonVersion: "v2",
			editedFrom: { "app/page.tsx": hashText("new page") },
		});
		const two = await openWorkspace({ storage, lesson: next() });
		expect(two.store.getState().lessonChange).toEqual([]);
		const third = next({ ...NEXT, "app/page.tsx": "third page" }, "v3");
		const three = await openWorkspace({ storage, lesson: third });
		expect(three.store.getState().lessonChange).toHaveLength(1);
	});

	it("is taken with a snapshot before it, and undone also after a reload", async () => {
		const storage = await onPage();
		const one = await openWorkspace({ storage, lesson: next() });
		one.actions.takeNew();
		expect(one.store.getState()).toMatchObject({
			edits: {},
			lessonChange: [],
			snapshots: [{ label: "Before: new version of the lesson taken", edits: { "app/page.tsx": "mine" } }],
		});
		await one.flush();
		const two = await openWorkspace({ storage, lesson: next() });
		expect(two.files()["app/page.tsx"]).toBe("new page");
		two.actions.undo();
		expect(two.store.getState()).toMatchObject({ edits: { "app/page.tsx": "mine" }, lessonChange: [] });
	});

	it("is decided for a file that is reset by hand", async () => {
		const storage = await onPage();
		const { actions, store } = await openWorkspace({ storage, lesson: next() });
		actions.reset("app/page.tsx");
		expect(store.getState().lessonChange).toEqual([]);
	});

	it("asks about the edits of a record that does not say what they were made over, by its version", async () => {
		const storage = await worked((actions) => {
			actions.edit("app/page.tsx", "mine");
			actions.create("app/own.ts", "own");
		});
		const { editedFrom, ...old } = storage.values.get(KEY) as Record<string, unknown>;
		expect(editedFrom).toEqual({ "app/page.tsx": hashText("starter page"), "app/own.ts": null });
		storage.values.set(KEY, old);
		const same = await openWorkspace({ storage, lesson: lessonWith({ starter: STARTER }) });
		expect(same.store.getState().lessonChange).toEqual([]);
		const other = await openWorkspace({ storage, lesson: next() });
		expect(other.store.getState().lessonChange).toEqual([{ path: "app/page.tsx", how: "changed" }]);
	});

	it("is not asked about in the midst of work because a tab with another version writes", async () => {
		const openChannel = tabs();
		const storage = memoryStorage();
		const old = await openWorkspace({ storage, openChannel, lesson: lessonWith({ starter: STARTER }) });
		const renewed = await openWorkspace({ storage, openChannel, lesson: next() });
		old.actions.edit("app/page.tsx", "mine");
		await old.flush();
		expect(renewed.store.getState()).toMatchObject({ edits: { "app/page.tsx": "mine" }, lessonChange: [] });
	});
});
