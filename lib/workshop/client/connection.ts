import * as z from "zod/mini";
import { createStore, type StoreApi } from "zustand/vanilla";
import { abortableDelay } from "@/lib/util/delay";
import {
	applyPatch,
	type HubErrorCode,
	type HubMessage,
	hubMessageSchema,
	hubPaths,
	isHubError,
	KEEP_ALIVE_MS,
	type RoomRole,
	type RoomViewOf,
} from "../contract";
import { readEventStream } from "./event-stream";
import { askMeanwhile } from "./held-up";
import { askHub, HubUnreachable, OTHER_VERSION, type Pass, readView } from "./requests";
import { retryDelay } from "./retry-delay";
import { shareLine } from "./shared-line";
import { watchBrowser } from "./watch-browser";

/** How the line to the hub is. Everything but `ended` mends itself. */
export type Link =
	/** Also of a tab out of sight, while another one of this browser holds the line. */
	| { state: "connecting" }
	| { state: "live" }
	/** `since`: by this computer's clock, in milliseconds. The newest view stays on show. */
	| { state: "offline"; since: number; message: string }
	/** For good: removed, the room is gone, another version. `code` is `other-version` for the latter. */
	| { state: "ended"; code: HubErrorCode | "other-version"; message: string };

export interface RoomState<R extends RoomRole> {
	link: Link;
	/** The newest view; `null` before the first. */
	view: RoomViewOf<R> | null;
	/** Entries in the room's log, see the contract. */
	version: number;
	/** Add it to `Date.now()` to have the hub's clock, by which timers and waits are reckoned. Milliseconds. */
	clockOffset: number;
}

export interface ConnectOptions<R extends RoomRole> extends Pass {
	role: R;
	/** Ends the connection. */
	signal: AbortSignal;
	/** Called when the hub does not know the secret (`unknown-token`); the way back in. Without it, or when it throws a refusal, that is the end. */
	rejoin?: (signal: AbortSignal) => Promise<unknown>;
	/** For tests. */
	fetch?: typeof fetch;
	random?: () => number;
	now?: () => number;
	delay?: (ms: number, signal: AbortSignal) => Promise<void>;
}

export interface RoomConnection<R extends RoomRole> {
	store: StoreApi<RoomState<R>>;
	/** Does not wait for the next try. */
	retry(): void;
}

/** The refusals after which trying again is no use. */
const FINAL: ReadonlySet<HubErrorCode> = new Set([
	"no-room",
	"unknown-token",
	"forbidden",
	"removed",
	"wrong-origin",
	"off",
	"bad-request",
]);

const SILENCE_MS = 2 * KEEP_ALIVE_MS;

/** Another tab of this browser holds the line. */
class GivenUp extends Error {}

class Ended extends Error {
	constructor(
		readonly code: HubErrorCode | "other-version",
		message: string,
	) {
		super(message);
	}
}

/**
 * Keeps up a view of a room until the signal ends it: reads the stream, lays patches over the view, and comes back by
 * itself after a loss, a silence or a restart of the hub, with what it had last. Where the stream does not get through,
 * it asks for the view every few seconds.
 */
export function connectRoom<R extends RoomRole>(options: ConnectOptions<R>): RoomConnection<R> {
	const { code, secret, hub, role, signal, rejoin, random = Math.random, now = Date.now } = options;
	const pause = options.delay ?? abortableDelay;
	const store = createStore<RoomState<R>>(() => ({
		link: { state: "connecting" },
		view: null,
		version: 0,
		clockOffset: 0,
	}));
	let lastEventId = "";
	let tries = 0;
	let wake: AbortController | null = null;
	let attempt: AbortController | null = null;
	let heardAt = now();
	/** What is shown did not come by the stream: a patch of it would not fit. */
	let outOfStep = false;
	const projected = role === "projector" ? ("projector" as const) : undefined;
	const place = `workshop ${hub ?? ""} ${code} ${role}`;
	const line = shareLine(place, signal, () => attempt?.abort(new GivenUp()));
	const asked = { ...(options.fetch && { fetch: options.fetch }), ...(projected && { view: projected }) };
	const meanwhile = askMeanwhile(
		async (until) => {
			try {
				const message = await readView({ code, secret, hub }, { ...asked, signal: until });
				if (until.aborted) return;
				outOfStep = true;
				lastEventId = "";
				show(message);
			} catch (error) {
				// The stream would tell of the end, if it got through.
				if (error instanceof Ended) attempt?.abort(error);
				else if (isHubError(error) && error.code !== "unknown-token" && FINAL.has(error.code))
					attempt?.abort(new Ended(error.code, error.message));
				throw error;
			}
		},
		signal,
		{ random, now },
	);

	function takeIn(data: string): void {
		let json: unknown;
		try {
			json = JSON.parse(data);
		} catch (cause) {
			throw new HubUnreachable("The stream of the workshop is damaged.", { cause });
		}
		const parsed = z.safeParse(hubMessageSchema, json);
		if (!parsed.success) throw new Ended("other-version", OTHER_VERSION);
		const message = parsed.data;
		if (message.type === "patch" && outOfStep)
			throw new HubUnreachable("The stream of the workshop began in the middle.");
		outOfStep = false;
		show(message);
		tries = 0;
	}

	function show(message: HubMessage): void {
		if (message.type === "end") throw new Ended(message.code, message.message);
		const { view: before, clockOffset, link } = store.getState();
		const sample = message.at - now();
		const next: Partial<RoomState<R>> = {
			link: { state: "live" },
			version: message.version,
			// A message is late, never early: of several the one that was fastest is the truest.
			clockOffset: link.state === "live" ? Math.max(clockOffset, sample) : sample,
		};
		if (message.type === "view") {
			if (message.view.role !== role)
				throw new Ended("forbidden", "This key opens another place of the room.");
			next.view = message.view as RoomViewOf<R>;
		} else {
			if (before === null) throw new HubUnreachable("The stream of the workshop began in the middle.");
			next.view = applyPatch(before, message.patch);
		}
		store.setState(next);
	}

	/** One stream, from its beginning to its end, which is always an error. */
	async function listen(): Promise<never> {
		attempt = new AbortController();
		const { signal: ended } = attempt;
		const end = (reason: unknown) => attempt?.abort(reason);
		const stop = () => end(signal.reason);
		signal.addEventListener("abort", stop, { once: true });
		let silence: ReturnType<typeof setTimeout> | undefined;
		heardAt = now();
		meanwhile.begin();
		const heard = () => {
			heardAt = now();
			clearTimeout(silence);
			silence = setTimeout(
				() => end(new HubUnreachable("The workshop's server has fallen silent.")),
				SILENCE_MS,
			);
		};
		try {
			const response = await askHub(hubPaths.stream(code, projected), {
				secret,
				hub,
				signal: ended,
				headers: {
					accept: "text/event-stream",
					...(lastEventId !== "" && { "last-event-id": lastEventId }),
				},
				...(options.fetch && { fetch: options.fetch }),
			});
			if (response.body === null) throw new HubUnreachable("The workshop's server sent no stream.");
			heard();
			// Nothing may have happened in between: then nothing is said.
			if (store.getState().view !== null) store.setState({ link: { state: "live" } });
			const bytes = () => {
				heard();
				meanwhile.stop();
			};
			for await (const event of readEventStream(response.body, bytes)) {
				takeIn(event.data);
				lastEventId = event.id;
			}
			throw new HubUnreachable("The connection to the workshop's server was lost.");
		} catch (error) {
			if (ended.aborted) throw ended.reason;
			throw error;
		} finally {
			clearTimeout(silence);
			signal.removeEventListener("abort", stop);
			attempt = null;
		}
	}

	/** How long to wait before the next try. @throws Ended when there is to be none */
	async function afterLoss(error: unknown): Promise<number> {
		if (error instanceof Ended) throw error;
		if (isHubError(error)) {
			if (error.code === "unknown-token" && rejoin && tries < 3) {
				await rejoin(signal);
				return retryDelay(tries, random);
			}
			if (FINAL.has(error.code)) throw new Ended(error.code, error.message);
			if ("retryAfterMs" in error.value) return error.value.retryAfterMs * (1 + random());
		}
		return retryDelay(tries, random);
	}

	async function run(): Promise<void> {
		while (!signal.aborted) {
			let lost: unknown;
			try {
				if (!line.held()) {
					meanwhile.stop();
					store.setState({ link: { state: "connecting" } });
					await line.turn();
				}
				await listen();
			} catch (error) {
				lost = error;
			}
			if (signal.aborted) return;
			if (lost instanceof GivenUp) continue;
			// What a patch was to lie upon may not be what is here.
			if (!(lost instanceof HubUnreachable) && !isHubError(lost)) lastEventId = "";
			let wait: number;
			try {
				wait = await afterLoss(lost);
			} catch (error) {
				if (signal.aborted) return;
				if (error instanceof Ended || isFinal(error)) {
					meanwhile.stop();
					const { code: why, message } = error;
					store.setState({ link: { state: "ended", code: why, message } });
					return;
				}
				wait = retryDelay(tries, random);
			}
			tries += 1;
			showOffline(lost);
			wake = new AbortController();
			const { signal: woken } = wake;
			const stop = () => wake?.abort();
			signal.addEventListener("abort", stop, { once: true });
			await pause(wait, woken).catch(() => undefined);
			signal.removeEventListener("abort", stop);
		}
	}

	function showOffline(error: unknown): void {
		if (meanwhile.fresh()) return;
		const { link } = store.getState();
		const message =
			error instanceof Error ? error.message : "The connection to the workshop's server was lost.";
		const since = link.state === "offline" ? link.since : now();
		store.setState({ link: { state: "offline", since, message } });
	}

	const retry = () => {
		tries = 0;
		wake?.abort();
	};
	/** The line may be dead without anyone having said so: ask anew, from where we are. */
	const doubt = () => attempt?.abort(new HubUnreachable("This computer lost its network."));
	watchBrowser(signal, {
		back: retry,
		lost: doubt,
		seen: () => {
			retry();
			// Timers stood still while the lid was closed.
			if (now() - heardAt > SILENCE_MS) doubt();
		},
	});
	void run();
	return { store, retry };
}

function isFinal(error: unknown): error is { code: HubErrorCode; message: string } {
	return isHubError(error) && (FINAL.has(error.code) || ["locked", "full", "ended"].includes(error.code));
}
