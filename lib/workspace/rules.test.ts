import { describe, expect, it } from "vitest";
import { MAX_FILE_BYTES } from "@/lib/sandbox/files";
import { isHidden, isTooLarge, refuseNewPath, refuseRemoval } from "./rules";

const structure = ["app/**", "lib/**"];

describe("isHidden", () => {
	it.each([
		".env",
		".next/cache/x",
		"app/.hidden/page.tsx",
		"instrumentation.ts",
		"instrumentation-client.ts",
		"next.config.ts",
		"package.json",
		"tsconfig.json",
		"next-env.d.ts",
		"data/posts.json",
		"public/__sandbox/bridge.js",
		"app/%5F%5Fsandbox/route.ts",
	])("hides %s", (path) => expect(isHidden(path)).toBe(true));

	it.each(["app/page.tsx", "app/data/page.tsx", "lib/package.json", "public/logo.svg", "database/x.ts"])(
		"shows %s",
		(path) => expect(isHidden(path)).toBe(false),
	);
});

describe("isTooLarge", () => {
	it("counts UTF-8 bytes, not characters", () => {
		expect(isTooLarge("a".repeat(MAX_FILE_BYTES))).toBe(false);
		expect(isTooLarge("a".repeat(MAX_FILE_BYTES + 1))).toBe(true);
		expect(isTooLarge("€".repeat(MAX_FILE_BYTES / 3))).toBe(false);
		expect(isTooLarge("€".repeat(MAX_FILE_BYTES / 3 + 1))).toBe(true);
		expect(isTooLarge("ä".repeat(MAX_FILE_BYTES / 2))).toBe(false);
		expect(isTooLarge("ä".repeat(MAX_FILE_BYTES / 2 + 1))).toBe(true);
	});
});

describe("refuseNewPath", () => {
	const present = ["app/page.tsx", "app/posts/page.tsx"];
	it.each([
		["", /name/],
		["  ", /name/],
		[" app/x.ts", /space/],
		["app/ x.ts", /space/],
		["app/", /file name/],
		["/etc/passwd", /not a path/],
		["app/../lib/x.ts", /not a path/],
		["app\\x.ts", /not a path/],
		["app//x.ts", /not a path/],
		[`app/${"x".repeat(400)}.ts`, /not a path/],
		["app/.env", /sandbox itself/],
		["app/%5F%5Fsandbox/x.ts", /sandbox itself/],
		["middleware.ts", /keeps its files in app\/ and lib\//],
		["app/page.tsx", /exists already/],
		["app/Page.tsx", /upper and lower case/],
		["app/posts", /is a folder/],
		["app/page.tsx/x.ts", /is a file/],
	])("refuses %j", (path, words) => expect(refuseNewPath(path, structure, present)).toMatch(words));

	it.each(["app/actions.ts", "app/posts/[id]/page.tsx", "lib/a b.ts"])("lets %s be made", (path) =>
		expect(refuseNewPath(path, structure, present)).toBeNull(),
	);
});

describe("refuseRemoval", () => {
	const rules = {
		structure,
		readonly: ["app/fixed.ts"],
		present: ["app/a.ts", "app/fixed.ts", "x.ts", ".env"],
	};
	it.each([
		["app/gone.ts", /no file/],
		["app/fixed.ts", /read-only/],
		["x.ts", /only in app\/ and lib\//],
		[".env", /sandbox itself/],
	])("refuses %s", (path, words) => expect(refuseRemoval(path, rules)).toMatch(words));

	it("lets a file of the structure go", () => expect(refuseRemoval("app/a.ts", rules)).toBeNull());
});
