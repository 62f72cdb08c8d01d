import { describe, expect, it, test } from "vitest";
import { MAX_FILE_BYTES } from "@/lib/sandbox/files";
import { BASE, lessonWith, memoryStorage, openWorkspace, silentChannel } from "./testing";
import { createWorkspace } from "./workspace";

const huge = "x".repeat(MAX_FILE_BYTES + 1);

describe("what a workspace shows", () => {
	it("lays starter over base and opens the tabs that exist", async () => {
		const workspace = await openWorkspace();
		expect(workspace.files()["app/page.tsx"]).toBe("starter page");
		expect(workspace.files()["package.json"]).toBe("{}");
		expect(workspace.store.getState()).toMatchObject({
			openTabs: ["app/page.tsx", "app/actions.ts"],
			active: "app/page.tsx",
			save: { state: "saved" },
			refusal: null,
		});
	});

	it("hides the sandbox's own files, sorted", async () => {
		const workspace = await openWorkspace();
		expect(workspace.visiblePaths()).toEqual([
			"app/actions.ts",
			"app/fixed.ts",
			"app/globals.css",
			"app/layout.tsx",
			"app/page.tsx",
			"lib/db.ts",
		]);
	});

	it("shows a file of the sandbox that the lesson opens, and lets it be written", async () => {
		const lesson = lessonWith({ starter: { "next.config.ts": "mine" } }, { open: ["next.config.ts"] });
		const workspace = await openWorkspace({ lesson });
		expect(workspace.visiblePaths()).toContain("next.config.ts");
		expect(workspace.visiblePaths()).not.toContain("package.json");
		expect(workspace.store.getState().openTabs).toEqual(["next.config.ts"]);
		workspace.actions.edit("next.config.ts", "changed");
		expect(workspace.files()["next.config.ts"]).toBe("changed");
	});

	it("lets be written what starter or solution touch, and nothing else", async () => {
		const workspace = await openWorkspace();
		const readonly = Object.keys(workspace.files()).filter(workspace.isReadonly).sort();
		expect(readonly).toEqual([
			".env",
			"app/fixed.ts",
			"app/globals.css",
			"app/layout.tsx",
			"data/seed.json",
			"package.json",
		]);
	});

	it("gives the same objects until something changes", async () => {
		const workspace = await openWorkspace();
		const files = workspace.files();
		workspace.actions.open("lib/db.ts");
		expect(workspace.files()).toBe(files);
		workspace.actions.edit("lib/db.ts", "x");
		expect(workspace.files()).not.toBe(files);
	});
});

describe("edit", () => {
	it("changes one file, and drops the edit when the starter's text is back", async () => {
		const { actions, store, files } = await openWorkspace();
		actions.edit("app/page.tsx", "mine");
		expect(files()["app/page.tsx"]).toBe("mine");
		expect(store.getState().save).toEqual({ state: "saving" });
		actions.edit("app/page.tsx", "starter page");
		expect(store.getState().edits).toEqual({});
	});

	it.each([
		["app/layout.tsx", /read-only/],
		["app/fixed.ts", /read-only/],
		["package.json", /read-only/],
		["app/none.ts", /no file/],
	])("refuses %s", async (path, words) => {
		const { actions, store } = await openWorkspace();
		actions.edit(path, "mine");
		expect(store.getState()).toMatchObject({ edits: {}, refusal: expect.stringMatching(words) });
	});

	it("refuses before what is kept has been read", () => {
		const { actions, store } = createWorkspace({
			lesson: lessonWith(),
			base: BASE,
			storage: memoryStorage(),
			openChannel: silentChannel,
			signal: new AbortController().signal,
		});
		actions.edit("app/page.tsx", "mine");
		expect(actions.remove("app/page.tsx")).toBe(false);
		expect(store.getState()).toMatchObject({ edits: {}, refusal: expect.stringMatching(/still being read/) });
	});

	it("keeps a text that is too large in the editor only, and says so until it fits", async () => {
		const { actions, store, files, sourceHash } = await openWorkspace();
		actions.edit("app/page.tsx", "mine");
		const hash = sourceHash();
		actions.edit("app/page.tsx", huge);
		expect(store.getState().edits["app/page.tsx"]).toBe(huge);
		expect(store.getState().refusal).toMatch(/larger than 1 MB.*last version that fitted/);
		expect(files()["app/page.tsx"]).toBe("mine");
		expect(sourceHash()).not.toBe(hash);
		actions.edit("app/page.tsx", "mine");
		expect(store.getState().refusal).toBeNull();
		expect(sourceHash()).toBe(hash);
	});
});

describe("create, rename, remove", () => {
	it("creates inside the structure and shows the file", async () => {
		const { actions, store, files } = await openWorkspace();
		expect(actions.create("app/posts/page.tsx", "posts")).toBe(true);
		expect(files()["app/posts/page.tsx"]).toBe("posts");
		expect(store.getState().active).toBe("app/posts/page.tsx");
		expect(store.getState().snapshots).toEqual([]);
	});

	it("says in words why not, and forgets it with the next thing that works", async () => {
		const { actions, store } = await openWorkspace();
		expect(actions.create("middleware.ts")).toBe(false);
		expect(store.getState().refusal).toMatch(/outside/);
		expect(actions.create("lib/x.ts")).toBe(true);
		expect(store.getState().refusal).toBeNull();
	});

	it("renames with tab and text; undo brings the old name back", async () => {
		const { actions, store, files } = await openWorkspace();
		actions.edit("app/actions.ts", "mine");
		expect(actions.rename("app/actions.ts", "lib/actions.ts")).toBe(true);
		expect(files()).not.toHaveProperty(["app/actions.ts"]);
		expect(files()["lib/actions.ts"]).toBe("mine");
		expect(store.getState().openTabs).toEqual(["app/page.tsx", "lib/actions.ts"]);
		expect(actions.undo()).toBe("Before: app/actions.ts renamed to lib/actions.ts");
		expect(files()["app/actions.ts"]).toBe("mine");
		expect(files()).not.toHaveProperty(["lib/actions.ts"]);
	});

	it("changes the case of a name", async () => {
		const { actions, files } = await openWorkspace();
		expect(actions.rename("app/actions.ts", "app/Actions.ts")).toBe(true);
		expect(files()).toHaveProperty(["app/Actions.ts"]);
	});

	it.each([
		["app/fixed.ts", "app/x.ts", /read-only/],
		["app/actions.ts", "app/page.tsx", /exists/],
		["app/actions.ts", "x.ts", /outside/],
		["app/none.ts", "app/x.ts", /no file/],
	])("refuses to rename %s to %s", async (from, to, words) => {
		const { actions, store } = await openWorkspace();
		expect(actions.rename(from, to)).toBe(false);
		expect(store.getState()).toMatchObject({
			edits: {},
			snapshots: [],
			refusal: expect.stringMatching(words),
		});
	});

	it("takes a file of the base app away and closes its tab; made anew it is the learner's", async () => {
		const { actions, store, files, isReadonly } = await openWorkspace();
		actions.open("app/layout.tsx");
		expect(actions.remove("app/layout.tsx")).toBe(true);
		expect(store.getState().edits).toEqual({ "app/layout.tsx": null });
		expect(store.getState().openTabs).not.toContain("app/layout.tsx");
		expect(files()).not.toHaveProperty(["app/layout.tsx"]);
		expect(actions.create("app/layout.tsx", "mine")).toBe(true);
		expect(isReadonly("app/layout.tsx")).toBe(false);
		actions.edit("app/layout.tsx", "mine too");
		expect(files()["app/layout.tsx"]).toBe("mine too");
	});

	it("refuses to take away what lies outside the structure", async () => {
		const { actions, store } = await openWorkspace();
		expect(actions.remove("package.json")).toBe(false);
		expect(store.getState().refusal).toMatch(/sandbox itself/);
	});
});

describe("reset, solution, undo", () => {
	it("resets one file and brings it back", async () => {
		const { actions, store, files } = await openWorkspace();
		actions.edit("app/page.tsx", "mine");
		actions.edit("lib/db.ts", "mine db");
		actions.reset("app/page.tsx");
		expect(store.getState().edits).toEqual({ "lib/db.ts": "mine db" });
		expect(actions.undo()).toBe("Before: app/page.tsx reset");
		expect(files()["app/page.tsx"]).toBe("mine");
		expect(actions.undo()).toBeNull();
	});

	it("resets everything, files the learner made and took away too", async () => {
		const { actions, store } = await openWorkspace();
		actions.create("app/mine.ts", "x");
		actions.remove("app/actions.ts");
		actions.edit("app/page.tsx", huge);
		actions.reset();
		expect(store.getState()).toMatchObject({ edits: {}, openTabs: ["app/page.tsx"], active: "app/page.tsx" });
		actions.undo();
		expect(store.getState().edits).toEqual({
			"app/mine.ts": "x",
			"app/actions.ts": null,
			"app/page.tsx": huge,
		});
	});

	it("keeps no snapshot of a reset that changes nothing", async () => {
		const { actions, store } = await openWorkspace();
		actions.reset();
		actions.reset("app/page.tsx");
		expect(store.getState().snapshots).toEqual([]);
	});

	it("knows where the solution differs and takes it over, one file or all", async () => {
		const { actions, files, solutionPaths, solutionText } = await openWorkspace();
		actions.create("app/mine.ts", "mine");
		expect(solutionPaths()).toEqual(["app/mine.ts", "app/new.ts", "app/page.tsx", "lib/db.ts"]);
		actions.applySolution("app/page.tsx");
		expect(files()["app/page.tsx"]).toBe(solutionText("app/page.tsx"));
		expect(solutionPaths()).toEqual(["app/mine.ts", "app/new.ts", "lib/db.ts"]);
		actions.applySolution();
		expect(solutionPaths()).toEqual([]);
		expect(files()).not.toHaveProperty(["app/mine.ts"]);
		actions.undo();
		actions.undo();
		expect(files()["app/mine.ts"]).toBe("mine");
		expect(files()["app/page.tsx"]).toBe("starter page");
	});

	it("keeps what was written since the snapshot when it is undone, off the way of Undo", async () => {
		const { actions, store } = await openWorkspace();
		actions.edit("app/page.tsx", "first");
		actions.reset();
		actions.edit("app/page.tsx", "an hour of work");
		expect(actions.undo()).toBe("Before: all files reset");
		expect(store.getState()).toMatchObject({
			edits: { "app/page.tsx": "first" },
			snapshots: [
				{
					label: "Before: all files reset was undone",
					edits: { "app/page.tsx": "an hour of work" },
					aside: true,
				},
			],
		});
		expect(actions.undo()).toBeNull();
		const [aside] = store.getState().snapshots;
		actions.restore(aside!);
		expect(store.getState().edits).toEqual({ "app/page.tsx": "an hour of work" });
		expect(actions.undo()).toBe("Before: earlier state restored");
		expect(store.getState().edits).toEqual({ "app/page.tsx": "first" });
		expect(store.getState().snapshots).toHaveLength(1);
	});

	it("keeps no snapshot of a restore that changes nothing", async () => {
		const { actions, store } = await openWorkspace();
		actions.edit("app/page.tsx", "mine");
		actions.restore({ label: "Before", at: 1, edits: { "app/page.tsx": "mine" } });
		expect(store.getState().snapshots).toEqual([]);
	});

	it("takes over that the solution has no such file", async () => {
		const lesson = lessonWith({ solution: { "app/actions.ts": null } });
		const { actions, files, solutionText } = await openWorkspace({ lesson });
		expect(solutionText("app/actions.ts")).toBeNull();
		actions.applySolution("app/actions.ts");
		expect(files()).not.toHaveProperty(["app/actions.ts"]);
	});
});

describe("sourceHash", () => {
	it("follows visible files only, whichever way they came to be", async () => {
		const one = await openWorkspace();
		const other = await openWorkspace({
			base: { ...BASE, files: { ...BASE.files, "package.json": '{"a":1}', "data/seed.json": "[1]" } },
		});
		expect(other.sourceHash()).toBe(one.sourceHash());
		one.actions.edit("app/page.tsx", "mine");
		expect(other.sourceHash()).not.toBe(one.sourceHash());
		other.actions.edit("app/page.tsx", "mine");
		expect(other.sourceHash()).toBe(one.sourceHash());
		one.actions.create("app/x.ts");
		expect(other.sourceHash()).not.toBe(one.sourceHash());
	});
});

describe("tabs", () => {
	it("open, close and fall to a neighbour", async () => {
		const { actions, store } = await openWorkspace();
		actions.open("lib/db.ts");
		expect(store.getState()).toMatchObject({ active: "lib/db.ts" });
		actions.close("lib/db.ts");
		expect(store.getState()).toMatchObject({ active: "app/actions.ts" });
		actions.close("app/page.tsx");
		actions.close("app/actions.ts");
		expect(store.getState()).toMatchObject({ openTabs: [], active: null });
		actions.open(".env");
		expect(store.getState()).toMatchObject({ active: null, refusal: expect.stringMatching(/no file/) });
	});
});

test("the root layout may be deleted, and what that means is said until it is back", async () => {
	const workspace = await openWorkspace();
	expect(workspace.actions.remove("app/layout.tsx")).toBe(true);
	expect(workspace.store.getState().refusal).toMatch(/every app needs a root layout/);
	workspace.actions.undo();
	expect(workspace.store.getState().refusal).toBeNull();
	expect(workspace.files()["app/layout.tsx"]).toBeDefined();
});
