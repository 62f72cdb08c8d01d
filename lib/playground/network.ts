import { createStore, type StoreApi } from "zustand/vanilla";
import type { Session } from "@/lib/sandbox/session/types";

/** Milliseconds that a slow network adds to each request: long enough to see pending and optimistic states. */
export const SLOW_MS = 2_000;

export interface NetworkState {
	slow: boolean;
	/** Why it could not be switched, in words. */
	trouble: string | null;
}

/** The learner's slow network. Only browsers have it; the requests of checks do not. */
export interface Network {
	store: StoreApi<NetworkState>;
	setSlow(slow: boolean): void;
}

export function createNetwork(session: Session, signal: AbortSignal): Network {
	const store = createStore<NetworkState>(() => ({ slow: false, trouble: null }));
	async function apply(): Promise<void> {
		const { runner } = session;
		const wanted = store.getState().slow ? SLOW_MS : 0;
		if (!runner || session.getState().state !== "ready" || runner.latencyMs === wanted) return;
		try {
			await runner.setLatency(wanted, signal);
			store.setState({ trouble: null });
		} catch (error) {
			if (!signal.aborted)
				store.setState({ trouble: error instanceof Error ? error.message : String(error) });
		}
	}
	// Another machine, or the same one met again after a reload of the page.
	const stop = session.subscribe(() => void apply());
	signal.addEventListener("abort", () => {
		stop();
		// The sandbox lives on for the next lesson, whose network is as fast as it can be.
		session.runner?.setLatency(0).catch(() => {});
	});
	return {
		store,
		setSlow(slow) {
			store.setState({ slow });
			void apply();
		},
	};
}
