import { awaitValue, type DriverHost, iteratorResult } from "./host";

export interface AnyAsyncIterator {
	next(...args: unknown[]): unknown;
	return?(...args: unknown[]): unknown;
	throw?(...args: unknown[]): unknown;
}
type AnyIterator = Iterator<unknown, unknown, unknown>;
type Method = (...args: unknown[]) => unknown;

/** An iterator's optional method; `null` counts as none. */
export function methodOf(iterator: object, name: "return" | "throw"): Method | undefined {
	const method: unknown = (iterator as Record<string, unknown>)[name];
	if (method === undefined || method === null) return undefined;
	if (typeof method !== "function") throw new TypeError(`${String(method)} is not a function`);
	return method as Method;
}

/**
 * Makes `toAsyncIterator(iterable)`: what `for await` and `yield*` iterate. A synchronous iterable is adapted, each of
 * its values awaited (ECMAScript "CreateAsyncFromSyncIterator"). Throws a `TypeError` for what cannot be iterated.
 */
export function createIteration(host: DriverHost) {
	function fromSync(iterator: AnyIterator): AnyAsyncIterator {
		const settle = (step: () => IteratorResult<unknown>) =>
			new host.Promise((resolve, reject) => {
				const { done, value } = step();
				awaitValue(host, value, (settled) => resolve({ value: settled, done: done === true }), reject);
			});
		const next = iterator.next;
		return {
			next: (...args) => settle(() => iteratorResult(Reflect.apply(next, iterator, args))),
			return: (...args) =>
				settle(() => {
					const method = methodOf(iterator, "return");
					if (!method) return { done: true, value: args[0] };
					return iteratorResult(Reflect.apply(method, iterator, args));
				}),
			throw: (...args) =>
				settle(() => {
					const method = methodOf(iterator, "throw");
					if (!method) throw args[0];
					return iteratorResult(Reflect.apply(method, iterator, args));
				}),
		};
	}

	return function toAsyncIterator(iterable: unknown): AnyAsyncIterator {
		const source = iterable as Partial<AsyncIterable<unknown> & Iterable<unknown>>;
		const method = source[Symbol.asyncIterator];
		if (method === undefined || method === null) {
			const syncMethod = source[Symbol.iterator];
			if (typeof syncMethod !== "function") throw new TypeError("The value is not async iterable");
			return fromSync(Reflect.apply(syncMethod, source, []));
		}
		if (typeof method !== "function") throw new TypeError("The value is not async iterable");
		const iterator: unknown = Reflect.apply(method, source, []);
		if ((typeof iterator !== "object" && typeof iterator !== "function") || iterator === null) {
			throw new TypeError("Result of the Symbol.asyncIterator method is not an object");
		}
		return iterator as AnyAsyncIterator;
	};
}
