/** Kept by the tab, so that a page that comes back in the same tab finds it. */
const KEY = "server-actions-playground.webcontainer-alive";

/** What is used of a page. */
export interface MortalPage {
	storage: Pick<Storage, "getItem" | "setItem" | "removeItem">;
	/** `addEventListener` of the window: hears `pagehide` and, from the document, `visibilitychange`. */
	on(event: "pagehide" | "visibilitychange", listener: () => void): () => void;
	readonly visible: boolean;
}

/**
 * Finds out whether the browser ended this page while it had a WebContainer. A tab that runs out of memory (on iOS every
 * tab has a limit) is loaded anew without a word, and would be again and again.
 */
export class TabDeath {
	readonly #page: MortalPage;
	#died: boolean;

	constructor(page: MortalPage) {
		this.#page = page;
		this.#died = this.#quietly(() => page.storage.getItem(KEY) !== null) ?? false;
		this.#mark(false);
	}

	/** Whether that happened just before this page was loaded. Says so once: what comes after is another try. */
	takeNote(): boolean {
		const died = this.#died;
		this.#died = false;
		return died;
	}

	/** From now on a WebContainer is here, until the function that this gives is called. */
	watch(): () => void {
		// Hidden tabs are ended for other reasons; one that is left says so.
		const look = () => this.#mark(this.#page.visible);
		const stops = [
			this.#page.on("visibilitychange", look),
			this.#page.on("pagehide", () => this.#mark(false)),
		];
		look();
		return () => {
			for (const stop of stops) stop();
			this.#mark(false);
		};
	}

	#mark(alive: boolean): void {
		const { storage } = this.#page;
		this.#quietly(() => (alive ? storage.setItem(KEY, "1") : storage.removeItem(KEY)));
	}

	/** A browser may keep nothing for this site; that costs one hint of the diagnosis. */
	#quietly<T>(work: () => T): T | null {
		try {
			return work();
		} catch {
			return null;
		}
	}
}

/** The page that this code runs in. */
export function thisMortalPage(): MortalPage {
	return {
		storage: {
			getItem: (key) => sessionStorage.getItem(key),
			setItem: (key, value) => sessionStorage.setItem(key, value),
			removeItem: (key) => sessionStorage.removeItem(key),
		},
		on(event, listener) {
			const target: EventTarget = event === "pagehide" ? window : document;
			target.addEventListener(event, listener);
			return () => target.removeEventListener(event, listener);
		},
		get visible() {
			return document.visibilityState === "visible";
		},
	};
}
