import { createStore, type StoreApi } from "zustand/vanilla";
import type { BuiltAction, Exchange } from "@/lib/sandbox/agent-protocol";
import { SandboxError } from "@/lib/sandbox/errors";
import type { Session } from "@/lib/sandbox/session/types";
import { classify } from "./classify";
import { readExchange } from "./read";
import { type Tampering, tamperedIn, toRequest } from "./replay";
import type { Reading } from "./types";

const MAX_ENTRIES = 200;
/** Characters of all bodies together. */
const MAX_CHARACTERS = 8_000_000;
/** Milliseconds after an exchange until it is read: its last log lines travel by another way. */
const SETTLE = 250;
const REPLAY_TIMEOUT = 30_000;

/** Who sent a request. */
export type Sender = "preview" | "second-browser" | "check" | "inspector";

export interface Entry {
	exchange: Exchange;
	sender: Sender;
	/** The exchange that this one repeats, and in what it differs. */
	replay: { of: string; tamperedIn: string[] } | null;
	/** `null` until it has been read. */
	reading: Reading | null;
}

export interface InspectorState {
	/** Oldest first; the oldest are forgotten. */
	entries: readonly Entry[];
	/** The id of the exchange whose details are shown. */
	selected: string | null;
}

export interface Inspector {
	store: StoreApi<InspectorState>;
	select(id: string | null): void;
	clear(): void;
	/**
	 * Sends a recorded exchange again and selects what comes of it. Resolves with its id; rejects with an `Error` for
	 * people where it cannot be sent or is not answered.
	 */
	replay(id: string, tampering: Tampering): Promise<string>;
}

export interface InspectorOptions {
	session: Pick<Session, "runner" | "onRunnerEvent">;
	/** The actions of the running build, and who wants to know when they change. */
	actions: { get(): readonly BuiltAction[]; subscribe(listener: () => void): () => void };
	/** Host and port of the second browser, or `null` while there is none. */
	secondHost?: () => string | null;
	signal: AbortSignal;
	/** For specs. */
	settleMs?: number;
}

/** Follows the exchanges of the running app, from now on, and reads them. */
export function createInspector(options: InspectorOptions): Inspector {
	const { session, actions, secondHost = () => null, signal, settleMs = SETTLE } = options;
	const store = createStore<InspectorState>(() => ({ entries: [], selected: null }));
	const replays = new Map<string, Entry["replay"]>();

	const update = (id: string, change: Partial<Entry>) =>
		store.setState(({ entries }) => ({
			entries: entries.map((entry) => (entry.exchange.id === id ? { ...entry, ...change } : entry)),
		}));

	async function read(exchange: Exchange): Promise<void> {
		const { entries } = store.getState();
		const reading = await readExchange(exchange, {
			actions: actions.get(),
			logs: session.runner?.logs() ?? [],
			others: entries.filter((entry) => isTraffic(entry.exchange)).map((entry) => entry.exchange),
		});
		if (!signal.aborted) update(exchange.id, { reading });
	}

	function add(exchange: Exchange): void {
		const replay = replays.get(exchange.id) ?? null;
		const entry: Entry = { exchange, sender: senderOf(exchange, replay), replay, reading: null };
		store.setState(({ entries }) => ({ entries: trimmed([...entries, entry]) }));
		setTimeout(() => void read(exchange), settleMs);
	}

	function senderOf({ initiator, requestHeaders }: Exchange, replay: Entry["replay"]): Sender {
		if (replay !== null) return "inspector";
		if (initiator === "agent") return "check";
		const second = secondHost();
		const host = requestHeaders.find(([name]) => name.toLowerCase() === "host")?.[1];
		return second !== null && host === second ? "second-browser" : "preview";
	}

	const stopEvents = session.onRunnerEvent((event) => {
		if (event.type === "exchange") add(event.exchange);
	});
	// An action that has just been compiled is known a moment after its first call.
	const stopActions = actions.subscribe(() => {
		for (const { exchange, reading } of store.getState().entries) {
			const { call } = reading ?? {};
			if (call && call.action === null && actions.get().some(({ id }) => id === call.actionId))
				void read(exchange);
		}
	});
	signal.addEventListener("abort", () => {
		stopEvents();
		stopActions();
	});

	return {
		store,
		select: (selected) => store.setState({ selected }),
		clear: () => store.setState({ entries: [], selected: null }),
		async replay(id, tampering) {
			const original = store.getState().entries.find(({ exchange }) => exchange.id === id)?.exchange;
			const { runner } = session;
			const origin = runner?.previewUrl() ?? null;
			if (!original) throw new Error("This exchange is no longer kept, so it cannot be sent again.");
			if (!runner || origin === null) {
				throw new SandboxError(
					"not-running",
					"The app does not run now. Wait until it does and send it again.",
				);
			}
			const request = await toRequest(original, tampering, origin);
			const answer = await runner.request({ ...request, timeoutMs: REPLAY_TIMEOUT }, signal);
			const replay = { of: id, tamperedIn: tamperedIn(original, tampering) };
			replays.set(answer.exchangeId, replay);
			update(answer.exchangeId, { replay, sender: "inspector" });
			store.setState({ selected: answer.exchangeId });
			return answer.exchangeId;
		},
	};
}

/** Requests that can have written a line or a row: assets and what is prefetched would only blur the picture. */
function isTraffic(exchange: Exchange): boolean {
	return classify(exchange).kind !== "asset";
}

/** Without the oldest entries, once they are too many or too heavy. */
function trimmed(entries: Entry[]): Entry[] {
	let from = Math.max(0, entries.length - MAX_ENTRIES);
	let weight = entries.slice(from).reduce((sum, entry) => sum + weigh(entry), 0);
	while (weight > MAX_CHARACTERS && from < entries.length - 1) weight -= weigh(entries[from++]!);
	return entries.slice(from);
}

const weigh = ({ exchange }: Entry) => exchange.requestBody.data.length + exchange.responseBody.data.length;
