import { notAFunction, wrongAsyncId, wrongType } from "./refusals";
import type { Callable, ContextSlot, Frame } from "./slot";

export type ResourceOptions = number | { triggerAsyncId?: number; requireManualDestroy?: boolean };

/** What is taken from the host where it has an `AsyncResource`: its ids, and the hooks of its own that hear of it. */
export interface HostResource {
	runInAsyncScope(fn: Callable, thisArg?: unknown, ...args: unknown[]): unknown;
	bind(fn: Callable, thisArg?: unknown): (...args: unknown[]) => unknown;
	emitDestroy(): this;
	asyncId(): number;
	triggerAsyncId(): number;
}
export type HostResourceClass = new (type: string, options?: ResourceOptions) => HostResource;

let lastAsyncId = 1;

/** The `AsyncResource` of a host that has none. */
export class PlainResource implements HostResource {
	readonly #asyncId: number;
	readonly #triggerAsyncId: number;

	constructor(type: string, options: ResourceOptions = {}) {
		if (typeof type !== "string") throw wrongType("type", "string", type);
		const trigger = typeof options === "number" ? options : (options.triggerAsyncId ?? 1);
		if (!Number.isSafeInteger(trigger) || trigger < -1) throw wrongAsyncId("triggerAsyncId", trigger);
		lastAsyncId += 1;
		this.#asyncId = lastAsyncId;
		this.#triggerAsyncId = trigger;
	}

	runInAsyncScope(fn: Callable, thisArg?: unknown, ...args: unknown[]): unknown {
		return Reflect.apply(fn, thisArg, args);
	}
	bind(fn: Callable): (...args: unknown[]) => unknown {
		return fn as (...args: unknown[]) => unknown;
	}
	emitDestroy(): this {
		return this;
	}
	asyncId(): number {
		return this.#asyncId;
	}
	triggerAsyncId(): number {
		return this.#triggerAsyncId;
	}
}

/** Makes the `AsyncResource` class that remembers the context in which it was made. Its interface is that of Node.js. */
export function createResourceClass(slot: ContextSlot, Host: HostResourceClass = PlainResource) {
	return class AsyncResource extends Host {
		readonly #frame: Frame | null = slot.current;

		/** Calls `fn(...args)` with `thisArg`, in the context in which this resource was made. */
		override runInAsyncScope(fn: Callable, thisArg?: unknown, ...args: unknown[]): unknown {
			const before = slot.current;
			slot.current = this.#frame;
			try {
				return super.runInAsyncScope(fn, thisArg, ...args);
			} finally {
				slot.current = before;
			}
		}

		/** Gives a function that calls `fn` in this resource; with its own `this` unless `thisArg` is given. */
		override bind(fn: Callable, thisArg?: unknown): (...args: unknown[]) => unknown {
			if (typeof fn !== "function") throw notAFunction("fn", fn);
			const resource = this;
			const bound = function (this: unknown, ...args: unknown[]) {
				return resource.runInAsyncScope(fn, thisArg === undefined ? this : thisArg, ...args);
			};
			Object.defineProperties(bound, {
				length: { value: fn.length, configurable: true },
				asyncResource: { value: resource, configurable: true, enumerable: true, writable: true },
			});
			return bound;
		}

		/** `bind` by a new resource of this moment. */
		static override bind(fn: Callable, type?: string, thisArg?: unknown): (...args: unknown[]) => unknown {
			if (typeof fn !== "function") throw notAFunction("fn", fn);
			return new AsyncResource(type || fn.name || "bound-anonymous-fn").bind(fn, thisArg);
		}
	};
}

export type AsyncResourceClass = ReturnType<typeof createResourceClass>;
