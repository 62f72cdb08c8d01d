import { notAFunction } from "./refusals";
import type { Callable, ContextSlot, Frame } from "./slot";

export interface StorageOptions {
	/** What `getStore()` gives where nothing has been entered (as in Node.js 24). */
	defaultValue?: unknown;
	name?: string;
}

function withStore(frame: Frame | null, storage: object, store: unknown): Frame {
	return new Map(frame ?? []).set(storage, store);
}

function withoutStore(frame: Frame | null, storage: object): Frame | null {
	if (!frame?.has(storage)) return frame;
	const rest = new Map(frame);
	rest.delete(storage);
	return rest.size === 0 ? null : rest;
}

/** Makes the `AsyncLocalStorage` class whose instances keep their stores in `slot`. Its interface is that of Node.js. */
export function createStorageClass(slot: ContextSlot) {
	return class AsyncLocalStorage {
		readonly name: string;
		#defaultValue: unknown;
		// `disable()` ends all contexts of this storage at once, also those that other callbacks have kept.
		#enabled = true;

		constructor(options: StorageOptions = {}) {
			this.#defaultValue = options?.defaultValue;
			this.name = options?.name === undefined ? "" : `${options.name}`;
		}

		/** The store of the current context, or the default value where none is. */
		getStore(): unknown {
			if (!this.#enabled) return undefined;
			const frame = slot.current;
			return frame?.has(this) ? frame.get(this) : this.#defaultValue;
		}

		/** Calls `callback(...args)` with `store` as the current store; gives what it returns. */
		run(store: unknown, callback: Callable, ...args: unknown[]): unknown {
			if (this.#enabled && Object.is(store, this.getStore())) return Reflect.apply(callback, null, args);
			this.#enabled = true;
			const before = slot.current;
			const inside = withStore(before, this, store);
			slot.current = inside;
			try {
				return Reflect.apply(callback, null, args);
			} finally {
				// Only this storage is set back: what `callback` has entered in other ones goes on.
				slot.current = slot.current === inside ? before : this.#restored(before);
			}
		}

		/** Calls `callback(...args)` without a store. */
		exit(callback: Callable, ...args: unknown[]): unknown {
			return this.run(undefined, callback, ...args);
		}

		/** Makes `store` current for the rest of what runs now and for what it starts. */
		enterWith(store: unknown): void {
			this.#enabled = true;
			slot.enter(withStore(slot.current, this, store));
		}

		/** Ends every context of this storage, until the next `run` or `enterWith`. */
		disable(): void {
			this.#enabled = false;
			slot.current = withoutStore(slot.current, this);
		}

		/** Gives a function that calls `fn` in the contexts of now. Throws a `TypeError` if `fn` is no function. */
		static bind(fn: Callable): (...args: unknown[]) => unknown {
			if (typeof fn !== "function") throw notAFunction("fn", fn);
			const bound = slot.bind(fn);
			Object.defineProperty(bound, "length", { value: fn.length, configurable: true });
			return bound;
		}

		/** Gives a function that calls the function given to it, `(fn, ...args)`, in the contexts of now. */
		static snapshot(): (fn: Callable, ...args: unknown[]) => unknown {
			const frame = slot.current;
			return (fn, ...args) => slot.run(frame, fn, undefined, args);
		}

		#restored(before: Frame | null): Frame | null {
			return before?.has(this)
				? withStore(slot.current, this, before.get(this))
				: withoutStore(slot.current, this);
		}
	};
}

export type AsyncLocalStorageClass = ReturnType<typeof createStorageClass>;
