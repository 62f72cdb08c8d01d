import { copyFile, cp, link, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readBaseApp } from "@/lib/sandbox/machines/local/server/base-app";
import { configCompiler } from "./config-compiler";
import { CONFIG_COMPILER, PACKAGES, WASM_PACKAGE, WASM_PLACE } from "./packages";
import { PATCHES, patched } from "./patches";
import { STUBS } from "./stubs";

/** Never needed at run time. */
const LEFT_OUT = /\.(map|d\.ts|d\.mts|md)$/;

/**
 * Makes the probe app in `folder` with whole packages, patched and not lowered: the tree of which the trace picks what is
 * needed. `root` is the product's folder.
 */
export async function makeWorkshop(root: string, folder: string): Promise<void> {
	const source = join(root, "node_modules");
	const target = join(folder, "node_modules");
	await rm(folder, { recursive: true, force: true });
	for (const name of PACKAGES) await linkFiles(join(source, name), join(target, name));
	await linkFiles(join(source, WASM_PACKAGE), join(target, WASM_PLACE));
	for (const file of new Set(PATCHES.map((patch) => patch.file))) {
		const text = await readFile(join(source, file), "utf8");
		// A link would be written through.
		await rm(join(target, file));
		await writeFile(join(target, file), patched(file, text));
	}
	await writeFiles(target, { ...STUBS, [`${CONFIG_COMPILER}/index.js`]: await configCompiler(root) });
	const { files } = await readBaseApp(root);
	await writeFiles(folder, files);
	await cp(join(root, "scripts/snapshot/probe-app"), folder, { recursive: true });
	await mkdir(join(folder, "app/broken"), { recursive: true });
}

export async function writeFiles(folder: string, files: Record<string, string | Uint8Array>): Promise<void> {
	for (const [file, content] of Object.entries(files)) {
		await mkdir(dirname(join(folder, file)), { recursive: true });
		await writeFile(join(folder, file), content);
	}
}

async function linkFiles(from: string, to: string): Promise<void> {
	await mkdir(to, { recursive: true });
	for (const entry of await readdir(from, { withFileTypes: true })) {
		const [source, target] = [join(from, entry.name), join(to, entry.name)];
		if (entry.isDirectory()) await linkFiles(source, target);
		else if (!LEFT_OUT.test(entry.name)) await link(source, target).catch(() => copyFile(source, target));
	}
}
