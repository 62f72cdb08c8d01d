import { clear, createStore, del, type UseStore, update } from "idb-keyval";
import { randomId } from "@/lib/util/random-id";
import { emptyQueue, type Queue } from "./queue";

const DATABASE = "server-actions-playground-outbox";
/** Longer than an answer of the hub is waited for. */
const LEASE_MS = 30_000;

/** Where a room's queue lies. All tabs of this browser share it. */
export interface QueueStorage {
	/** `page`: the browser keeps nothing; what waits is lost when the page is closed. */
	readonly kept: "browser" | "page";
	/** Reads, changes and writes as one step, whatever other tabs do. Gives what was written. */
	change(code: string, edit: (queue: Queue) => Queue): Promise<Queue>;
	/** Runs `send` while no other tab sends for this room. */
	alone<T>(code: string, signal: AbortSignal, send: () => Promise<T>): Promise<T>;
	drop(code: string): Promise<void>;
}

/** In IndexedDB; in memory where the browser refuses. */
export async function openQueueStorage(name: string = DATABASE): Promise<QueueStorage> {
	try {
		const storage = createStore(name, "queues");
		// Some browsers refuse only when something is written.
		await update("probe", () => 1, storage);
		return inBrowser(storage, name);
	} catch {
		return inMemory();
	}
}

function inBrowser(storage: UseStore, name: string): QueueStorage {
	const owner = randomId();
	return {
		kept: "browser",
		async change(code, edit) {
			let written: Queue | undefined;
			await update<Queue>(
				`queue:${code}`,
				(old) => {
					written = edit(old ?? emptyQueue(randomId()));
					return written;
				},
				storage,
			);
			return written as unknown as Queue;
		},
		alone(code, signal, send) {
			// On a classroom's plain-http address there are no locks.
			const locks = typeof navigator === "undefined" ? undefined : navigator.locks;
			return locks
				? (locks.request(`${name}:${code}`, { signal }, send) as Promise<Awaited<ReturnType<typeof send>>>)
				: withLease(storage, `lease:${code}`, owner, signal, send);
		},
		drop: (code) => del(`queue:${code}`, storage),
	};
}

interface Lease {
	owner: string;
	until: number;
}

/**
 * A lock that ends by itself when its tab dies. Should two tabs send at once all the same, no harm is done: both send
 * the same numbers, and the hub counts each once.
 */
async function withLease<T>(
	storage: UseStore,
	key: string,
	owner: string,
	signal: AbortSignal,
	send: () => Promise<T>,
): Promise<T> {
	for (;;) {
		signal.throwIfAborted();
		let mine = false;
		await update<Lease>(
			key,
			(old) => {
				const now = Date.now();
				mine = !old || old.owner === owner || old.until < now || old.until > now + LEASE_MS;
				return mine ? { owner, until: now + LEASE_MS } : (old as Lease);
			},
			storage,
		);
		if (mine) break;
		await new Promise((resolve) => setTimeout(resolve, 150 + Math.random() * 150));
	}
	try {
		return await send();
	} finally {
		await update<Lease>(
			key,
			(old) => (old?.owner === owner ? { owner, until: 0 } : (old as Lease)),
			storage,
		).catch(() => undefined);
	}
}

function inMemory(): QueueStorage {
	const queues = new Map<string, Queue>();
	return {
		kept: "page",
		async change(code, edit) {
			const queue = edit(queues.get(code) ?? emptyQueue(randomId()));
			queues.set(code, queue);
			return queue;
		},
		alone: (_code, _signal, send) => send(),
		async drop(code) {
			queues.delete(code);
		},
	};
}

/** For tests: forgets everything. */
export const clearQueueStorage = (name: string) => clear(createStore(name, "queues"));
