/** Milliseconds before try `n` (from 0) after a loss: grows to 20 s, and no two browsers keep the same step. */
export function retryDelay(n: number, random: () => number = Math.random): number {
	return Math.min(20_000, 500 * 1.8 ** n) * (0.5 + random());
}
