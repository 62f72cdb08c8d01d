import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import * as z from "zod";

/** A lock whose file was not touched for so long has no holder, even where its process number is in use again. */
const STALE_MS = 15_000;
const TOUCH_MS = 3_000;

const contentSchema = z.object({ pid: z.number().int(), token: z.string() });

export interface FolderLock {
	release(): Promise<void>;
}

/** Thrown when another process has the folder. */
export class FolderTaken extends Error {
	override readonly name = "FolderTaken";
	constructor(readonly pid: number) {
		super(`Process ${pid} has the folder.`);
	}
}

/**
 * Takes `<folder>.lock` for this process. PGlite has no lock of its own, and of two processes on one folder one loses
 * what it wrote. A lock left behind by a process that was killed is taken over.
 * @throws FolderTaken
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
	const file = `${folder}.lock`;
	const token = randomUUID();
	const mine = `${file}.${token}`;
	await writeFile(mine, JSON.stringify({ pid: process.pid, token }));
	try {
		for (let attempt = 0; ; attempt++) {
			// A link is made whole or not at all, so no reader sees half a lock.
			const made = await link(mine, file).then(
				() => true,
				(error: NodeJS.ErrnoException) => {
					if (error.code === "EEXIST") return false;
					throw error;
				},
			);
			if (made) break;
			const holder = await holderOf(file);
			if (holder !== null && (holder.alive || attempt >= 5)) throw new FolderTaken(holder.pid);
			if (holder !== null) await removeStale(file, holder.token);
		}
	} finally {
		await rm(mine, { force: true });
	}
	const timer = setInterval(() => {
		const now = new Date();
		utimes(file, now, now).catch(() => {});
	}, TOUCH_MS);
	timer.unref();
	return {
		async release() {
			clearInterval(timer);
			const holder = await holderOf(file);
			if (holder?.token === token) await rm(file, { force: true });
		},
	};
}

async function holderOf(file: string): Promise<{ pid: number; token: string; alive: boolean } | null> {
	try {
		const [text, { mtimeMs }] = await Promise.all([readFile(file, "utf8"), stat(file)]);
		const parsed = contentSchema.safeParse(JSON.parse(text));
		if (!parsed.success) return { pid: 0, token: text, alive: false };
		const { pid, token } = parsed.data;
		return { pid, token, alive: Date.now() - mtimeMs < STALE_MS && isRunning(pid) };
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
		if (error instanceof SyntaxError) return { pid: 0, token: "", alive: false };
		throw error;
	}
}

/** Takes the stale lock away; puts it back when it was another's fresh one by then. */
async function removeStale(file: string, token: string): Promise<void> {
	const aside = `${file}.${randomUUID()}`;
	try {
		await rename(file, aside);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
		throw error;
	}
	const taken = await holderOf(aside);
	if (taken !== null && taken.token !== token) await link(aside, file).catch(() => {});
	await rm(aside, { force: true });
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
}
