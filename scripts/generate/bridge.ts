import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import type { GenerateStep } from "./step";

const SOURCE = "sandbox-templates/bridge";
const OUTPUT = ".generated/bridge";

const step: GenerateStep = {
	name: "bridge",
	inputs: [SOURCE, "lib/sandbox/bridge/messages.ts", "scripts/generate/bridge.ts", "package-lock.json"],
	outputs: [`${OUTPUT}/bridge-core.js`, `${OUTPUT}/user-events.js`],
	run: (root) => buildBridge(root, path.join(root, OUTPUT)),
};
export default step;

/**
 * Bundles the page's side of the bridge into `folder`: `bridge-core.js`, which the learner's app imports, and
 * `user-events.js`, which the page loads by itself on the first command that needs it.
 */
export async function buildBridge(root: string, folder: string): Promise<void> {
	const { outputFiles } = await build({
		absWorkingDir: root,
		entryPoints: { "bridge-core": `${SOURCE}/core.ts`, "user-events": `${SOURCE}/user-events.ts` },
		outdir: folder,
		write: false,
		bundle: true,
		minify: true,
		format: "esm",
		platform: "browser",
		target: "es2020",
		tsconfig: path.join(root, "tsconfig.json"),
		define: { "process.env.NODE_ENV": '"production"' },
		legalComments: "none",
		logLevel: "warning",
	});
	await mkdir(folder, { recursive: true });
	for (const file of outputFiles) {
		const isCore = path.basename(file.path) === "bridge-core.js";
		await writeFile(file.path, isCore ? keepNativeImport(file.text) : file.text);
	}
}

/**
 * Marks the core's one `import()` as the browser's own, so that the learner's bundler leaves it alone. esbuild takes
 * these comments out when it minifies white space.
 */
export function keepNativeImport(code: string): string {
	const parts = code.split(/\bimport\(/);
	if (parts.length !== 2) throw new Error(`bridge-core.js should have one import(), not ${parts.length - 1}`);
	return parts.join("import(/* webpackIgnore: true */ /* turbopackIgnore: true */ ");
}
