/** The little that a driver asks of the place it runs in. */
export interface DriverHost {
	Promise: PromiseConstructor;
	/** The promise that `await value` waits for. Throws what reading `value.constructor` throws. */
	toPromise(value: unknown): Promise<unknown>;
	/** Calls one of the two when `promise` settles, in the context of now. */
	react(
		promise: Promise<unknown>,
		fulfilled: (value: unknown) => void,
		rejected: (error: unknown) => void,
	): void;
	/** `value` as it is to be given to a promise's `resolve`. */
	keepContext(value: unknown): unknown;
}

export type GeneratorBody = (...args: unknown[]) => Generator<unknown, unknown, unknown>;

/** `await value` for code that is not itself a generator: one of the two is called, later. */
export function awaitValue(
	host: DriverHost,
	value: unknown,
	fulfilled: (value: unknown) => void,
	rejected: (error: unknown) => void,
): void {
	let promise: Promise<unknown>;
	try {
		promise = host.toPromise(value);
	} catch (error) {
		rejected(error);
		return;
	}
	host.react(promise, fulfilled, rejected);
}

/** A value that iterators may give. Throws the engine's words for one that they may not. */
export function iteratorResult(value: unknown): IteratorResult<unknown> {
	if ((typeof value !== "object" && typeof value !== "function") || value === null) {
		throw new TypeError(`Iterator result ${String(value)} is not an object`);
	}
	return value as IteratorResult<unknown>;
}
