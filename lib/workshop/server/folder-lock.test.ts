import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FolderTaken, lockFolder } from "./folder-lock";

let place: string;
beforeAll(async () => {
	place = await mkdtemp(join(tmpdir(), "workshop-lock-"));
});
afterAll(() => rm(place, { recursive: true, force: true }));

test("one at a time, and free again when it is released", async () => {
	const folder = join(place, "one");
	const lock = await lockFolder(folder);
	await expect(lockFolder(folder)).rejects.toThrow(FolderTaken);
	await lock.release();
	const next = await lockFolder(folder);
	await lock.release();
	await expect(lockFolder(folder)).rejects.toMatchObject({ pid: process.pid });
	await next.release();
	expect(await readdir(place)).toEqual([]);
});

test("of many at once exactly one gets it, also where a dead process left its lock", async () => {
	const folder = join(place, "many");
	const child = spawn(process.execPath, ["-e", ""]);
	await new Promise((resolve) => child.once("exit", resolve));
	await writeFile(`${folder}.lock`, JSON.stringify({ pid: child.pid, token: "dead" }));
	const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => lockFolder(folder)));
	const locks = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
	expect(locks).toHaveLength(1);
	for (const outcome of outcomes) {
		if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(FolderTaken);
	}
	await locks[0]?.release();
	expect(await readdir(place)).toEqual([]);
});

test("a lock that nobody touches any more is void though its process number is in use", async () => {
	const folder = join(place, "old");
	const file = `${folder}.lock`;
	await writeFile(file, JSON.stringify({ pid: process.pid, token: "old" }));
	await expect(lockFolder(folder)).rejects.toThrow(FolderTaken);
	const longAgo = new Date(Date.now() - 60_000);
	await utimes(file, longAgo, longAgo);
	await (await lockFolder(folder)).release();
});

test("half a lock is nobody's", async () => {
	const folder = join(place, "half");
	await writeFile(`${folder}.lock`, "{");
	await (await lockFolder(folder)).release();
});
