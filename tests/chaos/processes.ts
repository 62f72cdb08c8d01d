import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { MACHINE_VARIABLE } from "@/lib/sandbox/machines/local/server/environment";
import {
	isAlive,
	listProcesses,
	processesMarked,
	processIdentity,
} from "@/lib/sandbox/machines/local/server/processes";
import { MACHINE_ID, machinePlaces } from "@/lib/sandbox/machines/local/server/records";

/** The processes of one sandbox, by what they are. */
export interface SandboxProcesses {
	agent: number | null;
	/** Everything of Next.js. */
	next: number[];
	/** The one of them that answers. */
	server: number | null;
	all: number[];
}

export function processesOf(machine: string): SandboxProcesses {
	const all = processesMarked(MACHINE_VARIABLE, machine).map(({ pid }) => pid);
	const titled = all.map((pid) => ({ pid, title: commandOf(pid) }));
	const agent = titled.find(({ title }) => title.includes("agent"))?.pid ?? null;
	const server = titled.find(({ title }) => title.startsWith("next-server"))?.pid ?? null;
	return { agent, server, next: all.filter((pid) => pid !== agent), all };
}

/** Sends the signal to those of them that still run. */
export function signalAll(pids: readonly (number | null)[], signal: NodeJS.Signals): void {
	for (const pid of pids) {
		if (pid === null) continue;
		try {
			process.kill(pid, signal);
		} catch {
			// It has ended already.
		}
	}
}

export function anyAlive(pids: readonly number[]): boolean {
	return pids.some((pid) => isAlive(pid) && processIdentity(pid) !== null);
}

/** What is left in a folder of sandboxes, and runs, that should not. */
export interface Leftovers {
	/** Folders of machines whose playground does not run any more. */
	folders: string[];
	/** Processes of machines that have no folder, or that do not descend from the playground `product`. */
	processes: string[];
}

/**
 * @param folder `.sandboxes`
 * @param known ids of machines seen so far; those in the folder are added
 */
export async function leftoversIn(folder: string, known: Set<string>, product: number): Promise<Leftovers> {
	const present = (await readdir(folder)).filter((name) => MACHINE_ID.test(name));
	for (const id of present) known.add(id);
	const folders = present.filter((id) => !hasLiveOwner(folder, id));
	const rows = listProcesses();
	const parents = new Map(rows.map(({ pid, ppid }) => [pid, ppid]));
	const descends = (pid: number | undefined): boolean =>
		pid !== undefined && (pid === product || descends(parents.get(pid)));
	const processes = [...known].flatMap((id) =>
		processesMarked(MACHINE_VARIABLE, id)
			.filter(({ pid }) => !present.includes(id) || !descends(pid))
			.map(({ pid }) => `${pid} (${id}: ${commandOf(pid)})`),
	);
	return { folders, processes };
}

function hasLiveOwner(folder: string, id: string): boolean {
	try {
		const record = JSON.parse(readFileSync(machinePlaces(folder, id).record, "utf8"));
		return processIdentity(record.owner.pid) === record.owner.identity;
	} catch {
		return false;
	}
}

function commandOf(pid: number): string {
	try {
		return readFileSync(join("/proc", String(pid), "cmdline"), "utf8")
			.replaceAll("\0", " ")
			.trim();
	} catch {
		return "";
	}
}
