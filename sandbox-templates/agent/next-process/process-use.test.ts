import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { stillAlive } from "../test-processes";
import { endAll, isShutIn, membersOf, processUse } from "./process-use";

const row = (pid: number, parent: number, session: number) => ({ pid, parent, session });

test("members are the tree, in any order, and who was left behind in its session", () => {
	const rows = [
		row(12, 11, 12),
		row(11, 10, 10),
		row(10, 1, 10),
		row(13, 1, 10),
		row(20, 1, 20),
		row(21, 20, 20),
	];
	expect(membersOf(rows, 10).map(({ pid }) => pid)).toEqual([12, 11, 10, 13]);
	expect(membersOf(rows, 99)).toEqual([]);
});

test("without bubblewrap around it, nothing is ended that is not of a tree", () => {
	expect(isShutIn()).toBe(false);
	const kill = vi.spyOn(process, "kill").mockReturnValue(true);
	endAll(null);
	expect(kill).not.toHaveBeenCalled();
	kill.mockRestore();
});

const CHILD = `
const { spawn } = require("node:child_process");
const idle = ["-e", "setInterval(() => {}, 1000)"];
const pids = [spawn(process.execPath, idle, { stdio: "ignore" }).pid];
pids.push(spawn(process.execPath, idle, { stdio: "ignore", detached: true }).pid);
const end = Date.now() + 300;
while (Date.now() < end);
console.log(JSON.stringify(pids));
setInterval(() => {}, 1000);
`;

describe.skipIf(process.platform !== "linux")("on Linux, which alone says what processes use", () => {
	test("counts the tree, its time and memory, and ends all of it", async () => {
		const root = spawn(process.execPath, ["-e", CHILD], {
			detached: true,
			stdio: ["ignore", "pipe", "inherit"],
		});
		onTestFinished(() => void root.kill("SIGKILL"));
		const [text] = await once(root.stdout, "data");
		const pids = [root.pid!, ...JSON.parse(String(text))];
		const use = processUse(root.pid!)!;
		expect(use.pids.sort()).toEqual(pids.sort());
		expect(use.cpuMs).toBeGreaterThan(200);
		expect(use.memoryMb).toBeGreaterThan(60);
		expect(use.memoryMb).toBeLessThan(1_000);
		endAll(root.pid!);
		await vi.waitFor(() => expect(stillAlive(pids)).toEqual([]));
		expect(processUse(root.pid!)?.pids).toEqual([]);
	});
});
