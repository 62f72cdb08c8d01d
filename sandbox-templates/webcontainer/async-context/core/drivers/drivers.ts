import { createAsyncFunctionDriver } from "./async-function";
import { createAsyncGeneratorDriver } from "./async-generator";
import type { DriverHost } from "./host";
import { createIteration } from "./iteration";
import { Await, delegateTo } from "./marks";

/** What lowered code calls. The names are those of esbuild's own helpers, without their underscores. */
export function createDrivers(host: DriverHost) {
	const toAsyncIterator = createIteration(host);
	return {
		async: createAsyncFunctionDriver(host),
		await: Await,
		asyncGenerator: createAsyncGeneratorDriver(host, toAsyncIterator),
		yieldStar: delegateTo,
		forAwait: toAsyncIterator,
	};
}

export type Drivers = ReturnType<typeof createDrivers>;
