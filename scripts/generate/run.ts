import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { exists, hashPaths } from "../files";
import { seconds } from "../words";
import type { GenerateStep } from "./step";

/** Steps of the folder `dir` (absolute), by file name; a file without a default export is a helper. */
export async function loadSteps(dir: string): Promise<{ step: GenerateStep; file: string }[]> {
	const found: { step: GenerateStep; file: string }[] = [];
	const names = (await readdir(dir)).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
	for (const file of names.sort()) {
		const module = (await import(pathToFileURL(join(dir, file)).href)) as { default?: GenerateStep };
		if (module.default) found.push({ step: module.default, file });
	}
	return found;
}

/**
 * Runs every step whose inputs differ from those of its last run or whose outputs are missing, one after another.
 * `root` is absolute; prints one line a step. Throws what a step throws, and when it did not make its outputs.
 */
export async function generate(
	root: string,
	options: { force?: boolean; log?: (line: string) => void; dir?: string } = {},
): Promise<void> {
	const { force = false, log = console.log, dir = "scripts/generate" } = options;
	const stamps = join(root, ".generated/.stamps");
	await mkdir(stamps, { recursive: true });
	for (const { step, file } of await loadSteps(join(root, dir))) {
		const started = performance.now();
		const stamp = join(stamps, step.name);
		const hash = await inputHash(root, step, `${dir}/${file}`);
		const missing = async () => {
			const present = await Promise.all(step.outputs.map((output) => exists(join(root, output))));
			return step.outputs.filter((_, index) => !present[index]);
		};
		const last = await readFile(stamp, "utf8").catch(() => null);
		if (!force && last === hash && (await missing()).length === 0) {
			log(`  ${step.name}: up to date`);
			continue;
		}
		await step.run(root);
		const absent = await missing();
		if (absent.length > 0) throw new Error(`The step "${step.name}" did not make ${absent.join(", ")}.`);
		await writeFile(stamp, hash);
		log(`  ${step.name}: made in ${seconds(performance.now() - started)}`);
	}
}

async function inputHash(root: string, step: GenerateStep, file: string): Promise<string> {
	try {
		return await hashPaths(root, [...step.inputs, file]);
	} catch (error) {
		throw new Error(`The step "${step.name}" names an input that cannot be read: ${String(error)}`, {
			cause: error,
		});
	}
}
