import { setTimeout as delay } from "node:timers/promises";

/** Asks until the answer is neither `null` nor `false`. Rejects with `what` after `ms`. */
export async function until<T>(
	what: string,
	ms: number,
	ask: () => Promise<T | null | false> | T | null | false,
): Promise<T> {
	const deadline = performance.now() + ms;
	for (;;) {
		const answer = await ask();
		if (answer !== null && answer !== false) return answer;
		if (performance.now() >= deadline) throw new Error(`Not within ${ms / 1000} s: ${what}`);
		await delay(50);
	}
}
