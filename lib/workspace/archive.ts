import { dequal } from "dequal/lite";
import { randomId } from "@/lib/util/random-id";
import { type OpenTabChannel, openBroadcastChannel } from "./channel";
import { withSnapshot } from "./edits";
import { type Exclusively, webLocks } from "./locks";
import { mergeSnapshots } from "./merge";
import { createPersistence } from "./persistence";
import { isNewer, readRecord, type WorkspaceRecord } from "./record";
import { indexedDbStorage, type WorkspaceStorage } from "./storage";

/** How many lessons an import has changed. */
export interface BroughtIn {
	/** Their files are now those of the import. */
	taken: number;
	/** Newer work was here and stays; the files of the import are among the earlier states. */
	asEarlier: number;
}

/** The workspaces of all lessons in this browser. */
export interface WorkspaceArchive {
	/** Every record that can be read. */
	readAll(): Promise<WorkspaceRecord[]>;
	/** Adds records of elsewhere; what they replace stays among the earlier states. The same ones twice change nothing. */
	bringIn(records: readonly WorkspaceRecord[]): Promise<BroughtIn>;
}

export function openArchive({
	storage = indexedDbStorage(),
	exclusively = webLocks(),
	openChannel = openBroadcastChannel,
	now = Date.now,
}: {
	storage?: WorkspaceStorage;
	exclusively?: Exclusively;
	openChannel?: OpenTabChannel;
	/** Milliseconds since the epoch. */
	now?: () => number;
} = {}): WorkspaceArchive {
	async function bringInOne(from: WorkspaceRecord): Promise<Joined["how"]> {
		let joined: Joined | null = null;
		const persistence = createPersistence(storage, from.lesson, now, exclusively);
		await persistence.save((here) => {
			joined = join(here, from, now());
			return joined.record;
		});
		const { record, how } = joined as unknown as Joined;
		if (how !== "known") tell(record);
		return how;
	}

	/** A tab in which the lesson is open shows it at once. */
	function tell(record: WorkspaceRecord): void {
		const controller = new AbortController();
		openChannel(record.lesson, () => undefined, controller.signal).post(record);
		controller.abort();
	}

	return {
		async readAll() {
			// What was put aside has a key that is no lesson's.
			const lessons = (await storage.keys()).filter((key) => !key.includes("#"));
			const read = await Promise.all(
				lessons.map(async (lesson) => readRecord(await storage.read(lesson), lesson)),
			);
			return read.flatMap((each) => (each.kind === "record" ? [each.record] : []));
		},
		async bringIn(records) {
			const outcome: BroughtIn = { taken: 0, asEarlier: 0 };
			for (const record of records) {
				const how = await bringInOne(record);
				if (how === "taken") outcome.taken += 1;
				if (how === "earlier") outcome.asEarlier += 1;
			}
			return outcome;
		},
	};
}

interface Joined {
	record: WorkspaceRecord;
	how: "taken" | "earlier" | "known";
}

function join(here: WorkspaceRecord | null, from: WorkspaceRecord, now: number): Joined {
	const stamp = { changedAt: Math.max(now, (here?.changedAt ?? 0) + 1), origin: randomId() };
	if (here === null) return { record: { ...from, ...stamp }, how: "taken" };
	const isHere = [here, ...here.snapshots].some(({ edits }) => dequal(edits, from.edits));
	if (isHere || Object.keys(from.edits).length === 0) return { record: here, how: "known" };
	const snapshots = mergeSnapshots([], here.snapshots, from.snapshots);
	if (Object.keys(here.edits).length === 0 || isNewer(from, here)) {
		const before = { label: "Before: files imported", at: now, edits: here.edits };
		return { record: { ...from, ...stamp, snapshots: withSnapshot(snapshots, before) }, how: "taken" };
	}
	const earlier = { label: "From an imported file", at: from.changedAt, edits: from.edits, aside: true };
	return { record: { ...here, ...stamp, snapshots: withSnapshot(snapshots, earlier) }, how: "earlier" };
}
