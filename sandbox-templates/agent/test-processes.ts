import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

interface ProcessRow {
	pid: number;
	parent: number;
	zombie: boolean;
}

/** For tests: the living processes that `pid` started, and those that they started. */
export function descendantsOf(pid: number): number[] {
	const rows = listProcesses().filter(({ zombie }) => !zombie);
	const found: number[] = [];
	for (let parents = [pid]; parents.length > 0; ) {
		parents = rows.filter((row) => parents.includes(row.parent)).map((row) => row.pid);
		found.push(...parents);
	}
	return found;
}

/** Which of `pids` still live. */
export function stillAlive(pids: number[]): number[] {
	const alive = new Set(listProcesses().flatMap(({ pid, zombie }) => (zombie ? [] : [pid])));
	return pids.filter((pid) => alive.has(pid));
}

/** `ps` is missing in slim containers, /proc on macOS. */
function listProcesses(): ProcessRow[] {
	return existsSync("/proc/self/stat") ? fromProc() : fromPs();
}

function fromProc(): ProcessRow[] {
	return readdirSync("/proc")
		.filter((name) => /^\d+$/.test(name))
		.flatMap((name) => {
			try {
				const stat = readFileSync(`/proc/${name}/stat`, "utf8");
				// The name in parentheses may hold anything, parentheses too.
				const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
				return [{ pid: Number(name), parent: Number(parent), zombie: state === "Z" }];
			} catch {
				return [];
			}
		});
}

function fromPs(): ProcessRow[] {
	const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,stat="], { encoding: "utf8" }).trim().split("\n");
	return lines.map((line) => {
		const [pid, parent, state = ""] = line.trim().split(/\s+/);
		return { pid: Number(pid), parent: Number(parent), zombie: state.startsWith("Z") };
	});
}
