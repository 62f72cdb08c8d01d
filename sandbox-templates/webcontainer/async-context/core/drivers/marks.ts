/** What the body of a lowered async generator yields for `await value`. */
export class Await {
	constructor(readonly value: unknown) {}
}

/** What it yields for `yield* iterable`. */
export class Delegation {
	constructor(readonly iterable: unknown) {}
}

/**
 * What `yield*` of the lowered body iterates in place of `iterable`: it hands the whole delegation to the driver, and
 * then ends the way the driver says. A generator cannot do it alone, because `return()` may have to wait.
 */
export function delegateTo(iterable: unknown): Iterable<unknown> {
	let handedOver = false;
	const iterator: IterableIterator<unknown> = {
		[Symbol.iterator]: () => iterator,
		next(value?: unknown) {
			if (handedOver) return { done: true, value };
			handedOver = true;
			return { done: false, value: new Delegation(iterable) };
		},
		throw(error: unknown) {
			throw error;
		},
		return: (value?: unknown) => ({ done: true, value }),
	};
	return iterator;
}
