import type { DriverHost } from "./host";

/** A host without an async context of ours. `then` is looked up at each call: whoever instruments it later is heard. */
export const portableHost: DriverHost = {
	Promise,
	toPromise: (value) => Promise.resolve(value),
	react: (promise, fulfilled, rejected) => {
		promise.then(fulfilled, rejected);
	},
	keepContext: (value) => value,
};
