export interface BucketOptions {
	/** How much may be taken at once. */
	burst: number;
	/** How much comes back in a second. */
	perSecond: number;
	now?: () => number;
}

/** Beyond this many keys the full buckets are forgotten: they say nothing. */
const MAX_KEYS = 10_000;

/** A token bucket for each key. */
export class Buckets {
	private readonly levels = new Map<string, { level: number; at: number }>();
	constructor(private readonly options: BucketOptions) {}

	/** Milliseconds until `cost` may be taken from the bucket of `key`; 0: now. */
	waitFor(key: string, cost = 1): number {
		const missing = Math.min(cost, this.options.burst) - this.level(key);
		return missing <= 0 ? 0 : Math.ceil((missing / this.options.perSecond) * 1000);
	}

	/** Takes `cost`, down to an empty bucket. */
	spend(key: string, cost = 1): void {
		if (this.levels.size >= MAX_KEYS) this.sweep();
		const level = Math.max(0, this.level(key) - cost);
		// Taken out first, so that the order of the keys is that of their last use.
		this.levels.delete(key);
		this.levels.set(key, { level, at: this.now() });
	}

	/** Takes `cost` if it is there. Gives the milliseconds to wait otherwise. */
	take(key: string, cost = 1): number {
		const wait = this.waitFor(key, cost);
		if (wait === 0) this.spend(key, cost);
		return wait;
	}

	private level(key: string): number {
		const { burst, perSecond } = this.options;
		const bucket = this.levels.get(key);
		if (!bucket) return burst;
		return Math.min(burst, bucket.level + ((this.now() - bucket.at) / 1000) * perSecond);
	}

	private sweep(): void {
		for (const key of this.levels.keys()) if (this.level(key) >= this.options.burst) this.levels.delete(key);
		// All in use: somebody plays with addresses. The oldest go, many at once, so that this is seldom done.
		for (const key of this.levels.keys()) {
			if (this.levels.size < MAX_KEYS * 0.9) return;
			this.levels.delete(key);
		}
	}

	private now(): number {
		return this.options.now?.() ?? Date.now();
	}
}
