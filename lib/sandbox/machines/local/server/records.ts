import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import * as z from "zod";
import { endNow } from "./ending";
import { MACHINE_VARIABLE } from "./environment";
import { isInside } from "./paths";
import {
	listProcesses,
	type ProcessRow,
	processesMarked,
	processIdentity,
	workingDirectory,
} from "./processes";

const processSchema = z.object({ pid: z.number().int().positive(), identity: z.string() });
const recordSchema = z.object({
	/** The playground's server that made the machine. */
	owner: processSchema,
	/** The leader of the agent's process group, once there is one. */
	group: processSchema.nullable(),
});
export type MachineRecord = z.infer<typeof recordSchema>;

export const MACHINE_ID = /^m-[0-9a-f]{16}$/;

/** Where one machine's things lie: the app's folder, and elsewhere what the app must not see. */
export function machinePlaces(folder: string, id: string) {
	const host = path.join(/* turbopackIgnore: true */ folder, ".host");
	return {
		app: path.join(/* turbopackIgnore: true */ folder, id),
		host,
		scratch: path.join(/* turbopackIgnore: true */ host, `${id}.tmp`),
		record: path.join(/* turbopackIgnore: true */ host, `${id}.json`),
		/** Of an isolated machine only. Elsewhere, because the path of a socket must be short. */
		enclosure: path.join(/* turbopackIgnore: true */ tmpdir(), `playground-${id}`),
	};
}

/**
 * Written in one step before anything else of the machine exists, and deleted last: what has no record belongs to
 * nobody.
 */
export async function writeRecord(folder: string, id: string, record: MachineRecord): Promise<void> {
	const places = machinePlaces(folder, id);
	await mkdir(places.host, { recursive: true });
	const temporary = `${places.record}.${process.pid}.new`;
	await writeFile(temporary, JSON.stringify(record));
	await rename(temporary, places.record);
}

export async function deleteRecord(folder: string, id: string): Promise<void> {
	await rm(machinePlaces(folder, id).record, { force: true });
}

/**
 * Deletes what a playground that is no longer running left behind: its machines' folders, and programs of theirs that
 * still run. Machines of another playground that runs now are left alone.
 * @returns the ids of what was deleted
 */
export async function cleanStale(folder: string): Promise<string[]> {
	const hosted = await namesIn(path.join(/* turbopackIgnore: true */ folder, ".host"));
	const names = [...(await namesIn(folder)), ...hosted.map((name) => name.replace(/\.(json|tmp)$/, ""))];
	const ids = [...new Set(names)].filter((name) => MACHINE_ID.test(name));
	const cleaned: string[] = [];
	for (const id of ids) {
		const record = await readRecord(folder, id);
		if (record && processIdentity(record.owner.pid) === record.owner.identity) continue;
		await cleanMachine(folder, id, record);
		cleaned.push(id);
	}
	return cleaned;
}

async function cleanMachine(folder: string, id: string, record: MachineRecord | null): Promise<void> {
	const places = machinePlaces(folder, id);
	const marked = () => processesMarked(MACHINE_VARIABLE, id).map((row) => row.pgid);
	const ours = () => {
		const { group } = record ?? { group: null };
		return group && groupIsOurs(inspectGroup(group.pid, places.app), group.identity) ? [group.pid] : [];
	};
	for (let attempt = 0; attempt < 50; attempt++) {
		const groups = [...marked(), ...ours()];
		if (groups.length === 0) break;
		for (const group of groups) endNow(group, null);
		await delay(20);
	}
	const deletion = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 };
	await rm(places.app, deletion);
	await rm(places.scratch, deletion);
	await rm(places.enclosure, deletion);
	await deleteRecord(folder, id);
}

export interface GroupFacts {
	/** {@link processIdentity} of the process that has the group's number now. */
	leaderIdentity: string | null;
	/** Whether members of the group work inside the machine's folder; `unknown` where the system does not say. */
	members: "inside" | "outside" | "none" | "unknown";
}

/**
 * Whether a process group is the one that the record names. Numbers are given out again: without proof it is somebody
 * else's, and is left alone.
 */
export function groupIsOurs(facts: GroupFacts, recordedIdentity: string): boolean {
	if (facts.leaderIdentity !== null && facts.leaderIdentity !== recordedIdentity) return false;
	if (facts.members === "inside") return true;
	return facts.members === "unknown" && facts.leaderIdentity === recordedIdentity;
}

function inspectGroup(group: number, appFolder: string): GroupFacts {
	const members = listProcesses().filter((row: ProcessRow) => row.pgid === group);
	const leaderIdentity = processIdentity(group);
	if (members.length === 0) return { leaderIdentity, members: "none" };
	// On Windows "it runs" is all that is known, which proves nothing.
	if (process.platform === "win32") return { leaderIdentity: null, members: "none" };
	if (process.platform !== "linux") return { leaderIdentity, members: "unknown" };
	const inside = members.some((row) => {
		const place = workingDirectory(row.pid);
		return place !== null && isInside(appFolder, place.replace(/ \(deleted\)$/, ""));
	});
	return { leaderIdentity, members: inside ? "inside" : "outside" };
}

async function readRecord(folder: string, id: string): Promise<MachineRecord | null> {
	try {
		return recordSchema.parse(JSON.parse(await readFile(machinePlaces(folder, id).record, "utf8")));
	} catch {
		return null;
	}
}

async function namesIn(folder: string): Promise<string[]> {
	return readdir(folder).catch((error: NodeJS.ErrnoException) => {
		if (error.code === "ENOENT") return [];
		throw error;
	});
}
