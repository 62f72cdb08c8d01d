import { createStore, get, keys, promisifyRequest, type UseStore } from "idb-keyval";

/** Where workspaces are kept. Both reject when the browser does not let them. */
export interface WorkspaceStorage {
	/** `undefined` when nothing is kept under `key`. */
	read(key: string): Promise<unknown>;
	write(key: string, value: unknown): Promise<void>;
	keys(): Promise<string[]>;
}

export const DATABASE = "server-actions-playground";
export const STORE = "workspaces";

/** The browser's IndexedDB. Opened at the first use, so that making it never throws. */
export function indexedDbStorage(): WorkspaceStorage {
	let store: UseStore | undefined;
	const opened = () => {
		store ??= createStore(DATABASE, STORE);
		return store;
	};
	return {
		read: async (key) => get(key, opened()),
		write: (key, value) =>
			opened()("readwrite", (values) => {
				values.put(value, key);
				// Without waiting for an answer, so that a write begun while the page goes away is not taken back.
				values.transaction.commit?.();
				return promisifyRequest(values.transaction);
			}),
		keys: async () => (await keys(opened())).map(String),
	};
}

/** Why a read or write failed, for people. */
export function storageReason(error: unknown): string {
	const name = error instanceof Error ? error.name : "";
	if (name === "QuotaExceededError") {
		return "The browser's storage for this site is full. Your edits stay in this tab; free some space, or export a file before you close it.";
	}
	if (name === "SecurityError" || name === "InvalidStateError" || name === "ReferenceError") {
		return "This browser does not let the playground keep files (private window or blocked site data). Your edits stay in this tab until you close it; export a file to keep them.";
	}
	const detail = error instanceof Error && error.message !== "" ? ` (${error.message})` : "";
	return `The browser could not write to its storage${detail}. Your edits stay in this tab; the next change tries again.`;
}
