import { abortableDelay } from "@/lib/util/delay";

/**
 * Reads again and again until `accept` says yes or time is up; gives the last value read either way. A read that
 * throws ends it. The pause grows from 16 to 100 ms: quick at first, cheap later.
 */
export async function until<T>(
	read: () => Promise<T>,
	accept: (value: T) => boolean,
	{ timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
): Promise<T> {
	const deadline = Date.now() + timeoutMs;
	for (let pause = 16; ; pause = Math.min(100, pause * 1.5)) {
		signal.throwIfAborted();
		const value = await read();
		if (accept(value) || Date.now() >= deadline) return value;
		await abortableDelay(Math.min(pause, Math.max(0, deadline - Date.now())), signal);
	}
}
