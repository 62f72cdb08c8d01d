import type { Callable, ContextSlot } from "./slot";

const apply = Reflect.apply;
type Reaction = ((value: unknown) => unknown) | null | undefined;

/** The host's own promise functions, before they were instrumented, and what the drivers need besides. */
export interface InstrumentedPromises {
	Promise: PromiseConstructor;
	/** Calls one of the two when `promise` settles, in the context of now. `promise` is one of the host's own. */
	react(promise: unknown, fulfilled: Reaction, rejected: Reaction): void;
	/** The promise that `await value` waits for. Throws what reading `value.constructor` throws. */
	toPromise(value: unknown): Promise<unknown>;
	/** `value`, or in its place a thenable whose `then` is called in the context of now. */
	keepContext(value: unknown): unknown;
}

/**
 * Makes promise reactions run in the context in which they were registered.
 *
 * `then` is the one door: `catch`, `finally`, `Promise.all` and its like look it up, and so does lowered code. Only
 * a native `await` goes past it, which is why async functions must be lowered.
 */
export function instrumentPromises(
	slot: ContextSlot,
	NativePromise: PromiseConstructor,
): InstrumentedPromises {
	const nativeThen = NativePromise.prototype.then as Callable;
	const nativeResolve = NativePromise.resolve as Callable;

	// A foreign thenable's own `then` is called by a job of the host, that is from the root.
	function keepContext(value: unknown): unknown {
		if (slot.current === null || value === null) return value;
		if (typeof value !== "object" && typeof value !== "function") return value;
		if (value instanceof NativePromise && value.then === patched.then) return value;
		const method: unknown = (value as PromiseLike<unknown>).then;
		if (typeof method !== "function") return value;
		const frame = slot.current;
		return {
			// biome-ignore lint/suspicious/noThenProperty: a thenable is what is asked for
			then: (resolve: unknown, reject: unknown) => slot.run(frame, method, value, [resolve, reject]),
		};
	}

	function bindReaction(reaction: unknown): unknown {
		if (typeof reaction !== "function") return reaction;
		const frame = slot.current;
		return (value: unknown) => {
			const before = slot.current;
			slot.current = frame;
			try {
				// The promise that `then` gave is resolved with this; its thenable job belongs to the same context.
				return keepContext(reaction(value));
			} finally {
				slot.current = before;
			}
		};
	}

	// Methods of an object literal: like the built-in ones they have a name and cannot be called with `new`.
	const patched = {
		// biome-ignore lint/suspicious/noThenProperty: this is the `then` of all promises
		then(this: unknown, fulfilled: unknown, rejected: unknown) {
			return apply(nativeThen, this, [bindReaction(fulfilled), bindReaction(rejected)]);
		},
		resolve(this: unknown, value: unknown) {
			const same = value instanceof NativePromise && value.constructor === this;
			return apply(nativeResolve, this, [same ? value : keepContext(value)]);
		},
	};
	Object.defineProperty(patched.resolve, "length", { value: nativeResolve.length, configurable: true });
	const hidden = { writable: true, configurable: true, enumerable: false };
	// biome-ignore lint/suspicious/noThenProperty: see above
	Object.defineProperty(NativePromise.prototype, "then", { value: patched.then, ...hidden });
	Object.defineProperty(NativePromise, "resolve", { value: patched.resolve, ...hidden });

	return {
		Promise: NativePromise,
		react: (promise, fulfilled, rejected) => {
			apply(nativeThen, promise, [bindReaction(fulfilled), bindReaction(rejected)]);
		},
		toPromise: (value) => apply(patched.resolve, NativePromise, [value]),
		keepContext,
	};
}
