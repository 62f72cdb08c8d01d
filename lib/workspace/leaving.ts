/** How what is not yet written gets written before the page is gone. */
export interface Leaving {
	/** The page is out of sight, or this part of it closes; there is time for the usual way. */
	soon(): void;
	/** The page goes away: what does not begin in this very moment does not happen. */
	now(): void;
}

/** Calls when the learner leaves, until `signal` aborts; that counts as leaving too. */
export function flushWhenLeaving({ soon, now }: Leaving, signal: AbortSignal): void {
	if (signal.aborted) return;
	signal.addEventListener("abort", soon, { once: true });
	if (typeof document === "undefined") return;
	document.addEventListener(
		"visibilitychange",
		() => {
			if (document.visibilityState === "hidden") soon();
		},
		{ signal },
	);
	window.addEventListener("pagehide", now, { signal });
}
