import { execFileSync, type StdioOptions, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/*
 * Everything here is synchronous on purpose: it must also work while the playground's process is ending, when no
 * promise is run any more.
 */

export interface ProcessRow {
	pid: number;
	ppid: number;
	/** Process group. */
	pgid: number;
}

/** The processes of this computer; empty on Windows, where `taskkill /T` walks the tree itself. */
export function listProcesses(): ProcessRow[] {
	if (process.platform === "win32") return [];
	if (process.platform !== "linux") return parsePs(psOutput(["-axo", "pid=,ppid=,pgid=,stat="]));
	const rows: ProcessRow[] = [];
	for (const name of readdirSync("/proc")) {
		if (!/^\d+$/.test(name)) continue;
		const fields = statFields(Number(name));
		// A zombie has ended; it only waits for its parent to ask.
		if (fields !== null && fields[0] !== "Z")
			rows.push({ pid: Number(name), ppid: Number(fields[1]), pgid: Number(fields[2]) });
	}
	return rows;
}

/** Reads `ps -axo pid=,ppid=,pgid=,stat=`, without the zombies. */
export function parsePs(text: string): ProcessRow[] {
	return text.split("\n").flatMap((line) => {
		const [pid, ppid, pgid, state] = line.trim().split(/\s+/);
		if (!pid || !ppid || !pgid || state?.startsWith("Z")) return [];
		return [{ pid: Number(pid), ppid: Number(ppid), pgid: Number(pgid) }];
	});
}

/**
 * The process groups of `root` and of everything that descends from it: a program inside a machine may put its own
 * children into groups of their own (the agent does so with Next.js).
 */
export function groupsUnder(rows: readonly ProcessRow[], root: number): number[] {
	const inTree = new Set([root]);
	// Parents may stand after their children in the list, so go on until nothing new is found.
	for (let grown = true; grown; ) {
		grown = false;
		for (const row of rows) {
			if (!inTree.has(row.pid) && (inTree.has(row.ppid) || row.pgid === root)) {
				inTree.add(row.pid);
				grown = true;
			}
		}
	}
	const groups = new Set(rows.filter((row) => inTree.has(row.pid)).map((row) => row.pgid));
	return [...groups];
}

/** Sends `signal` to a whole process group; false when nothing of it is left. */
export function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean {
	// To the system -1 means every process and 0 our own group.
	if (group <= 1) return false;
	try {
		process.kill(-group, signal);
		return true;
	} catch (error) {
		// EPERM: it lives, and belongs to somebody else by now.
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
}

/** Whether a member of the group still runs; a zombie does not. */
export function groupRuns(group: number): boolean {
	if (!signalGroup(group, 0)) return false;
	return listProcesses().some((row) => row.pgid === group);
}

/** Ends a process and its children at once on Windows, where there are no process groups. */
export function killTreeOnWindows(pid: number): void {
	spawnSync("taskkill", ["/pid", String(pid), "/T", "/F"], { stdio: "ignore", windowsHide: true });
}

/** Whether a process with this id runs (whoever owns it). */
export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
}

/**
 * Tells a process from a later one that was given the same id: when it was started, as the system itself counts
 * it. `null` when no such process runs. On Windows only that it runs can be said.
 */
export function processIdentity(pid: number): string | null {
	if (process.platform === "linux") {
		const fields = statFields(pid);
		if (fields === null || fields[0] === "Z") return null;
		// Field 22 of proc(5), counted from the state (field 3); ticks since boot, hence the boot's own id.
		return `${bootId()}:${fields[19]}`;
	}
	if (process.platform === "win32") return isAlive(pid) ? "alive" : null;
	return psOutput(["-o", "lstart=", "-p", String(pid)]).trim() || null;
}

/** A process's working directory without links; `null` where the system does not say. */
export function workingDirectory(pid: number): string | null {
	try {
		return process.platform === "linux" ? readlinkSync(`/proc/${pid}/cwd`) : null;
	} catch {
		return null;
	}
}

/** Processes whose environment holds `variable=value`, as far as the system says so. */
export function processesMarked(variable: string, value: string): ProcessRow[] {
	const mark = `${variable}=${value}`;
	if (process.platform === "win32") return [];
	if (process.platform !== "linux") {
		// -E: with the environment, behind the command.
		const text = psOutput(["-axwwE", "-o", "pid=,ppid=,pgid=,stat=,command="]);
		return parsePs(
			text
				.split("\n")
				.filter((line) => line.split(" ").includes(mark))
				.join("\n"),
		);
	}
	return listProcesses().filter((row) => {
		try {
			return readFileSync(`/proc/${row.pid}/environ`, "utf8").split("\0").includes(mark);
		} catch {
			return false;
		}
	});
}

/** `/proc/<pid>/stat` from the state on. The name before it may hold spaces and brackets, so cut at the last one. */
function statFields(pid: number): string[] | null {
	try {
		const text = readFileSync(`/proc/${pid}/stat`, "utf8");
		return text.slice(text.lastIndexOf(")") + 2).split(" ");
	} catch {
		return null;
	}
}

function bootId(): string {
	return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
}

/** `ps` says "no such process" by its exit code; that is an answer, not an error. */
function psOutput(args: string[]): string {
	try {
		const stdio: StdioOptions = ["ignore", "pipe", "ignore"];
		return execFileSync("ps", args, { encoding: "utf8", stdio, maxBuffer: 64_000_000 });
	} catch {
		return "";
	}
}
