import { describe, expect, it } from "vitest";
import { compactScript } from "./compact";
import { strippedPackage } from "./stripped-package";

describe("a script of the snapshot", () => {
	it("is lowered, and loses comments and white space", () => {
		const text =
			'"use client";\n// why\nexports.read = async function read() {\n\treturn await later();\n};\n';
		const made = compactScript("next/dist/lib/read.js", text);
		expect(made).not.toMatch(/\basync function|\bawait later|why|\t/);
		expect(made).toContain("__asyncContext");
		expect(made).toMatch(/^\/\*async-context: lowered\*\/"use client";/);
	});

	it("that awaits nothing is made small as well, and keeps the names that Node.js reads", () => {
		const text = "exports.a = 1;\n// why\n0 && (module.exports = { a: null, b: null });\n";
		expect(compactScript("next/dist/lib/names.js", text)).toBe(
			"exports.a=1;\n0 && (module.exports = { a: null, b: null });\n",
		);
	});

	it("keeps what it says to bundlers", () => {
		const text = "exports.load = (name) => import(/* webpackIgnore: true */ name);\n";
		expect(compactScript("next/dist/server/load.js", text)).toBe(text);
	});

	it("that is a template stays as it is", () => {
		const text = "// @ts-ignore\nimport * as page from 'VAR_USERLAND';\nexport const a = async () => {};\n";
		expect(compactScript("next/dist/esm/build/templates/app-page.js", text)).toBe(text);
	});

	it("loses the name of its source map", () => {
		expect(compactScript("zod/a.js", "exports.a = 1;\n//# sourceMappingURL=a.js.map")).toBe("exports.a=1;\n");
	});
});

it("a package.json keeps what resolvers read", () => {
	const text = JSON.stringify({
		name: "a",
		version: "1.0.0",
		exports: { ".": "./a.js" },
		scripts: { test: "x" },
	});
	expect(JSON.parse(strippedPackage(text))).toEqual({
		name: "a",
		version: "1.0.0",
		exports: { ".": "./a.js" },
	});
});
