/** Timers, so that tests can drive them. */
export interface Clock {
	now(): number;
	/** Calls back after `ms`; gives what cancels it. */
	after(ms: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
	now: () => Date.now(),
	after(ms, callback) {
		const timer = setTimeout(callback, ms);
		return () => clearTimeout(timer);
	},
};

/** A change is written this long after the last one, */
export const QUIET_MS = 100;
/** and at the latest this long after the first one not yet written. The write itself still fits into 250 ms. */
export const MAX_WAIT_MS = 200;

export interface Saver {
	/** There is something new to write. */
	touch(): void;
	/** Writes at once what is not yet written; rejects when the last write failed. */
	flush(): Promise<void>;
	/** Whether something is not yet written, or just being written. */
	waiting(): boolean;
}

/**
 * Debounced writing, one write at a time. `write` takes the state of the moment it is called.
 * @param report told before the first and after the last write of a series: `null` is success
 */
export function createSaver(
	clock: Clock,
	write: () => Promise<void>,
	report: (error: unknown) => void,
): Saver {
	let dirtySince: number | null = null;
	let cancelTimer: (() => void) | null = null;
	let running: Promise<void> | null = null;

	function schedule(): void {
		if (dirtySince === null) return;
		cancelTimer?.();
		const wait = Math.min(QUIET_MS, Math.max(0, dirtySince + MAX_WAIT_MS - clock.now()));
		cancelTimer = clock.after(wait, () => {
			flush().catch(() => undefined); // told through `report`
		});
	}

	async function drain(): Promise<void> {
		while (dirtySince !== null) {
			dirtySince = null;
			try {
				await write();
			} catch (error) {
				dirtySince ??= clock.now();
				report(error);
				throw error;
			}
		}
		report(null);
	}

	function flush(): Promise<void> {
		cancelTimer?.();
		cancelTimer = null;
		if (running) return running;
		if (dirtySince === null) return Promise.resolve();
		running = drain().finally(() => {
			running = null;
		});
		return running;
	}

	return {
		touch() {
			// After a failed write nothing is scheduled; what is still to be written counts from this change on.
			if (dirtySince === null || (!cancelTimer && !running)) dirtySince = clock.now();
			// While a write runs, its loop picks the change up.
			if (!running) schedule();
		},
		flush,
		waiting: () => dirtySince !== null || running !== null,
	};
}
