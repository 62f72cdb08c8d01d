import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Kept with the sources, so that a snapshot is made in seconds and is the same on every computer. */
export const TRACE_FILE = "scripts/snapshot/traced-files.txt";
const HEAD =
	"# What `next dev --webpack` has read in node_modules. Made by `npm run snapshot -- --trace` on Next.js ";

export interface Trace {
	nextVersion: string;
	/** Below node_modules. */
	files: string[];
}

/** Throws when the trace is of another Next.js than the one that is installed. */
export async function readTrace(root: string): Promise<Trace> {
	const [head = "", ...files] = (await readFile(join(root, TRACE_FILE), "utf8")).trimEnd().split("\n");
	const nextVersion = await installedNext(root);
	if (head !== HEAD + nextVersion) {
		throw new Error(
			`${TRACE_FILE} is not of Next.js ${nextVersion}, which is installed. Run "npm run snapshot -- --trace", and see whether the lessons still hold on the machine "webcontainer".`,
		);
	}
	return { nextVersion, files };
}

export async function writeTrace(root: string, files: string[]): Promise<void> {
	await writeFile(join(root, TRACE_FILE), `${HEAD}${await installedNext(root)}\n${files.join("\n")}\n`);
}

export async function installedNext(root: string): Promise<string> {
	const text = await readFile(join(root, "node_modules/next/package.json"), "utf8");
	return (JSON.parse(text) as { version: string }).version;
}
