/**
 * What the browser knows of its network and its tab.
 * @param told `back`, `lost`: the network, as far as the browser can tell; `seen`: the tab has come into sight
 */
export function watchBrowser(signal: AbortSignal, told: { back(): void; lost(): void; seen(): void }): void {
	if (typeof document === "undefined" || signal.aborted) return;
	window.addEventListener("online", told.back, { signal });
	window.addEventListener("offline", told.lost, { signal });
	document.addEventListener(
		"visibilitychange",
		() => {
			if (document.visibilityState === "visible") told.seen();
		},
		{ signal },
	);
}
