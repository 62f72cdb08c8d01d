import { ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { endWithServer } from "./server-watch";

const { emit } = ChildProcess.prototype;
let folder: string;
let ended: string[];

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "server-watch-"));
	ended = [];
	endWithServer((signal) => ended.push(signal));
});

afterEach(async () => {
	ChildProcess.prototype.emit = emit;
	await rm(folder, { recursive: true, force: true });
});

/** Runs a program of that name until it says that it runs. */
async function start(name: string, code = "setInterval(() => {}, 1_000)"): Promise<ChildProcess> {
	const file = join(folder, name);
	await writeFile(file, `process.send("runs"); ${code}`);
	const child = fork(file);
	await once(child, "message");
	return child;
}

it("tells of a server that was ended by a signal", async () => {
	const server = await start("start-server.js");
	server.kill("SIGKILL");
	await once(server, "exit");
	expect(ended).toEqual(["SIGKILL"]);
});

it("says nothing of a server that asks to be replaced, and of other programs", async () => {
	const server = await start("start-server.js", "process.exit(77)");
	if (server.exitCode === null) await once(server, "exit");
	const other = await start("other.js");
	other.kill("SIGKILL");
	await once(other, "exit");
	expect(ended).toEqual([]);
});
