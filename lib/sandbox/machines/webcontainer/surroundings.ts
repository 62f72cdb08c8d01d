import type { Surroundings } from "./diagnosis";
import type { HostFrame } from "./host-frame";
import type { TabDeath } from "./tab-death";

/** Held, shared, by every tab that has a WebContainer or starts one. */
const LOCK = "server-actions-playground.webcontainer";

/** Pages (of 64 KiB) that the memory probe asks for: 1 GiB of addresses, of which nothing is used. */
const PROBE_PAGES = 16_384;

/** Asks the browser that this page is open in. */
export function browserSurroundings(frame: HostFrame, death: TabDeath): Surroundings {
	return {
		secureContext: window.isSecureContext,
		crossOriginIsolated: window.crossOriginIsolated,
		sharedArrayBuffer: typeof SharedArrayBuffer === "function",
		webAssembly: typeof WebAssembly === "object",
		async serviceWorker() {
			if (!("serviceWorker" in navigator)) return "missing";
			// The question is refused where the answer would be "blocked".
			return navigator.serviceWorker.getRegistrations().then(
				() => "usable",
				() => "blocked",
			);
		},
		tabDied: () => death.takeNote(),
		reserveMemory() {
			try {
				return (
					new WebAssembly.Memory({ initial: 1, maximum: PROBE_PAGES, shared: true }).buffer.byteLength > 0
				);
			} catch {
				return false;
			}
		},
		hostOrigin: frame.origin,
		async reachHost(signal) {
			// Not readable from here; that it is answered at all is the news.
			await fetch(`${frame.origin}/headless`, { mode: "no-cors", cache: "no-store", signal });
		},
		get hostSpoke() {
			return frame.spoke;
		},
		async otherTabs() {
			if (!("locks" in navigator)) return 0;
			const { held = [] } = await navigator.locks.query();
			// One of them is this page's own.
			return Math.max(0, held.filter(({ name }) => name === LOCK).length - 1);
		},
	};
}

/** Lets other tabs see that this one has a WebContainer. Gives the function that ends it. */
export function announceContainer(): () => void {
	if (!("locks" in navigator)) return () => {};
	let release = () => {};
	const released = new Promise<void>((resolve) => {
		release = resolve;
	});
	// A refusal here (an opaque origin) costs one hint of the diagnosis, nothing else.
	void navigator.locks.request(LOCK, { mode: "shared" }, () => released).catch(() => {});
	return release;
}
