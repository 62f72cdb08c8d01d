import { createStore, type StoreApi } from "zustand/vanilla";
import type { QuizEvent } from "@/lib/quiz/contract";
import { randomId } from "@/lib/util/random-id";
import type { ProgressEvent, ProgressFact } from "./events";
import { foldProgress, isLessonEvent, type Progress } from "./fold";
import { openProgressLog, type ProgressLog } from "./log";

export type ProgressState =
	| { state: "loading" }
	| { state: "ready"; progress: Progress; quiz: readonly QuizEvent[] }
	/** The browser keeps nothing (private window, full disk); what happens now lasts until the page is closed. */
	| { state: "unsaved"; progress: Progress; quiz: readonly QuizEvent[] };

/** A learner's progress in this browser: what is shown, and the few ways to add to it. */
export interface ProgressKeeper {
	store: StoreApi<ProgressState>;
	/** Reads what is kept, again if it was read before: another tab may have written. */
	load(): Promise<void>;
	/** Adds facts. Never rejects: what the browser will not keep is shown until the page is closed. */
	record(...facts: ProgressFact[]): Promise<void>;
	/** Calls with the facts of each {@link record} of this page, until the signal aborts. */
	watch(listener: (facts: readonly ProgressFact[]) => void, signal: AbortSignal): void;
	/** Every event of this browser, those it refused to keep too. */
	events(): Promise<ProgressEvent[]>;
	/** Adds events of elsewhere; gives how many were new. Rejects where the browser keeps nothing. */
	add(events: readonly ProgressEvent[]): Promise<number>;
}

export function createProgressKeeper(log: ProgressLog, now: () => number = Date.now): ProgressKeeper {
	const store = createStore<ProgressState>(() => ({ state: "loading" }));
	let events: ProgressEvent[] = [];
	// Facts the browser refused to keep, numbered under a client of their own.
	const unkeptId = randomId();
	const unkept: ProgressEvent[] = [];
	const listeners = new Set<(facts: readonly ProgressFact[]) => void>();

	const show = (state: "ready" | "unsaved" = unkept.length > 0 ? "unsaved" : "ready") => {
		const all = [...events, ...unkept];
		const quiz = all.filter((event) => !isLessonEvent(event));
		store.setState({ state, progress: foldProgress(all), quiz }, true);
	};
	const load = async () => {
		try {
			events = await log.read();
			show();
		} catch {
			show("unsaved");
		}
	};

	return {
		store,
		load,
		async record(...facts) {
			for (const listener of listeners) listener(facts);
			try {
				events = [...events, ...(await log.append(facts))];
			} catch {
				for (const fact of facts) {
					unkept.push({ ...fact, clientId: unkeptId, seq: unkept.length, at: now() });
				}
			}
			show();
		},
		watch(listener, signal) {
			if (signal.aborted) return;
			listeners.add(listener);
			signal.addEventListener("abort", () => listeners.delete(listener), { once: true });
		},
		async events() {
			await load();
			return [...events, ...unkept];
		},
		async add(incoming) {
			const added = await log.merge(incoming);
			await load();
			return added;
		},
	};
}

let shared: ProgressKeeper | null = null;

/** The one keeper of this page. */
export function progressKeeper(): ProgressKeeper {
	shared ??= createProgressKeeper(openProgressLog());
	return shared;
}
