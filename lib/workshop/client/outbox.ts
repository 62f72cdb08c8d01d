import * as z from "zod/mini";
import { createStore, type StoreApi } from "zustand/vanilla";
import { abortableDelay } from "@/lib/util/delay";
import {
	type HubErrorCode,
	isHubError,
	LIMITS,
	type RefusedEvent,
	type RoomEvent,
	type RoomFact,
	roomEventSchema,
} from "../contract";
import { nextBatch, type Queue, settled, withFact } from "./queue";
import { openQueueStorage, type QueueStorage } from "./queue-storage";
import { type Pass, sendEvents } from "./requests";
import { retryDelay } from "./retry-delay";

export interface OutboxState {
	/** What the hub has not confirmed yet. */
	waiting: number;
	/** `later`: the last try came to nothing, the next one comes by itself. `stopped`: the hub takes nothing any more. */
	state: "idle" | "sending" | "later" | "stopped";
	/** Where it is kept until then. */
	kept: "browser" | "page";
	/** What the hub did not take, for good; the newest last. */
	refused: readonly RefusedFact[];
	/** Why the last try came to nothing, in words. */
	problem: string | null;
	/** A view of this version or a newer one shows what was confirmed; see `RoomState.version`. */
	confirmed: number;
}

export interface RefusedFact {
	/** `unreadable`: the hub does not know such a thing; it is of another version. */
	code: RefusedEvent["code"] | "unreadable";
	message: string;
}

export interface Outbox {
	store: StoreApi<OutboxState>;
	/** Keeps facts and sends them as soon as may be. Resolves when they are kept. @throws TypeError for what is no fact */
	tell(...facts: RoomFact[]): Promise<void>;
	/** Tries now: the line is back. */
	flush(): void;
	/** Forgets what waits: the room was left. */
	drop(): Promise<void>;
}

export interface OutboxOptions extends Pass {
	/** Ends the sending; what waits is sent by the next outbox of this room. */
	signal: AbortSignal;
	/** Called on `unknown-token`, as in {@link connectRoom}. */
	rejoin?: (signal: AbortSignal) => Promise<unknown>;
	/** For tests. */
	storage?: Promise<QueueStorage>;
	fetch?: typeof fetch;
	now?: () => number;
	random?: () => number;
	delay?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** After these nothing of what waits will ever be taken. */
const OVER: ReadonlySet<HubErrorCode> = new Set(["no-room", "removed", "ended", "forbidden", "off"]);
/** Facts that come in one go leave in one request. */
const GATHER_MS = 120;
const MAX_REFUSED = 5;

/** Brings facts to a room: kept first, then sent in order until the hub has confirmed each. */
export function createOutbox(options: OutboxOptions): Outbox {
	const { code, signal, now = Date.now, random = Math.random } = options;
	const pause = options.delay ?? abortableDelay;
	const opened = options.storage ?? openQueueStorage();
	const store = createStore<OutboxState>(() => ({
		waiting: 0,
		state: "idle",
		kept: "browser",
		refused: [],
		problem: null,
		confirmed: 0,
	}));
	let running = false;
	let again = false;
	let wake: AbortController | null = null;
	let failures = 0;
	/** Made smaller when the hub says that something is wrong with a request, until the culprit stands alone. */
	let most: number = LIMITS.events;

	async function change(edit: (queue: Queue) => Queue): Promise<void> {
		const storage = await opened;
		const { items } = await storage.change(code, edit);
		store.setState({ waiting: items.length, kept: storage.kept });
	}

	/** Sends one request. Gives whether something is left. */
	async function sendBatch(): Promise<boolean> {
		const storage = await opened;
		return storage.alone(code, signal, async () => {
			let events: RoomEvent[] = [];
			await change((queue) => {
				const batch = nextBatch(queue, most);
				events = batch.events;
				return batch.queue;
			});
			if (events.length === 0) return false;
			store.setState({ state: "sending" });
			try {
				const json = { sentAt: now(), events };
				const { refused, version } = await sendEvents(options, json, { signal, fetch: options.fetch });
				store.setState({ confirmed: version });
				await change((queue) => settled(queue, events));
				refuse(refused);
				most = LIMITS.events;
			} catch (error) {
				if (!isHubError(error) || (error.code !== "bad-request" && error.code !== "too-large")) throw error;
				if (events.length === 1) {
					await change((queue) => settled(queue, events));
					refuse([{ code: "unreadable", message: error.message }]);
				}
				most = Math.max(1, Math.floor(events.length / 2));
			}
			return store.getState().waiting > 0;
		});
	}

	function refuse(more: OutboxState["refused"]): void {
		if (more.length === 0) return;
		const told = more.map(({ code: why, message }) => ({ code: why, message }));
		store.setState(({ refused }) => ({ refused: [...refused, ...told].slice(-MAX_REFUSED) }));
	}

	/** Milliseconds until the next try; `null`: there is none. */
	async function afterFailure(error: unknown): Promise<number | null> {
		if (isHubError(error)) {
			if (OVER.has(error.code)) return null;
			if (error.code === "unknown-token") {
				if (!options.rejoin) return null;
				try {
					await options.rejoin(signal);
				} catch (refusal) {
					if (isHubError(refusal) && OVER.has(refusal.code)) return null;
				}
			}
			if ("retryAfterMs" in error.value) return error.value.retryAfterMs * (1 + random() / 2);
		}
		return retryDelay(failures, random);
	}

	async function run(): Promise<void> {
		if (running) {
			again = true;
			return;
		}
		running = true;
		try {
			await pause(GATHER_MS, signal);
			for (let more = true; more && !signal.aborted && store.getState().state !== "stopped"; ) {
				try {
					again = false;
					more = (await sendBatch()) || again;
					failures = 0;
					store.setState({ state: "idle", problem: null });
				} catch (error) {
					if (signal.aborted) return;
					await fail(error);
				}
			}
		} catch {
			// The signal ended the waiting.
		} finally {
			running = false;
		}
	}

	async function fail(error: unknown): Promise<void> {
		const problem = error instanceof Error ? error.message : String(error);
		const wait = await afterFailure(error);
		if (wait === null) {
			store.setState({ state: "stopped", problem });
			if (isHubError(error) && error.code !== "off") await drop();
			return;
		}
		failures += 1;
		store.setState({ state: "later", problem });
		wake = new AbortController();
		const stop = () => wake?.abort();
		signal.addEventListener("abort", stop, { once: true });
		await pause(wait, wake.signal).catch(() => undefined);
		signal.removeEventListener("abort", stop);
		wake = null;
	}

	async function drop(): Promise<void> {
		await (await opened).drop(code);
		store.setState({ waiting: 0 });
	}

	const flush = () => {
		failures = 0;
		wake?.abort();
		void run();
	};
	// What an earlier page left.
	void change((queue) => queue).then(flush, () => undefined);

	return {
		store,
		flush,
		drop,
		async tell(...facts) {
			for (const fact of facts) assertFact(fact);
			if (facts.length === 0 || store.getState().state === "stopped") return;
			let full = false;
			await change((queue) => {
				let next = queue;
				for (const fact of facts) {
					const longer = withFact(next, fact, now());
					full ||= longer === null;
					next = longer ?? next;
				}
				return next;
			});
			if (full) store.setState({ problem: "Too much waits to be sent; the newest was not kept." });
			void run();
		},
	};
}

/** One bad fact would hold up all that come after it. */
function assertFact(fact: RoomFact): void {
	const parsed = z.safeParse(roomEventSchema, { ...fact, clientId: "00000000", seq: 0, at: 0 });
	if (!parsed.success) throw new TypeError(`“${fact.type}” is no fact: ${z.prettifyError(parsed.error)}`);
}
