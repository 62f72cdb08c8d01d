import { type Clock, systemClock } from "./saver";

/** Runs `run` while no other tab of this browser runs something under the same name. */
export type Exclusively = <T>(name: string, run: () => Promise<T>) => Promise<T>;

/** Writing without the lock is better than not writing: a tab that hangs must not hold up the others for longer. */
export const LOCK_WAIT_MS = 2_000;

/**
 * Web Locks. On a plain http address, which has none, things simply run; between two tabs that write in the very same
 * moment the newest record wins there.
 */
export function webLocks(
	manager: Pick<LockManager, "request"> | undefined = globalThis.navigator?.locks,
	clock: Clock = systemClock,
): Exclusively {
	return async (name, run) => {
		if (!manager) return run();
		const waiting = new AbortController();
		const stopWaiting = clock.after(LOCK_WAIT_MS, () => waiting.abort());
		let begun = false;
		try {
			return await manager.request(name, { signal: waiting.signal }, () => {
				begun = true;
				stopWaiting();
				return run();
			});
		} catch (error) {
			if (begun) throw error;
			// Waited long enough, or the browser refuses locks here.
			return run();
		} finally {
			stopWaiting();
		}
	};
}
