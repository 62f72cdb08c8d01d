/** Where `@webcontainer/api` 1.6.4 looks for its service when nothing else is set. */
const SERVICE_ORIGIN = "https://stackblitz.com";

/** The service's half of a WebContainer: a hidden frame that the API puts into the page. */
export interface HostFrame {
	/** Its origin. */
	readonly origin: string;
	/** Whether the frame has reported for duty in this page. */
	readonly spoke: boolean;
	/** Loads a frame that never spoke once more: the API itself makes one frame in a page's life, and waits. */
	reload(): void;
}

/** Watches the frame of this page. To be called before the API is told to boot. */
export function watchHostFrame(): HostFrame {
	const address = (globalThis as { WEBCONTAINER_API_IFRAME_URL?: string }).WEBCONTAINER_API_IFRAME_URL;
	const { origin } = new URL(address ?? SERVICE_ORIGIN);
	let spoke = false;
	window.addEventListener("message", function onMessage(event: MessageEvent<unknown>) {
		if (event.origin !== origin || (event.data as { type?: unknown } | null)?.type !== "init") return;
		spoke = true;
		window.removeEventListener("message", onMessage);
	});
	return {
		origin,
		get spoke() {
			return spoke;
		},
		reload() {
			if (spoke) return;
			for (const frame of document.querySelectorAll("iframe")) {
				// biome-ignore lint/correctness/noSelfAssign: assigning the address is how a frame is loaded again
				if (frame.src.startsWith(`${origin}/headless`)) frame.src = frame.src;
			}
		},
	};
}
