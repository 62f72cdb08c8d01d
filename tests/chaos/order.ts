import { shuffled } from "@/scripts/random";

/** `count` of the items in a random order, each of them before any comes again. */
export function drawn<T>(items: readonly T[], count: number, random: () => number): T[] {
	const order: T[] = [];
	while (items.length > 0 && order.length < count) order.push(...shuffled(items, random));
	return order.slice(0, count);
}
