import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type AppData, dataSchema } from "@/lib/sandbox/agent-protocol";
import { AgentError } from "./agent-error";
import { prerenderedPaths } from "./build-manifests";
import { RESET_CACHES_PATH } from "./names";
import { type Server, sendOwnRequest } from "./own-requests";

const DB = "data/db.json";
const SEED = "data/seed.json";

/** Where Next.js keeps `fetch` and `unstable_cache` results, in development and in production. */
const CACHE_FOLDERS = [".next/dev/cache/fetch-cache", ".next/cache/fetch-cache"];

/** The app's data: what it last wrote, or the seed where it has written nothing yet. Throws an `AgentError`. */
export async function readAppData(folder: string): Promise<AppData> {
	const written = await readData(folder, DB);
	if (written !== null) return written;
	const seed = await readData(folder, SEED);
	if (seed !== null) return seed;
	throw new AgentError("internal", `The app has neither ${DB} nor ${SEED}. Reset your files and try again.`);
}

/** Puts `data`, or the seed, in the place of the app's data. A reader sees the old or the new, never half of it. */
export async function writeAppData(folder: string, data: AppData | undefined): Promise<void> {
	const next = data ?? (await readData(folder, SEED));
	if (next === null) {
		throw new AgentError("internal", `The app has no ${SEED} to go back to. Reset your files and try again.`);
	}
	await mkdir(join(folder, "data"), { recursive: true });
	const temporary = join(folder, "data", `.db-${process.pid}.tmp`);
	await writeFile(temporary, `${JSON.stringify(next, null, "\t")}\n`);
	await rename(temporary, join(folder, DB));
}

/**
 * Empties the data cache: on disk, where it would outlive a restart, and in the running server, which the recorder
 * answers for. `server` is `null` while none runs. Gives what could not be done, as a sentence, or `null`.
 */
export async function emptyCaches(folder: string, server: Server | null): Promise<string | null> {
	await Promise.all(CACHE_FOLDERS.map((path) => rm(join(folder, path), { recursive: true, force: true })));
	if (server === null) return null;
	const answer = await sendOwnRequest(server, "POST", RESET_CACHES_PATH, 3_000);
	const said = typeof answer === "string" ? answer : answer.status;
	return said === 204 ? null : `The caches of Next.js could not be emptied (${said}).`;
}

/**
 * Renders the pages that the build prerendered once more, over the data that is there now: as a build over that data
 * would have left them. Otherwise the first visitor after an action would meet a page that is fresher than it should be.
 */
export async function prerenderAgain(folder: string, server: Server): Promise<void> {
	for (const path of await prerenderedPaths(folder)) await sendOwnRequest(server, "GET", path, 20_000);
}

async function readData(folder: string, path: string): Promise<AppData | null> {
	const text = await readFile(join(folder, path), "utf8").catch((error: NodeJS.ErrnoException) => {
		if (error.code === "ENOENT") return null;
		throw error;
	});
	if (text === null) return null;
	try {
		return dataSchema.parse(JSON.parse(text));
	} catch {
		throw new AgentError(
			"internal",
			`${path} does not hold tables of rows as JSON any more. Resetting the data puts the seed back.`,
		);
	}
}
