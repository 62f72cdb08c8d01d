import { setTimeout as delay } from "node:timers/promises";
import { RUN_VARIABLE } from "./environment";
import {
	groupRuns,
	groupsUnder,
	isAlive,
	killTreeOnWindows,
	listProcesses,
	processesMarked,
	signalGroup,
} from "./processes";

/** How long a program may take to end by itself before it is made to. */
export const GRACE_MS = 2_000;
const POLL_MS = 40;
/** What still runs after that cannot be ended: it waits for a disk, or is somebody else's by now. */
const GIVE_UP_MS = 5_000;

/**
 * Ends the process group that `leader` leads, and every group that its descendants made for themselves: politely
 * first, by force after {@link GRACE_MS}. Resolves once nothing of it runs that can be ended.
 * @param run the value of `PLAYGROUND_RUN` in its environment
 */
export async function endGracefully(leader: number, run: string): Promise<void> {
	if (process.platform === "win32") return killTreeOnWindows(leader);
	// Looked up before the leader ends: its children belong to nobody afterwards.
	const groups = groupsOf(leader, run);
	signalGroup(leader, "SIGTERM");
	await untilEnded(groups, GRACE_MS);
	for (const group of new Set([...groups, ...groupsOf(leader, run)])) signalGroup(group, "SIGKILL");
	await untilEnded(groups, GIVE_UP_MS);
}

async function untilEnded(groups: number[], ms: number): Promise<void> {
	const deadline = performance.now() + ms;
	while (performance.now() < deadline && groups.some(groupRuns)) await delay(POLL_MS);
}

/** The same at once and by force, without waiting: for what is left of a program that ended, and at process exit. */
export function endNow(leader: number, run: string | null): void {
	if (process.platform === "win32") {
		if (isAlive(leader)) killTreeOnWindows(leader);
		return;
	}
	for (const group of groupsOf(leader, run)) signalGroup(group, "SIGKILL");
}

function groupsOf(leader: number, run: string | null): number[] {
	const rows = listProcesses();
	const own = rows.find((row) => row.pid === process.pid)?.pgid;
	const marked = run === null ? [] : processesMarked(RUN_VARIABLE, run).map((row) => row.pgid);
	return [...new Set([leader, ...groupsUnder(rows, leader), ...marked])].filter((group) => group !== own);
}
