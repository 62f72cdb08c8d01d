import type { ProgressEvent } from "@/lib/progress/events";
import { type ProgressKeeper, progressKeeper } from "@/lib/progress/store";
import { exportProgress, importProgress, refuseDamaged } from "@/lib/progress/transfer";
import { openArchive, type WorkspaceArchive } from "@/lib/workspace/archive";
import { isNewer, type WorkspaceRecord, workspaceRecordSchema } from "@/lib/workspace/record";

export type ImportOutcome =
	| { ok: true; events: number; lessons: number; earlier: number }
	| { ok: false; reason: string };

/** Everything that this browser keeps of a learner, as one file. */
export interface Backup {
	/**
	 * The text of a file with everything kept.
	 * @param open records of workspaces that are open on this page: they count also where the browser keeps nothing
	 */
	exportText(open?: readonly WorkspaceRecord[]): Promise<string>;
	/** Adds what such a file holds, or says why not and changes nothing. */
	importText(text: string): Promise<ImportOutcome>;
}

export function createBackup(
	keeper: Pick<ProgressKeeper, "events" | "add">,
	archive: WorkspaceArchive,
	now: () => number = Date.now,
): Backup {
	return {
		async exportText(open = []) {
			const kept = await archive.readAll().catch(() => []);
			const records = new Map(kept.map((record) => [record.lesson, record]));
			for (const record of open) {
				const other = records.get(record.lesson);
				if (!other || isNewer(record, other)) records.set(record.lesson, record);
			}
			return exportProgress(await keeper.events(), now(), [...records.values()]);
		},
		async importText(text) {
			const result = importProgress(text);
			if (!result.ok) return result;
			const records: WorkspaceRecord[] = [];
			for (const [index, value] of result.workspaces.entries()) {
				const parsed = workspaceRecordSchema.safeParse(value);
				// Under such a name lies what was put aside.
				if (!parsed.success || parsed.data.lesson.includes("#")) return refuseDamaged(`workspaces.${index}`);
				records.push(parsed.data);
			}
			return bringIn(result.events, records);
		},
	};

	async function bringIn(events: ProgressEvent[], records: WorkspaceRecord[]): Promise<ImportOutcome> {
		try {
			const { taken, asEarlier } = await archive.bringIn(records);
			return { ok: true, events: await keeper.add(events), lessons: taken, earlier: asEarlier };
		} catch {
			return {
				ok: false,
				reason:
					"This browser did not let the page keep all of it (a private window, or no space left). What was here before is unchanged; importing the same file again goes on where it stopped.",
			};
		}
	}
}

let shared: Backup | null = null;

/** The backup of this browser. */
export function backup(): Backup {
	shared ??= createBackup(progressKeeper(), openArchive());
	return shared;
}
