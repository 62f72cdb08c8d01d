import { cp, link, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { LoweringError, lower } from "@/sandbox-templates/webcontainer/async-context/lower/lower";
import { swcHelperFiles } from "@/sandbox-templates/webcontainer/async-context/lower/swc-helpers";

const LEFT_OUT = /\.(map|d\.ts)$/;
// Next.js looks for words in its templates, and its compiler lowers what it makes of them.
const TEMPLATES = /^dist\/(esm\/)?build\/templates\//;
const MADE_HERE = new Set(["next", "@swc", ".bin"]);
const SWC_HELPERS = "@swc/helpers";
const SERVER_COMPILER = "dist/build/swc/options.js";

/**
 * Makes a `node_modules` in `folder` with Next.js lowered and everything else as it is in that of `root`. Gives how many
 * files were lowered, and those that could not be.
 */
export async function makeLoweredModules(root: string, folder: string) {
	const source = path.join(root, "node_modules");
	const target = path.join(folder, "node_modules");
	await mkdir(target, { recursive: true });
	for (const name of await readdir(source)) {
		if (MADE_HERE.has(name)) continue;
		await symlink(path.join(source, name), path.join(target, name));
	}
	await replaceSwcHelpers(path.join(source, SWC_HELPERS), path.join(target, SWC_HELPERS));
	const done = { lowered: 0, refused: [] as string[] };
	await copy("");
	await lowerAppCode(path.join(target, "next", SERVER_COMPILER));
	return done;

	async function copy(folderName: string): Promise<void> {
		await mkdir(path.join(target, "next", folderName), { recursive: true });
		for (const entry of await readdir(path.join(source, "next", folderName), { withFileTypes: true })) {
			const name = path.join(folderName, entry.name);
			if (entry.isDirectory()) await copy(name);
			else if (!LEFT_OUT.test(name)) await copyFile(name);
		}
	}
	async function copyFile(name: string): Promise<void> {
		const [from, to] = [path.join(source, "next", name), path.join(target, "next", name)];
		const code =
			/\.[cm]?js$|\/bin\/next$/.test(name) && !TEMPLATES.test(name) ? await readFile(from, "utf8") : "";
		const lowered = code && tryLower(code, name);
		if (name === SERVER_COMPILER || (lowered && lowered !== code)) await writeFile(to, lowered);
		else await link(from, to);
		if (lowered !== code) done.lowered++;
	}
	function tryLower(code: string, name: string): string {
		try {
			return lower(code, { format: name.startsWith("dist/esm/") ? "esm" : "cjs", file: name });
		} catch (error) {
			if (!(error instanceof LoweringError)) throw error;
			done.refused.push(`${name}: ${error.message}`);
			return code;
		}
	}
}

async function replaceSwcHelpers(source: string, target: string): Promise<void> {
	await cp(source, target, { recursive: true });
	for (const [file, text] of swcHelperFiles()) await writeFile(path.join(target, file), text);
}

const ANCHOR = "node: process.versions.node\n                }\n            }\n        };\n    } else {";

/** Next's compiler lowers what it compiles for the server; but not packages, whose format it would change. */
async function lowerAppCode(file: string): Promise<void> {
	const code = await readFile(file, "utf8");
	if (!code.includes(ANCHOR))
		throw new Error(`${file} is not as the probe knows it: has Next.js been updated?`);
	const include = '["transform-async-to-generator", "transform-async-generator-functions"]';
	const own = "isNodeModules && !/webpack[\\\\/]loaders[\\\\/]/.test(filename)";
	await writeFile(
		file,
		code.replace(
			ANCHOR,
			() =>
				`node: process.versions.node\n}, include: ${own} ? undefined : ${include}\n            }\n        };\n    } else {`,
		),
	);
}
