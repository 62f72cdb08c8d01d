import { describe, expect, it } from "vitest";
import { buildTree, moveInTree, tabNames, visibleRows } from "./tree-model";

const PATHS = ["app/actions.ts", "app/page.tsx", "app/posts/page.tsx", "lib/db.ts", "readme.md"];
const tree = buildTree(PATHS);
const shown = (collapsed: string[] = []) => visibleRows(tree, new Set(collapsed)).map((row) => row.node.path);

describe("buildTree", () => {
	it("puts folders before files", () => {
		expect(shown()).toEqual([
			"app",
			"app/posts",
			"app/posts/page.tsx",
			"app/actions.ts",
			"app/page.tsx",
			"lib",
			"lib/db.ts",
			"readme.md",
		]);
	});

	it("leaves out what is in a collapsed folder", () => {
		expect(shown(["app"])).toEqual(["app", "lib", "lib/db.ts", "readme.md"]);
	});

	it("counts level and place for assistive technology", () => {
		const row = visibleRows(tree, new Set()).find((each) => each.node.path === "app/actions.ts");
		expect(row).toMatchObject({ level: 2, position: 2, siblings: 3, parent: "app" });
	});
});

describe("moveInTree", () => {
	const move = (current: string, key: string, collapsed: string[] = []) =>
		moveInTree(visibleRows(tree, new Set(collapsed)), new Set(collapsed), current, key);

	it.each([
		["app", "ArrowDown", { kind: "focus", path: "app/posts" }],
		["lib", "ArrowUp", { kind: "focus", path: "app/page.tsx" }],
		["lib", "Home", { kind: "focus", path: "app" }],
		["lib", "End", { kind: "focus", path: "readme.md" }],
		["app", "ArrowRight", { kind: "focus", path: "app/posts" }],
		["app", "ArrowLeft", { kind: "collapse", path: "app" }],
		["app/page.tsx", "ArrowLeft", { kind: "focus", path: "app" }],
		["app", "ArrowUp", null],
		["readme.md", "ArrowDown", null],
		["readme.md", "ArrowLeft", null],
		["readme.md", "ArrowRight", null],
		["app", "x", null],
		["gone", "ArrowDown", null],
	])("on %s, %s", (current, key, expected) => expect(move(current, key)).toEqual(expected));

	it("opens a collapsed folder", () => {
		expect(move("app", "ArrowRight", ["app"])).toEqual({ kind: "expand", path: "app" });
		expect(move("app", "ArrowLeft", ["app"])).toBeNull();
	});
});

describe("tabNames", () => {
	it("adds folders only where names are the same", () => {
		expect([...tabNames(["app/page.tsx", "app/posts/page.tsx", "lib/db.ts"]).values()]).toEqual([
			"app/page.tsx",
			"posts/page.tsx",
			"db.ts",
		]);
	});
});
