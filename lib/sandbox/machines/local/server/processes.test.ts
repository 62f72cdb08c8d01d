import { describe, expect, it } from "vitest";
import { groupsUnder, isAlive, listProcesses, parsePs, processIdentity, signalGroup } from "./processes";

describe("processes", () => {
	it("finds this one, and tells it from others by its start", () => {
		expect(listProcesses().some((row) => row.pid === process.pid && row.ppid === process.ppid)).toBe(true);
		expect(isAlive(process.pid)).toBe(true);
		expect(processIdentity(process.pid)).toBe(processIdentity(process.pid));
		expect(processIdentity(process.pid)).not.toBe(processIdentity(1));
		// Larger than any system hands out.
		expect(isAlive(2 ** 30)).toBe(false);
		expect(processIdentity(2 ** 30)).toBeNull();
	});

	it("never signals everything or its own group by a number that means so", () => {
		for (const group of [-1, 0, 1]) expect(signalGroup(group, 0)).toBe(false);
	});

	it("reads the table of ps without the zombies", () => {
		expect(parsePs("  1     0     1 Ss\n 42 1 42 S+  \n 43 42 42 Z\n\n")).toEqual([
			{ pid: 1, ppid: 0, pgid: 1 },
			{ pid: 42, ppid: 1, pgid: 42 },
		]);
	});

	it("follows descendants into groups of their own, in whatever order they are listed", () => {
		const rows = [
			{ pid: 30, ppid: 20, pgid: 30 },
			{ pid: 20, ppid: 10, pgid: 10 },
			{ pid: 10, ppid: 5, pgid: 10 },
			{ pid: 5, ppid: 1, pgid: 5 },
			{ pid: 99, ppid: 5, pgid: 5 },
		];
		expect(groupsUnder(rows, 10).sort()).toEqual([10, 30]);
	});

	it("still knows a group whose leader has ended", () => {
		const rows = [
			{ pid: 21, ppid: 1, pgid: 10 },
			{ pid: 31, ppid: 21, pgid: 31 },
			{ pid: 40, ppid: 1, pgid: 40 },
		];
		expect(groupsUnder(rows, 10).sort()).toEqual([10, 31]);
	});
});
