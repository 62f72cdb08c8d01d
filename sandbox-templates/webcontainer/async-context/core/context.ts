import { createDrivers, type Drivers } from "./drivers/drivers";
import { instrumentPromises } from "./promises";
import { type AsyncResourceClass, createResourceClass, type HostResourceClass } from "./resource";
import { instrumentScheduling } from "./scheduling";
import { type Callable, ContextSlot } from "./slot";
import { type AsyncLocalStorageClass, createStorageClass } from "./storage";
import { instrumentWebStreams } from "./web-streams";

/** The name under which lowered code finds the drivers, and a second copy of this file the first. */
export const GLOBAL_NAME = "__asyncContext";

export interface AsyncContext {
	AsyncLocalStorage: AsyncLocalStorageClass;
	AsyncResource: AsyncResourceClass;
	drivers: Drivers;
	/** For whoever instruments more of the host. */
	slot: ContextSlot;
}

export interface CreateOptions {
	/** The global object whose promises, timers, microtasks and web streams are to keep the context. */
	global: object;
	/** The host's own `AsyncResource`, where it has one. */
	HostResource?: HostResourceClass;
}

/**
 * Gives a realm an async context of its own: `AsyncLocalStorage` and `AsyncResource`, and the drivers of lowered code
 * under `global.__asyncContext`. Needs no Node.js module, so that a browser worker can use it. Done once for a global;
 * a second call gives what the first one made.
 *
 * Async functions keep their context only when they have been lowered (see lower/): nothing else can be put between
 * a native `await` and its continuation.
 */
export function createAsyncContext({ global, HostResource }: CreateOptions): AsyncContext {
	const realm = global as {
		Promise: PromiseConstructor;
		[GLOBAL_NAME]?: Drivers & { context: AsyncContext };
	};
	const present = realm[GLOBAL_NAME];
	if (present) return present.context;

	const nativeThen = realm.Promise.prototype.then as Callable;
	const settled = realm.Promise.resolve();
	const slot = new ContextSlot((task) => Reflect.apply(nativeThen, settled, [task]));

	const drivers = createDrivers(instrumentPromises(slot, realm.Promise));
	instrumentScheduling(slot, global);
	instrumentWebStreams(slot, global);
	const context: AsyncContext = {
		AsyncLocalStorage: createStorageClass(slot),
		AsyncResource: createResourceClass(slot, HostResource),
		drivers,
		slot,
	};
	Object.defineProperty(global, GLOBAL_NAME, { value: { ...drivers, context }, configurable: true });
	return context;
}
