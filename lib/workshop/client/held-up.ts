import { abortableDelay } from "@/lib/util/delay";
import { retryDelay } from "./retry-delay";

/** A stream that has said nothing for so long since it was asked for may be held up by something on the way. */
const HELD_UP_MS = 5_000;
const ASK_MS = 4_000;

export interface Meanwhile {
	/** A stream was asked for; nothing of it has come yet. */
	begin(): void;
	/** Something of it has come, or none is wanted any more. */
	stop(): void;
	/** Whether asking has brought an answer of late, so that what is shown is no older than a few seconds. */
	fresh(): boolean;
}

/**
 * Some proxies keep a stream back until it ends, which it never does. While one stays mute, what it would say is asked
 * for every few seconds instead.
 * @param ask gets and shows the newest view; throws when it cannot
 */
export function askMeanwhile(
	ask: (signal: AbortSignal) => Promise<void>,
	signal: AbortSignal,
	{ random = Math.random, now = Date.now }: { random?: () => number; now?: () => number } = {},
): Meanwhile {
	let asking: AbortController | null = null;
	let answeredAt = Number.NEGATIVE_INFINITY;

	async function run(until: AbortSignal): Promise<void> {
		let failures = 0;
		await abortableDelay(HELD_UP_MS, until);
		while (!until.aborted) {
			try {
				await ask(until);
				answeredAt = now();
				failures = 0;
			} catch {
				// Why, the stream's own attempts find out and tell.
				failures += 1;
			}
			await abortableDelay(Math.max(ASK_MS, retryDelay(failures, random)), until);
		}
	}

	const stop = () => {
		asking?.abort();
		asking = null;
	};
	signal.addEventListener("abort", stop, { once: true });
	return {
		begin() {
			// Goes on from one attempt to the next for as long as all are mute.
			if (asking !== null || signal.aborted) return;
			asking = new AbortController();
			run(asking.signal).catch(() => undefined);
		},
		stop,
		fresh: () => asking !== null && now() - answeredAt < 3 * ASK_MS,
	};
}
