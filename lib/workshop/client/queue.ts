import { LIMITS, type RoomEvent, type RoomFact } from "../contract";

/** What waits to be sent to one room. Numbered facts are a beginning of `items`: they may have reached the hub already. */
export interface Queue {
	clientId: string;
	nextSeq: number;
	items: readonly Queued[];
}

export interface Queued {
	/** When it happened, by this computer's clock. */
	at: number;
	/** `null` until it is sent for the first time. */
	seq: number | null;
	fact: RoomFact;
}

/** Hours without a connection; not days. */
export const MAX_QUEUED = 3_000;
/** Of one request, without code: well below what the hub takes. */
const BATCH_UNITS = Math.floor(LIMITS.eventsBytes / 4);

export function emptyQueue(clientId: string): Queue {
	return { clientId, nextSeq: 0, items: [] };
}

/**
 * The queue with a fact at its end. Older ones that it makes pointless go, where they were never sent. A full queue
 * gives up its oldest red run; `null` where it has none: the fact finds no room.
 */
export function withFact(queue: Queue, fact: RoomFact, at: number): Queue | null {
	const kept = queue.items.filter((item) => item.seq !== null || !makesPointless(fact, item.fact));
	if (kept.length >= MAX_QUEUED) {
		const spare = kept.findIndex(({ seq, fact: old }) => seq === null && isRedRun(old));
		if (spare === -1) return null;
		kept.splice(spare, 1);
	}
	return { ...queue, items: [...kept, { at, seq: null, fact }] };
}

/**
 * The queue with its beginning numbered, and that beginning as events: those that were numbered before come again under
 * the same numbers. No more than one code snapshot a request.
 */
export function nextBatch(queue: Queue, most: number = LIMITS.events): { queue: Queue; events: RoomEvent[] } {
	const items = [...queue.items];
	let { nextSeq } = queue;
	const events: RoomEvent[] = [];
	let units = 0;
	let hasCode = false;
	for (const [index, item] of items.entries()) {
		const isCode = item.fact.type === "code-shared";
		// In UTF-16 units; no text makes more than three bytes of one.
		const weight = isCode ? 0 : JSON.stringify(item.fact).length + 150;
		if (events.length > 0 && (events.length >= most || units + weight > BATCH_UNITS || (hasCode && isCode)))
			break;
		units += weight;
		hasCode ||= isCode;
		const seq = item.seq ?? nextSeq++;
		items[index] = { ...item, seq };
		events.push({ ...item.fact, clientId: queue.clientId, seq, at: item.at });
	}
	return { queue: { ...queue, nextSeq, items }, events };
}

/** The queue without these events. */
export function settled(queue: Queue, events: readonly RoomEvent[]): Queue {
	const done = new Set(events.map(({ clientId, seq }) => `${clientId}:${seq}`));
	const items = queue.items.filter(({ seq }) => seq === null || !done.has(`${queue.clientId}:${seq}`));
	return { ...queue, items };
}

function makesPointless(fact: RoomFact, older: RoomFact): boolean {
	// What is no longer agreed to does not leave this browser.
	if (fact.type === "consent-revoked") return older.type === "code-shared" && covers(fact, older);
	if (fact.type !== older.type) return false;
	switch (fact.type) {
		case "sandbox-changed":
		case "follow-changed":
			return true;
		case "edited":
		case "code-shared":
			return "lesson" in older && older.lesson === fact.lesson;
		default:
			return false;
	}
}

function covers(
	revoked: RoomFact & { type: "consent-revoked" },
	code: RoomFact & { type: "code-shared" },
): boolean {
	return revoked.lesson === undefined || revoked.lesson === code.lesson;
}

function isRedRun(fact: RoomFact): boolean {
	return fact.type === "check-run" && fact.verdict !== "pass";
}
