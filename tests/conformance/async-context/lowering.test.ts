import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportHints } from "@/sandbox-templates/webcontainer/async-context/lower/export-hints";
import {
	LOWERED_MARK,
	LoweringError,
	lower,
} from "@/sandbox-templates/webcontainer/async-context/lower/lower";

/** Runs an expression in this process, which has no async context of ours: the portable drivers are at work. */
function evaluate(expression: string): unknown {
	const lowered = lower(`globalThis.__result = ${expression}`, { format: "cjs" });
	new Function(lowered)();
	return (globalThis as { __result?: unknown }).__result;
}

describe("lower", () => {
	it("leaves no async function, async generator or for await", () => {
		const source = `
			async function f() { for await (const x of y) await x }
			async function* g() { yield* f(); await 1 }
			const h = { async m() {}, async *n() {} }, k = async () => {};`;
		const written = lower(source, { format: "cjs" }).slice(LOWERED_MARK.length);
		const own = written.replaceAll(/^var __async.*$|^var __await.*$/gm, "");
		expect(own).toContain("function* ()");
		expect(own).not.toMatch(/\basync\b|\bawait\b/);
	});

	it("gives back what has nothing to lower", () => {
		for (const source of ["module.exports = 1", "const text = 'async function () {}'", "// async"]) {
			expect(lower(source, { format: "cjs" })).toBe(source);
		}
	});

	it("gives back what it has lowered", () => {
		const options = { format: "cjs" } as const;
		const once = lower("#!/usr/bin/env node\nexports.f = async () => { await 1 }", options);
		expect(once.startsWith(`#!/usr/bin/env node\n${LOWERED_MARK}`)).toBe(true);
		expect(lower(once, options)).toBe(once);
		const minified = lower("exports.f = async () => { await 1 }", { ...options, minify: true });
		expect(minified.length).toBeLessThan(once.length);
		expect(lower(minified, options)).toBe(minified);
	});

	it("carries generator drivers only where they are needed", () => {
		const small = lower("async () => { await 1 }", { format: "esm" });
		const large = lower("async function* g() {}", { format: "esm" });
		expect(small.length).toBeLessThan(large.length / 2);
	});

	it("keeps directives in front", () => {
		const source = `"use strict";\nexports.f = async function () { return this }`;
		expect(lower(source, { format: "cjs" }).slice(LOWERED_MARK.length)).toMatch(/^"use strict";/);
	});

	it("leaves helpers of the same name that are not esbuild's", async () => {
		const made = evaluate(`(() => { var __async = (x) => "mine"; return (async () => [__async(1)])() })()`);
		expect(await made).toEqual(["mine"]);
	});

	it("replaces the helpers of a file that somebody lowered with esbuild before", () => {
		const lowered = lower("async () => { await 1 }", { format: "cjs" });
		expect(lowered).not.toMatch(/generator\.next\(value\)/);
	});

	it("says which file cannot be lowered, and why", () => {
		const broken = () => lower("async () => {", { format: "cjs", file: "broken.js" });
		expect(broken).toThrow(LoweringError);
		expect(broken).toThrow(/broken\.js/);
		const topLevel = () => lower("await 1; async () => {}; export {}", { format: "esm", file: "top.mjs" });
		expect(topLevel).toThrow(/top\.mjs cannot be lowered[\s\S]*Top-level await/);
	});

	it("lowers TypeScript and JSX", async () => {
		const source = "const f = async (x: number): Promise<number> => (await x) + 1; export { f }";
		expect(lower(source, { format: "esm", loader: "ts" })).not.toContain("Promise<number>");
	});
});

describe("what esbuild's own helpers do wrong", () => {
	it("return() runs a finally with an await to its end", async () => {
		const seen = await evaluate(`(async () => {
			const seen = [];
			async function* g() { try { yield 1 } finally { await null; seen.push("end") } }
			const made = g();
			await made.next();
			await made.return();
			return seen;
		})()`);
		expect(seen).toEqual(["end"]);
	});

	it("a for await in a loop forgets the error of an earlier round", async () => {
		const seen = await evaluate(`(async () => {
			const seen = [];
			for (const round of [0, 1]) {
				try { for await (const x of ["x"]) { if (round === 0) throw "e"; seen.push(x) } } catch (e) { seen.push(e) }
			}
			return seen;
		})()`);
		expect(seen).toEqual(["e", "x"]);
	});
});

describe("names of a CommonJS file's exports", () => {
	let folder: string;
	beforeAll(async () => {
		folder = await mkdtemp(path.join(tmpdir(), "async-context-"));
	});
	afterAll(() => rm(folder, { recursive: true, force: true }));

	/** What Node.js finds in a CommonJS file before it runs it. */
	async function namesOf(source: string): Promise<string[]> {
		await writeFile(path.join(folder, "module.cjs"), source);
		await writeFile(
			path.join(folder, "look.mjs"),
			`import * as all from "./module.cjs"; console.log(JSON.stringify(Object.keys(all).sort()))`,
		);
		const { stdout } = await promisify(execFile)(process.execPath, [path.join(folder, "look.mjs")]);
		return (JSON.parse(stdout) as string[]).filter((name) => name !== "module.exports");
	}

	const tail = "\nasync function f() { await 1 }\n";
	it.each([
		["plain", "exports.a = 1; exports['b'] = 2;"],
		["SWC", "0 && (module.exports = { a: null, b: null });\nfor (const k of ['a', 'b']) exports[k] = 1;"],
		["esbuild", "module.exports = { ...{ a: 1, b: 2 } };\n0 && (module.exports = { a, b });"],
		[
			"defineProperty",
			"Object.defineProperty(exports, 'a', { enumerable: true, get: function () { return x.a; } }); var x = { a: 1 };",
		],
		["strings in it", "exports.a = 1; exports['x'] = 1;\n0 && (module.exports = { 'a': ')', b: \"}\" });"],
		[
			"several in a line",
			"var x=1;0&&(exports.a=void 0);0&&(exports.b=void 0);for(const k of 'ab')exports[k]=1;",
		],
	])("%s", async (_, source) => {
		const before = await namesOf(source + tail);
		expect(before).toContain("a");
		expect(await namesOf(lower(source + tail, { format: "cjs" }))).toEqual(before);
		expect(await namesOf(lower(source + tail, { format: "cjs", minify: true }))).toEqual(before);
	});

	it("takes only hints", () => {
		expect(exportHints("0 && (module.exports = { a: [1, ')'] });\nif (0 && x) y()")).toEqual([
			"0 && (module.exports = { a: [1, ')'] })",
		]);
	});
});
