import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { BaseApp } from "@/lib/lessons/types";
import { SandboxError } from "@/lib/sandbox/errors";
import { type FileTree, hashTree } from "@/lib/sandbox/files";

const TEMPLATE = "sandbox-templates/next-app";

/** Built files of the product → where a machine expects them. */
const GENERATED: Record<string, string> = {
	".generated/agent/agent.mjs": ".sandbox/agent.mjs",
	".generated/agent/recorder.cjs": ".sandbox/recorder.cjs",
	".generated/bridge/bridge-core.js": ".sandbox/bridge-core.js",
	".generated/bridge/user-events.js": "public/__sandbox/user-events.js",
};

/** What tools leave behind in a folder that is only a template. */
const IGNORED = /^(node_modules|\.next|\.DS_Store|next-env\.d\.ts|.*\.tsbuildinfo)$/;

/**
 * The base app with the agent's files, as a machine must hold it before anything starts. Read anew at each call.
 * @param root the product's folder
 * @throws SandboxError `start-failed` naming the file that is missing or is no text
 */
export async function readBaseApp(root: string = process.cwd()): Promise<BaseApp> {
	const files: FileTree = {};
	for (const file of await filesBelow(path.join(/* turbopackIgnore: true */ root, TEMPLATE))) {
		files[file] = await readText(root, `${TEMPLATE}/${file}`);
	}
	for (const [source, place] of Object.entries(GENERATED)) files[place] = await readText(root, source);
	return { files, hash: hashTree(files) };
}

async function filesBelow(folder: string): Promise<string[]> {
	const found: string[] = [];
	async function walk(below: string): Promise<void> {
		const entries = await readdir(path.join(/* turbopackIgnore: true */ folder, below), {
			withFileTypes: true,
		}).catch((cause) => {
			throw missing(TEMPLATE, cause);
		});
		for (const entry of entries) {
			if (IGNORED.test(entry.name)) continue;
			const place = below === "" ? entry.name : `${below}/${entry.name}`;
			if (entry.isDirectory()) await walk(place);
			else if (entry.isFile()) found.push(place);
		}
	}
	await walk("");
	return found.sort();
}

async function readText(root: string, file: string): Promise<string> {
	const bytes = await readFile(path.join(/* turbopackIgnore: true */ root, file)).catch((cause) => {
		throw missing(file, cause);
	});
	try {
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch (cause) {
		throw new SandboxError("start-failed", `${file} is not UTF-8 text; a sandbox holds only text files.`, {
			cause,
		});
	}
}

function missing(file: string, cause: unknown): SandboxError {
	return new SandboxError(
		"start-failed",
		`No sandbox can be made, because ${file} cannot be read. Run "npm run generate", then try again.`,
		{ cause, retryable: true },
	);
}
