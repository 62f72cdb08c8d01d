import { createStore, type StoreApi } from "zustand/vanilla";
import { type Found, type Lost, lostSince, type Marker, readMarker, writeMarker } from "./marker";

/** The one thing to say about what this browser keeps, if there is one. */
export type KeepingNotice =
	/** The browser has thrown away what was kept. */
	| ({ kind: "lost" } & Lost)
	/** The browser may begin to throw things away. */
	| { kind: "space-short" };

/** Watches over what this browser keeps of a learner. */
export interface Keeping {
	store: StoreApi<{ notice: KeepingNotice | null }>;
	/** Looks whether something is gone or space is short. Once a page is enough. */
	check(): Promise<void>;
	/** Edits of a lesson were written. */
	noteLesson(slug: string): void;
	/** Something of progress was written. */
	noteProgress(): Promise<void>;
	/** Asks the browser, once ever, not to throw anything away. Firefox asks the learner: call it when they have done something. */
	askToPersist(): Promise<void>;
	/** The learner has put the notice away. */
	dismiss(): void;
}

/** Browsers throw whole sites away when the disk fills; beyond this part of its share a site had better be exported. */
export const SHORT_OF_SPACE = 0.8;

/** How exactly it is known when something was last kept. */
const AT_PRECISION_MS = 60_000;

export interface KeepingOptions {
	/** `localStorage`; `null` where the browser refuses it. */
	memory: Pick<Storage, "getItem" | "setItem"> | null;
	/** `navigator.storage`; secure contexts have it. */
	storage: Partial<Pick<StorageManager, "estimate" | "persist" | "persisted">> | undefined;
	/** Looks into the databases; rejects where the browser refuses them. */
	look(): Promise<Found>;
	/** Milliseconds since the epoch. */
	now(): number;
}

export function createKeeping({ memory, storage, look, now }: KeepingOptions): Keeping {
	const store = createStore<{ notice: KeepingNotice | null }>(() => ({ notice: null }));
	const change = (changes: Partial<Marker>) => writeMarker(memory, { ...readMarker(memory), ...changes });

	async function isShortOfSpace(): Promise<boolean> {
		if (!storage?.estimate || (await storage.persisted?.())) return false;
		const { usage = 0, quota = 0 } = await storage.estimate();
		return quota > 0 && usage / quota > SHORT_OF_SPACE;
	}

	return {
		store,
		async check() {
			// Read first: what is written while the databases are opened is no sign of anything lost.
			const marker = readMarker(memory);
			const found = await look().catch(() => null);
			if (found === null) return;
			const lost = marker.lost ?? lostSince(marker, found);
			if (lost) {
				if (!marker.lost) change({ lessons: [], client: found.client, lost });
				store.setState({ notice: { kind: "lost", ...lost } });
				return;
			}
			if (found.client !== null && marker.client === null) change({ client: found.client });
			const short = await isShortOfSpace().catch(() => false);
			if (!short && marker.spaceDismissed) change({ spaceDismissed: false });
			if (short && !marker.spaceDismissed) store.setState({ notice: { kind: "space-short" } });
		},
		noteLesson(slug) {
			const { lessons, at } = readMarker(memory);
			const isKnown = lessons.includes(slug);
			// After every save, so most times there is nothing new to say.
			if (isKnown && now() - at < AT_PRECISION_MS) return;
			change({ lessons: isKnown ? lessons : [...lessons, slug], at: now() });
		},
		async noteProgress() {
			if (readMarker(memory).client !== null) return;
			const found = await look().catch(() => null);
			if (found?.client) change({ client: found.client, at: now() });
		},
		async askToPersist() {
			if (readMarker(memory).asked || !storage?.persist) return;
			// Before the answer: another tab, or a reload while the browser's question is open, must not ask again.
			change({ asked: { at: now(), granted: null } });
			try {
				const granted = (await storage.persisted?.()) || (await storage.persist());
				change({ asked: { at: now(), granted } });
			} catch {
				// No answer is as good as a refusal: it is not asked again.
			}
		},
		dismiss() {
			const { notice } = store.getState();
			if (notice?.kind === "lost") change({ lost: undefined });
			if (notice?.kind === "space-short") change({ spaceDismissed: true });
			store.setState({ notice: null });
		},
	};
}
