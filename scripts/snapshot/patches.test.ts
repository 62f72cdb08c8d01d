import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../root";
import { ASYNC_CONTEXT, WASM_PACKAGE } from "./packages";
import { ENTRIES, PATCHES, patched, withAsyncContext } from "./patches";
import { readTrace } from "./traced";

const modules = join(ROOT, "node_modules");
const versionOf = async (name: string): Promise<string> =>
	JSON.parse(await readFile(join(modules, name, "package.json"), "utf8")).version;

describe("the Next.js that is installed", () => {
	it("has a compiler in wasm of its own version", async () => {
		expect(await versionOf(WASM_PACKAGE)).toBe(await versionOf("next"));
	});

	it("is the one that was traced", async () => {
		const { files, nextVersion } = await readTrace(ROOT);
		expect(nextVersion).toBe(await versionOf("next"));
		expect(files.length).toBeGreaterThan(1_000);
	});

	it.each([...new Set(PATCHES.map(({ file }) => file))])("has every place to change in %s", async (file) => {
		const text = await readFile(join(modules, file), "utf8");
		const changed = patched(file, text);
		for (const { replace } of PATCHES.filter((patch) => patch.file === file))
			expect(changed).toContain(replace);
	});

	it.each(ENTRIES)("begins with CommonJS in %s", async (file) => {
		const text = withAsyncContext(await readFile(join(modules, file), "utf8"));
		const [first = "", second = ""] = text.split("\n");
		expect(first.startsWith("#!") ? second : first).toMatch(/^require\("@playground\/async-context"\);/);
		expect(text).not.toMatch(/^(import|export) /m);
	});
});

describe("a place to change", () => {
	const patch = { file: "a.js", find: "old", replace: "$& new", why: "a reason" };

	it("is changed to the letter", () => {
		expect(patched("a.js", "an old thing", [patch])).toBe("an $& new thing");
		expect(patched("b.js", "an old thing", [patch])).toBe("an old thing");
	});

	it.each([
		["missing", "a thing"],
		["there twice", "old and old"],
	])("that is %s stops the making, with the reason", (_, text) => {
		expect(() => patched("a.js", text, [patch])).toThrow(/a\.js.*updated.*"old".*a reason/);
	});
});

it("an entry keeps its first line for the shell", () => {
	const text = withAsyncContext('#!/usr/bin/env node\n"use strict";\n');
	expect(text).toBe(`#!/usr/bin/env node\nrequire("${ASYNC_CONTEXT}");"use strict";\n`);
});
