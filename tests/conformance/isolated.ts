import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import type { IsolationSystem } from "@/lib/sandbox/machines/local/server/isolation";
import { probeIsolation } from "@/lib/sandbox/machines/local/server/isolation-probe";

const probe = probeIsolation();

/** Why machines cannot be isolated here; `null` where they can. */
export const missing: string | null = "missing" in probe ? probe.missing : null;

/** What machines are isolated with here, or `null`; then the tests that need it are left out, and say so. */
export const isolation: IsolationSystem | null = "system" in probe ? probe.system : null;
if ("missing" in probe) {
	// A command line of ours that bubblewrap refuses is no reason to leave anything out.
	const simplest = ["--unshare-all", "--ro-bind", "/", "/", "--proc", "/proc", "--dev", "/dev", "true"];
	if (spawnSync("bwrap", simplest).status === 0)
		throw new Error(`bubblewrap works here, and yet: ${probe.missing}`);
	console.warn(`Isolated machines are not tested here: ${probe.missing}.`);
}

/** The numbers on this computer of the processes of `machine` that know themselves by `pids` (proc(5), NSpid). */
export function pidsOutside(machine: string, pids: number[]): number[] {
	const found = readdirSync("/proc").flatMap((name) => {
		try {
			if (!/^\d+$/.test(name)) return [];
			const environment = readFileSync(`/proc/${name}/environ`, "utf8").split("\0");
			if (!environment.includes(`PLAYGROUND_MACHINE=${machine}`)) return [];
			const [, numbers = ""] = /^NSpid:\s+(.+)$/m.exec(readFileSync(`/proc/${name}/status`, "utf8")) ?? [];
			const [, inside] = numbers.split("\t").map(Number);
			return inside === undefined ? [] : [{ outside: Number(name), inside }];
		} catch {
			return [];
		}
	});
	return pids.flatMap((pid) => found.filter(({ inside }) => inside === pid).map(({ outside }) => outside));
}
