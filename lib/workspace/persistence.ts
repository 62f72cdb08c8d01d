import { type ReadRecord, readRecord, type WorkspaceRecord } from "./record";
import type { WorkspaceStorage } from "./storage";

export type Loaded =
	| { kind: "none" }
	| { kind: "record"; record: WorkspaceRecord }
	/** What was kept could not be used; it stands under `key` now. */
	| { kind: "set-aside"; why: "newer" | "damaged"; key: string };

export interface Persistence {
	/** Reads what is kept. What cannot be used is copied to another key first; rejects when storage does not work. */
	load(): Promise<Loaded>;
	/** Writes `record`. When `load` has not succeeded yet, what stands there is put aside first. */
	save(record: WorkspaceRecord): Promise<void>;
}

/**
 * Keeps the record of one lesson without ever overwriting something it could not read.
 * @param now milliseconds since the epoch, for the names of what is put aside
 */
export function createPersistence(storage: WorkspaceStorage, lesson: string, now: () => number): Persistence {
	let known = false;

	async function setAside(stored: unknown): Promise<string> {
		const key = `${lesson}#set-aside-${now()}`;
		await storage.write(key, stored);
		return key;
	}

	async function load(): Promise<Loaded> {
		const stored = await storage.read(lesson);
		const result: ReadRecord = readRecord(stored, lesson);
		if (result.kind === "newer" || result.kind === "damaged") {
			const key = await setAside(stored);
			known = true;
			return { kind: "set-aside", why: result.kind, key };
		}
		known = true;
		return result;
	}

	return {
		load,
		async save(record) {
			if (!known) {
				const stored = await storage.read(lesson);
				if (stored !== undefined) await setAside(stored);
				known = true;
			}
			await storage.write(lesson, record);
		},
	};
}
