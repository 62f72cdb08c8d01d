import type { Exclusively } from "./locks";
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
	/**
	 * Writes what `next` makes of what stands there; no other tab writes in between. What cannot be read is put aside first.
	 * @param next called once, with `null` where nothing usable is kept
	 */
	save(next: (stored: WorkspaceRecord | null) => WorkspaceRecord): Promise<void>;
	/** Writes without a look at what stands there and without waiting for other tabs: for a page that goes away. */
	saveAtOnce(record: WorkspaceRecord): Promise<void>;
}

/** The name of the lock under which what is kept for a lesson is read and written. */
export const lockName = (lesson: string) => `server-actions-playground:workspace:${lesson}`;

/**
 * Keeps the record of one lesson without ever overwriting something it could not read.
 * @param now milliseconds since the epoch, for the names of what is put aside
 */
export function createPersistence(
	storage: WorkspaceStorage,
	lesson: string,
	now: () => number,
	exclusively: Exclusively,
): Persistence {
	/** Whether what stands there has been read, or put aside. */
	let known = false;
	/** What was put aside last, so that the same thing is not put aside twice. */
	let aside: { text: string; key: string } | null = null;

	async function setAside(stored: unknown): Promise<string> {
		const text = JSON.stringify(stored);
		if (aside?.text === text) return aside.key;
		const name = `${lesson}#set-aside-${now()}`;
		let key = name;
		for (let nth = 2; (await storage.read(key)) !== undefined; nth += 1) key = `${name}-${nth}`;
		await storage.write(key, stored);
		aside = { text, key };
		return key;
	}

	async function read(): Promise<Loaded> {
		const stored = await storage.read(lesson);
		const result: ReadRecord = readRecord(stored, lesson);
		const loaded: Loaded =
			result.kind === "newer" || result.kind === "damaged"
				? { kind: "set-aside", why: result.kind, key: await setAside(stored) }
				: result;
		known = true;
		return loaded;
	}

	return {
		load: () => exclusively(lockName(lesson), read),
		save: (next) =>
			exclusively(lockName(lesson), async () => {
				const loaded = await read();
				await storage.write(lesson, next(loaded.kind === "record" ? loaded.record : null));
			}),
		async saveAtOnce(record) {
			if (known) await storage.write(lesson, record);
		},
	};
}
