import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { swcHelperFiles } from "@/sandbox-templates/webcontainer/async-context/lower/swc-helpers";
import { compactScript } from "./compact";
import { ASYNC_CONTEXT, CONFIG_COMPILER, WASM_PACKAGE, WASM_PLACE } from "./packages";
import { ENTRIES, PATCHES, patched, withAsyncContext } from "./patches";
import { strippedPackage } from "./stripped-package";
import { STUBS } from "./stubs";
import { withoutCustomSections } from "./wasm";

/** Of these everything is taken: which of their files an app needs is a matter of what the app has of its own. */
const WHOLE_FOLDERS = [
	"@swc/helpers/cjs",
	"@swc/helpers/esm",
	"next/dist/api",
	"next/dist/client/app-dir",
	"next/dist/client/components",
	"next/dist/client/components/builtin",
	// Read for the places of errors only.
	"next/dist/compiled/source-map08",
	"next/dist/esm/client/components/builtin",
	"next/dist/shared/lib",
];

const LEFT_OUT = /\.(map|d\.ts|d\.mts|md|txt)$/;
const SCRIPT = /\.[cm]?js$|^next\/dist\/bin\/next$/;

/**
 * Every file of the snapshot by its path in the app's folder.
 * @param root the product's folder
 * @param traced files below node_modules that a run has needed
 * @param own texts of our own packages: the async context, and the compiler of next.config.ts
 */
export async function snapshotFiles(
	root: string,
	traced: string[],
	own: { asyncContext: string; configCompiler: string },
): Promise<Record<string, Uint8Array>> {
	const source = join(root, "node_modules");
	const made: Record<string, string> = { ...STUBS };
	for (const [file, text] of swcHelperFiles()) made[`@swc/helpers/${file}`] = text;
	const ours = { [ASYNC_CONTEXT]: own.asyncContext, [CONFIG_COMPILER]: own.configCompiler };
	for (const [name, text] of Object.entries(ours)) {
		made[`${name}/package.json`] = JSON.stringify({ name, version: "0.0.0" });
		made[`${name}/index.js`] = text;
	}
	const names = new Set([...traced, ...ENTRIES, ...PATCHES.map(({ file }) => file), ...Object.keys(made)]);
	for (const folder of WHOLE_FOLDERS) {
		const entries = await readdir(join(source, folder), { withFileTypes: true });
		for (const entry of entries) if (entry.isFile()) names.add(`${folder}/${entry.name}`);
	}
	// By these names the compiler's helpers are imported: which ones depends on what is lowered.
	for (const helper of await readdir(join(source, "@swc/helpers/_")))
		names.add(`@swc/helpers/_/${helper}/package.json`);
	// Resolvers read them by ways that no trace sees.
	for (const name of [...names]) {
		for (let folder = dirname(name); folder !== "."; folder = dirname(folder)) {
			if (existsSync(join(source, folder, "package.json"))) names.add(`${folder}/package.json`);
		}
	}
	const files: Record<string, Uint8Array> = {};
	for (const name of [...names].sort()) {
		if (LEFT_OUT.test(name) && made[name] === undefined) continue;
		const text = made[name];
		const bytes = text === undefined ? await readFile(join(source, originOf(name))) : Buffer.from(text);
		files[`node_modules/${name}`] = fileOf(name, bytes);
	}
	return files;
}

function originOf(name: string): string {
	return name.startsWith(`${WASM_PLACE}/`) ? name.replace(WASM_PLACE, WASM_PACKAGE) : name;
}

function fileOf(name: string, bytes: Uint8Array): Uint8Array {
	if (name.endsWith(".wasm")) return withoutCustomSections(bytes);
	const text = Buffer.from(bytes).toString("utf8");
	if (name.endsWith("/package.json")) return Buffer.from(strippedPackage(text));
	if (!SCRIPT.test(name)) return bytes;
	const code = compactScript(name, patched(name, text));
	return Buffer.from(ENTRIES.includes(name) ? withAsyncContext(code) : code);
}
