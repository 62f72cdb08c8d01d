import { createHash } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { GenerateStep } from "./step";
import { collectTypes } from "./types-bundle/collect";

const OUTPUT = "public/types";
const ASSET = ".generated/types-asset.ts";

const step: GenerateStep = {
	name: "types for the editor",
	inputs: [
		"scripts/generate/types.ts",
		"scripts/generate/types-bundle",
		"node_modules/next/package.json",
		"node_modules/react/package.json",
		"node_modules/zod/package.json",
		"node_modules/typescript/package.json",
		"node_modules/@types/node/package.json",
		"node_modules/@types/react/package.json",
		"node_modules/@types/react-dom/package.json",
	],
	outputs: [OUTPUT, ASSET],
	async run(root) {
		const files = collectTypes(root, "scripts/generate/types-bundle/entry.ts");
		const json = JSON.stringify(files);
		// The name changes with the content, so that browsers may keep the file for ever.
		const name = `app-${createHash("sha256").update(json).digest("hex").slice(0, 12)}.json`;
		await rm(join(root, OUTPUT), { recursive: true, force: true });
		await mkdir(join(root, OUTPUT), { recursive: true });
		await mkdir(join(root, ".generated"), { recursive: true });
		await writeFile(join(root, OUTPUT, name), json);
		await writeFile(join(root, ASSET), `export const typesUrl = ${JSON.stringify(`/types/${name}`)};\n`);
	},
};
export default step;
