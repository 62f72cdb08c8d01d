import { describe, expect, it } from "vitest";
import { matchesAnyGlob, matchesGlob } from "./globs";

describe("matchesGlob", () => {
	it.each([
		["app/**", "app/page.tsx"],
		["app/**", "app/posts/[id]/page.tsx"],
		["**", "page.tsx"],
		["**/page.tsx", "page.tsx"],
		["**/page.tsx", "app/a/page.tsx"],
		["app/*.ts", "app/actions.ts"],
		["app/**/x/*.tsx", "app/x/a.tsx"],
		["app/**/x/*.tsx", "app/b/c/x/a.tsx"],
		["app/[id]/page.tsx", "app/[id]/page.tsx"],
	])("%s matches %s", (pattern, path) => expect(matchesGlob(pattern, path)).toBe(true));

	it.each([
		["app/**", "app"],
		["app/**", "application/page.tsx"],
		["app/**", "lib/app/page.tsx"],
		["app/*.ts", "app/a/b.ts"],
		["app/*.ts", "app/actionsXts"],
		["app/[id]/page.tsx", "app/i/page.tsx"],
		["app/*.ts", "app/actions.tsx"],
	])("%s does not match %s", (pattern, path) => expect(matchesGlob(pattern, path)).toBe(false));

	it("needs one pattern of several", () => {
		expect(matchesAnyGlob(["app/**", "lib/**"], "lib/db.ts")).toBe(true);
		expect(matchesAnyGlob([], "lib/db.ts")).toBe(false);
	});
});
