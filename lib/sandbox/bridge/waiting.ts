import { SandboxError } from "../errors";
import type { PreviewState } from "./types";

/**
 * A signal that aborts with `no-answer` (in the words of `describe`) after `timeoutMs`, or with `cancelled` when the
 * caller's signal does. `stop` ends both.
 */
export function deadlineSignal(
	options: { timeoutMs: number; signal?: AbortSignal },
	describe: () => string,
): { signal: AbortSignal; stop(): void } {
	const controller = new AbortController();
	const timer = setTimeout(
		() => controller.abort(new SandboxError("no-answer", describe(), { retryable: true })),
		options.timeoutMs,
	);
	const onAbort = () =>
		controller.abort(new SandboxError("cancelled", "This was stopped before it was done."));
	if (options.signal?.aborted) onAbort();
	options.signal?.addEventListener("abort", onAbort);
	return {
		signal: controller.signal,
		stop() {
			clearTimeout(timer);
			options.signal?.removeEventListener("abort", onAbort);
		},
	};
}

/** Asks `look` now and at each change until it gives something. Rejects with what it throws, or the signal's reason. */
export function waitUntil<T>(
	subscribe: (listener: () => void) => () => void,
	signal: AbortSignal,
	look: () => T | null | undefined,
): Promise<T> {
	return new Promise((resolve, reject) => {
		let unsubscribe = () => {};
		const finish = (settle: () => void) => {
			unsubscribe();
			signal.removeEventListener("abort", onAbort);
			settle();
		};
		const onAbort = () => finish(() => reject(signal.reason));
		const check = () => {
			try {
				const value = look();
				if (value !== null && value !== undefined) finish(() => resolve(value));
			} catch (error) {
				finish(() => reject(error));
			}
		};
		if (signal.aborted) return reject(signal.reason);
		signal.addEventListener("abort", onAbort);
		unsubscribe = subscribe(check);
		check();
	});
}

/** Why a wait for the page ended without it, for the learner. */
export function describeWait(state: PreviewState, hasFrame: boolean, timeoutMs: number): string {
	const within = `within ${Math.round(timeoutMs / 100) / 10} seconds`;
	const safe = "Your files are safe.";
	if (!hasFrame)
		return `The preview is not open, so no page of the app could be asked. ${safe} Show the preview.`;
	switch (state.phase) {
		case "empty":
			return `The app did not start ${within}. ${safe}`;
		case "loading":
			return `The page ${state.url} did not load ${within}. ${safe} The server log may say why.`;
		case "hydrating":
			return `The page ${state.url} loaded but did not become interactive ${within}. ${safe} Its console may say why.`;
		case "ready":
			return `The page ${state.url} did not answer ${within}. ${safe} Reload the preview and try again.`;
	}
}
