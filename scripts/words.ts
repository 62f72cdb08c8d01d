/** `83 ms`, `4.2 s`, `3 min 05 s` */
export function seconds(ms: number): string {
	if (ms < 1000) return `${Math.round(ms)} ms`;
	if (ms < 100_000) return `${(ms / 1000).toFixed(1)} s`;
	const whole = Math.round(ms / 1000);
	return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, "0")} s`;
}

/** `1 check`, `3 checks`; `plural` for words that do not take an s. */
export function count(n: number, word: string, plural = `${word}s`): string {
	return `${n} ${n === 1 ? word : plural}`;
}

export function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
