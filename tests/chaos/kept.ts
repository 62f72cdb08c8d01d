import type { Page } from "@playwright/test";
import { DATABASE, STORE } from "@/lib/workspace/storage";

const PROGRESS = { database: "server-actions-playground-progress", store: "events" };

/** What the browser keeps of the lesson's files: path → text, or `null` where nothing is kept or it cannot be read. */
export async function keptEdits(page: Page, lesson: string): Promise<Record<string, string> | null> {
	const record = await readKept(page, { database: DATABASE, store: STORE }, lesson);
	if (typeof record !== "object" || record === null || !("edits" in record)) return null;
	return record.edits as Record<string, string>;
}

/** The names under which events of the learner's progress are kept. */
export async function keptEvents(page: Page): Promise<string[]> {
	const keys = await readKept(page, PROGRESS, null);
	return (keys as unknown[]).map(String).filter((key) => key !== "counter");
}

export async function keptWorkspaces(page: Page): Promise<string[]> {
	return ((await readKept(page, { database: DATABASE, store: STORE }, null)) as unknown[]).map(String);
}

/** The value at `key`; without a key all keys. A store that is not there yet is empty, and is not made. */
export function readKept(
	page: Page,
	where: { database: string; store: string },
	key: string | null,
): Promise<unknown> {
	return page.evaluate(
		async ([{ database, store }, key]) => {
			const there = await indexedDB.databases();
			if (!there.some(({ name }) => name === database)) return key === null ? [] : null;
			const db = await new Promise<IDBDatabase>((resolve, reject) => {
				const opening = indexedDB.open(database);
				opening.onsuccess = () => resolve(opening.result);
				opening.onerror = () => reject(opening.error);
			});
			try {
				const objects = db.transaction(store).objectStore(store);
				const asked = key === null ? objects.getAllKeys() : objects.get(key);
				return await new Promise((resolve, reject) => {
					asked.onsuccess = () => resolve(asked.result ?? null);
					asked.onerror = () => reject(asked.error);
				});
			} finally {
				db.close();
			}
		},
		[where, key] as const,
	);
}

/** Puts `value` in the place of what is kept for the lesson. */
export async function writeKept(page: Page, lesson: string, value: unknown): Promise<void> {
	await page.evaluate(
		async ([database, store, lesson, value]) => {
			const db = await new Promise<IDBDatabase>((resolve, reject) => {
				const opening = indexedDB.open(database);
				opening.onsuccess = () => resolve(opening.result);
				opening.onerror = () => reject(opening.error);
			});
			const transaction = db.transaction(store, "readwrite");
			transaction.objectStore(store).put(value, lesson);
			await new Promise<void>((resolve, reject) => {
				transaction.oncomplete = () => resolve();
				transaction.onerror = () => reject(transaction.error);
			});
			db.close();
		},
		[DATABASE, STORE, lesson, value] as const,
	);
}
