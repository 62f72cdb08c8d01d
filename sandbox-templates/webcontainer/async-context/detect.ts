import { AsyncLocalStorage } from "node:async_hooks";

interface Storage {
	run(store: unknown, callback: () => unknown): unknown;
	getStore(): unknown;
	disable?(): void;
}

export interface DetectionHost {
	AsyncLocalStorage: new () => Storage;
	/** Runs the waiting microtasks at once; absent where the host cannot. */
	runMicrotasks?: (() => void) | undefined;
	/** `own` and `native` decide without a look at the host; from the environment variable `ASYNC_CONTEXT`. */
	wanted?: string | undefined;
}

/** What the host does with its context over a native `await`: keeps it, loses it, or does not let us see in time. */
export type Observation = "kept" | "lost" | "unseen";

function thisHost(): DetectionHost {
	// Undocumented, but in every Node.js since 0.10: the function that Node itself calls after each callback.
	const tick = (process as unknown as { _tickCallback?: () => void })._tickCallback;
	return {
		AsyncLocalStorage,
		runMicrotasks: typeof tick === "function" ? () => tick.call(process) : undefined,
		wanted: process.env.ASYNC_CONTEXT,
	};
}

function startProbe(Storage: DetectionHost["AsyncLocalStorage"]) {
	const storage = new Storage();
	const store = {};
	const seen: { afterAwait?: boolean } = {};
	const done = storage.run(store, async () => {
		await null;
		seen.afterAwait = storage.getStore() === store;
	});
	// Node 20 pays for promise hooks as long as one storage is enabled.
	return { seen, done: done as Promise<void>, end: () => storage.disable?.() };
}

/** Looks at once, which a host can only answer if it can run its microtasks at once. */
export function observe(host: DetectionHost = thisHost()): Observation {
	const probe = startProbe(host.AsyncLocalStorage);
	host.runMicrotasks?.();
	probe.end();
	if (probe.seen.afterAwait === undefined) return "unseen";
	return probe.seen.afterAwait ? "kept" : "lost";
}

/** Looks and waits for the answer, which then is certain. For whoever can pass it on as `ASYNC_CONTEXT`. */
export async function observeLater(Storage: DetectionHost["AsyncLocalStorage"]): Promise<"kept" | "lost"> {
	const probe = startProbe(Storage);
	await probe.done;
	probe.end();
	return probe.seen.afterAwait ? "kept" : "lost";
}

/**
 * Whether this host needs an async context of ours. It must be known before the first module takes hold of
 * `AsyncLocalStorage`, so there is no waiting; where the host does not let us see in time, the answer is yes: ours on
 * a sound host costs a little time, none on an unsound one stops Next.js.
 */
export function needsAsyncContext(host: DetectionHost = thisHost()): boolean {
	if (host.wanted === "own") return true;
	if (host.wanted === "native") return false;
	return observe(host) !== "kept";
}
