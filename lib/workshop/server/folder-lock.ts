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
	/** `pid`: the holder's process number, 0 where it is not known. */
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
		if (!(await linked(mine, file))) await takeOver(mine, file);
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

/**
 * Puts `mine` in the place of a lock that has no holder. Only one process does so at a time, and it looks again while it
 * may: otherwise a second one would take away what the first has just put there.
 * @throws FolderTaken
 */
async function takeOver(mine: string, file: string): Promise<void> {
	const turn = `${file}.turn`;
	const holder = await holderOf(file);
	if (holder?.alive) throw new FolderTaken(holder.pid);
	if (!(await linked(mine, turn))) {
		const other = await holderOf(turn);
		if (other !== null && !other.alive) await rm(turn, { force: true });
		throw new FolderTaken(other?.pid ?? 0);
	}
	try {
		const now = await holderOf(file);
		if (now?.alive) throw new FolderTaken(now.pid);
		if (now === null) {
			if (!(await linked(mine, file))) throw new FolderTaken(0);
		} else await rename(mine, file);
	} finally {
		await rm(turn, { force: true });
	}
}

/** A link is made whole or not at all, so no reader sees half a lock. Gives `false` where there is one already. */
async function linked(from: string, to: string): Promise<boolean> {
	try {
		await link(from, to);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
		throw error;
	}
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
}
