import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { collectTypes, trimDeclarations, trimPackage } from "./collect";

const root = fileURLToPath(new URL("../../..", import.meta.url)).replace(/\/$/, "");

describe("collectTypes", () => {
	const files = collectTypes(root, "scripts/generate/types-bundle/entry.ts");

	it("holds what a learner's app imports, and how it is found", () => {
		for (const path of [
			"next/cache.d.ts",
			"next/headers.d.ts",
			"next/navigation.d.ts",
			"next/package.json",
			"next/types/global.d.ts",
			"@types/react/index.d.ts",
			"@types/react/package.json",
			"@types/react-dom/index.d.ts",
			"zod/package.json",
			"@types/node/fs/promises.d.ts",
		]) {
			expect(files).toHaveProperty([`node_modules/${path}`]);
		}
	});

	it("holds nothing of the product and nothing that runs", () => {
		for (const path of Object.keys(files)) {
			expect(path).toMatch(/^node_modules\/.*(\.d\.[cm]?ts|\/package\.json)$/);
		}
	});

	it("keeps the texts for hovering over next and react", () => {
		expect(files["node_modules/next/dist/server/web/spec-extension/revalidate.d.ts"]).toMatch(/\/\*\*/);
		expect(files["node_modules/@types/react/index.d.ts"]).toMatch(/useActionState/);
	});

	it("stays under 1 MB when compressed", () => {
		expect(gzipSync(JSON.stringify(files)).length).toBeLessThan(1_000_000);
	});

	it("refuses an entry that cannot be resolved", () => {
		expect(() => collectTypes(root, "scripts/generate/types-bundle/missing.ts")).toThrow();
	});
});

describe("trimDeclarations", () => {
	const text =
		'/// <reference lib="es2020" />\n/** Doc. */\nexport const a: "/* no */"; // end\n// line\n//# sourceMappingURL=a.d.ts.map\n';

	it("takes source maps away everywhere", () => {
		expect(trimDeclarations("node_modules/next/a.d.ts", text)).toBe(
			'/// <reference lib="es2020" />\n/** Doc. */\nexport const a: "/* no */"; // end\n// line\n\n',
		);
	});

	it("takes comments away where they are not worth their size, never references", () => {
		expect(trimDeclarations("node_modules/@types/node/a.d.ts", text)).toBe(
			'/// <reference lib="es2020" />\nexport const a: "/* no */"; // end\n',
		);
	});
});

it("trimPackage keeps what resolution needs", () => {
	expect(trimPackage('{"name":"a","scripts":{},"types":"a.d.ts","exports":{".":"./a.js"}}')).toBe(
		'{"name":"a","types":"a.d.ts","exports":{".":"./a.js"}}',
	);
});
