import { readdirSync, readFileSync } from "node:fs";

/** What the app's processes use right now. */
export interface ProcessUse {
	pids: number[];
	/** Milliseconds of processor time of those that live, and of those that they have waited for. */
	cpuMs: number;
	/** What is in memory, in megabytes. */
	memoryMb: number;
}

interface Row {
	pid: number;
	parent: number;
	session: number;
	cpuMs: number;
}

/** A tick of proc(5) is a hundredth of a second on every Linux that Node runs on. */
const TICK_MS = 10;

/**
 * What `root`, all that descends from it and all of its session use, or `null` where the system does not say: only Linux
 * does, in /proc. Synchronous, so that what it says is of one moment.
 * @param root `null` for all processes of this process's own PID namespace but its first one and this process
 */
export function processUse(root: number | null): ProcessUse | null {
	if (process.platform !== "linux") return null;
	try {
		const rows = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? rowOf(Number(name)) : []));
		const members =
			root === null ? rows.filter(({ pid }) => pid !== 1 && pid !== process.pid) : membersOf(rows, root);
		return {
			pids: members.map(({ pid }) => pid),
			cpuMs: members.reduce((sum, row) => sum + row.cpuMs, 0),
			memoryMb: members.reduce((sum, row) => sum + memoryOf(row.pid), 0),
		};
	} catch {
		// Linux without /proc.
		return null;
	}
}

/** The rows of `root`'s tree and session: a child whose parent has ended belongs to nobody's tree any more. */
export function membersOf<R extends Pick<Row, "pid" | "parent" | "session">>(
	rows: readonly R[],
	root: number,
): R[] {
	const inside = new Set([root]);
	// Parents may stand after their children, so go on until nothing new is found.
	for (let grown = true; grown; ) {
		grown = false;
		for (const { pid, parent, session } of rows) {
			if (inside.has(pid) || !(inside.has(parent) || session === root)) continue;
			inside.add(pid);
			grown = true;
		}
	}
	return rows.filter(({ pid }) => inside.has(pid));
}

/** Reads `/proc/<pid>/stat`; nothing for a process that has ended, also where nobody has asked for its exit code. */
function rowOf(pid: number): Row[] {
	try {
		const text = readFileSync(`/proc/${pid}/stat`, "utf8");
		// The name before it may hold spaces and brackets, so cut at the last one.
		const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
		if (fields[0] === "Z") return [];
		const number = (index: number) => Number(fields[index]);
		// Fields 14 to 17 of proc(5), counted from the state (field 3): its own time, and of children it has waited for.
		const ticks = number(11) + number(12) + number(13) + number(14);
		return [{ pid, parent: number(1), session: number(3), cpuMs: ticks * TICK_MS }];
	} catch {
		return [];
	}
}

function memoryOf(pid: number): number {
	try {
		const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
		return Number(kilobytes ?? 0) / 1024;
	} catch {
		return 0;
	}
}

/** Whether bubblewrap has given this process a PID namespace: its own first process is then number 1 here. */
export function isShutIn(): boolean {
	try {
		return process.pid !== 1 && readFileSync("/proc/1/comm", "utf8").trim() === "bwrap";
	} catch {
		return false;
	}
}

/** How often the rest of a tree is looked for: what is being killed may start others meanwhile. */
const ROUNDS = 50;

/** Ends by force what {@link processUse} counts; without a pid in `root` all at once. */
export function endAll(root: number | null): void {
	if (root === null) {
		// Anywhere else it would end everything that this user has on the computer.
		if (!isShutIn()) return;
		// To the system: every process that may be signalled, but this one and the first one of the namespace.
		signal(-1);
		return;
	}
	for (let round = 0; round < ROUNDS; round++) {
		const pids = processUse(root)?.pids ?? [];
		if (pids.length === 0) return;
		for (const pid of pids) signal(pid);
	}
}

function signal(pid: number): void {
	try {
		process.kill(pid, "SIGKILL");
	} catch {
		// Ended meanwhile.
	}
}
