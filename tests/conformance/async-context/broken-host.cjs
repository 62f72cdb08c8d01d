/*
 * Takes from Node.js what a WebContainer lacks: `AsyncLocalStorage` keeps its context over synchronous calls, timers and
 * ticks, and loses it at every `await` and `then`. Loaded before anything else, so that the host's own is out of reach.
 */
const asyncHooks = require("node:async_hooks");

let stores = new Map();

function within(kept, work) {
	const before = stores;
	stores = kept;
	try {
		return work();
	} finally {
		stores = before;
	}
}

function bind(callback) {
	if (typeof callback !== "function") return callback;
	const kept = stores;
	return function (...args) {
		return within(kept, () => callback.apply(this, args));
	};
}

class BrokenStorage {
	getStore() {
		return stores.get(this);
	}
	run(store, callback, ...args) {
		return within(new Map(stores).set(this, store), () => callback(...args));
	}
	exit(callback, ...args) {
		return this.run(undefined, callback, ...args);
	}
	enterWith(store) {
		stores = new Map(stores).set(this, store);
	}
	disable() {
		stores = new Map(stores);
		stores.delete(this);
	}
	static bind(callback) {
		return bind(callback);
	}
	static snapshot() {
		return bind((callback, ...args) => callback(...args));
	}
}

for (const name of ["setTimeout", "setImmediate", "setInterval"]) {
	const native = globalThis[name];
	const bound = (callback, ...args) => native(bind(callback), ...args);
	globalThis[name] = Object.defineProperties(bound, Object.getOwnPropertyDescriptors(native));
}
const { nextTick } = process;
process.nextTick = (callback, ...args) => nextTick.call(process, bind(callback), ...args);

asyncHooks.AsyncLocalStorage = BrokenStorage;
globalThis.AsyncLocalStorage = BrokenStorage;
