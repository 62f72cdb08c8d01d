export interface RingLimits<T> {
	/** How many items are kept. */
	count: number;
	/** Their total weight, in whatever unit `weigh` gives. The newest item is kept whatever it weighs. */
	weight?: number;
	weigh?: (item: T) => number;
}

/** A list that forgets its oldest items. `items()` gives the same array until something is added. */
export function createRing<T>({ count, weight = Number.POSITIVE_INFINITY, weigh = () => 0 }: RingLimits<T>) {
	let items: readonly T[] = [];
	let total = 0;
	return {
		add(item: T): void {
			const next = [...items, item];
			total += weigh(item);
			while (next.length > 1 && (next.length > count || total > weight)) total -= weigh(next.shift()!);
			items = next;
		},
		items(): readonly T[] {
			return items;
		},
	};
}
