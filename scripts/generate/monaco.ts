import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { build } from "esbuild";
import type { GenerateStep } from "./step";

const OUTPUT = "public/monaco-esm";
const ASSET = ".generated/monaco-asset.ts";
const ENTRY = "scripts/generate/monaco/editor.ts";

/** Output name → what it is bundled from. */
const ENTRY_POINTS = {
	editor: ENTRY,
	"editor.worker": "monaco-editor/editor/editor.worker.js",
	"ts.worker": "monaco-editor/language/typescript/ts.worker.js",
	"json.worker": "monaco-editor/language/json/json.worker.js",
	"css.worker": "monaco-editor/language/css/css.worker.js",
};

const step: GenerateStep = {
	name: "editor (Monaco)",
	inputs: [
		"scripts/generate/monaco.ts",
		"scripts/generate/monaco",
		"node_modules/monaco-editor/package.json",
		"node_modules/esbuild/package.json",
	],
	outputs: [OUTPUT, ASSET],
	async run(root) {
		const version = JSON.parse(await readFile(join(root, "node_modules/monaco-editor/package.json"), "utf8"))
			.version as string;
		const result = await build({
			absWorkingDir: root,
			entryPoints: ENTRY_POINTS,
			outdir: join(root, OUTPUT),
			bundle: true,
			minify: true,
			format: "esm",
			target: "es2022",
			loader: { ".ttf": "file" },
			assetNames: "[name]-[hash]",
			legalComments: "none",
			logLevel: "warning",
			write: false,
		});
		// The folder's name changes with every byte in it, so that browsers may keep it for ever.
		const digest = createHash("sha256");
		for (const file of result.outputFiles) digest.update(relative(root, file.path)).update(file.contents);
		const folder = `${version}-${digest.digest("hex").slice(0, 8)}`;

		await mkdir(join(root, OUTPUT), { recursive: true });
		for (const old of await readdir(join(root, OUTPUT))) {
			if (old !== folder) await rm(join(root, OUTPUT, old), { recursive: true });
		}
		await mkdir(join(root, OUTPUT, folder), { recursive: true });
		for (const file of result.outputFiles) {
			await writeFile(join(root, OUTPUT, folder, relative(join(root, OUTPUT), file.path)), file.contents);
		}
		await writeFile(
			join(root, OUTPUT, folder, "LICENSE.txt"),
			await readFile(join(root, "node_modules/monaco-editor/LICENSE")),
		);
		await mkdir(join(root, ".generated"), { recursive: true });
		await writeFile(
			join(root, ASSET),
			`export const monacoVersion = ${JSON.stringify(version)};\nexport const monacoUrl = ${JSON.stringify(`/monaco-esm/${folder}/editor.js`)};\n`,
		);
	},
};
export default step;
