import { createStore, promisifyRequest, type UseStore } from "idb-keyval";
import { randomId } from "@/lib/util/random-id";
import { type ProgressEvent, type ProgressFact, progressEventSchema } from "./events";
import { eventKey } from "./fold";

const DATABASE = "server-actions-playground-progress";
const COUNTER = "counter";

interface Counter {
	clientId: string;
	nextSeq: number;
}

/** The events of this browser, in an IndexedDB of their own. Every method rejects when the browser keeps nothing. */
export interface ProgressLog {
	/** Every event kept, by client and number. */
	read(): Promise<ProgressEvent[]>;
	/** Numbers the facts, keeps them, and gives them back as events. All of them or none. */
	append(facts: ProgressFact[]): Promise<ProgressEvent[]>;
	/** Under which id this browser writes; `null` before its first event. */
	clientId(): Promise<string | null>;
	/** Adds events of elsewhere; those that are here already stay as they are. Gives how many were new. */
	merge(events: readonly ProgressEvent[]): Promise<number>;
}

/** `now` gives milliseconds since the epoch. */
export function openProgressLog(name: string = DATABASE, now: () => number = Date.now): ProgressLog {
	let opened: UseStore | null = null;
	// Opened at first use: there is no IndexedDB on the server.
	const store: UseStore = (mode, callback) => {
		opened ??= createStore(name, "events");
		return opened(mode, callback);
	};

	return {
		async read() {
			const values = await store("readonly", (events) => promisifyRequest(events.getAll()));
			// What is no event of this version (the counter; a newer version's kinds) is kept, and left out here.
			return values.flatMap((value) => {
				const parsed = progressEventSchema.safeParse(value);
				return parsed.success ? [parsed.data] : [];
			});
		},

		append(facts) {
			// One transaction takes the numbers and writes under them, so that two tabs never use the same one.
			return store("readwrite", async (events) => {
				const counter = await readCounter(events);
				const written = facts.map(
					(fact, index): ProgressEvent => ({
						...fact,
						clientId: counter.clientId,
						seq: counter.nextSeq + index,
						at: now(),
					}),
				);
				for (const event of written) events.put(event, eventKey(event));
				events.put({ ...counter, nextSeq: counter.nextSeq + facts.length }, COUNTER);
				await promisifyRequest(events.transaction);
				return written;
			});
		},

		async clientId() {
			const kept = await store("readonly", (events) =>
				promisifyRequest<Counter | undefined>(events.get(COUNTER)),
			);
			return kept?.clientId ?? null;
		},

		merge(incoming) {
			return store("readwrite", async (events) => {
				const counter = await readCounter(events);
				const known = new Set((await promisifyRequest(events.getAllKeys())).map(String));
				let { nextSeq } = counter;
				let added = 0;
				for (const event of incoming) {
					const key = eventKey(event);
					if (known.has(key)) continue;
					known.add(key);
					added += 1;
					events.put(event, key);
					if (event.clientId === counter.clientId) nextSeq = Math.max(nextSeq, event.seq + 1);
				}
				events.put({ ...counter, nextSeq }, COUNTER);
				await promisifyRequest(events.transaction);
				return added;
			});
		},
	};
}

async function readCounter(events: IDBObjectStore): Promise<Counter> {
	const kept: Counter | undefined = await promisifyRequest(events.get(COUNTER));
	return kept ?? { clientId: randomId(), nextSeq: 0 };
}
