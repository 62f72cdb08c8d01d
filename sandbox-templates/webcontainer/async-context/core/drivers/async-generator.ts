import { type AsyncGeneratorRun, createRuns } from "./async-generator-run";
import type { DriverHost, GeneratorBody } from "./host";
import type { AnyAsyncIterator } from "./iteration";

/**
 * Makes the driver of lowered async generators. What it gives is an object like the engine's own: same prototype
 * chain, same tag, methods on the prototype.
 */
export function createAsyncGeneratorDriver(
	host: DriverHost,
	toAsyncIterator: (iterable: unknown) => AnyAsyncIterator,
) {
	const startRun = createRuns(host, toAsyncIterator);
	const runs = new WeakMap<object, AsyncGeneratorRun>();

	const method = (kind: "next" | "throw" | "return") =>
		({
			[kind](this: object, value: unknown) {
				const run = runs.get(this);
				if (run) return run.request(kind, value);
				return host.Promise.reject(
					new TypeError(`${kind} method called on incompatible receiver ${String(this)}`),
				);
			},
		})[kind];

	const hidden = { writable: true, configurable: true, enumerable: false };
	const prototype = Object.create(asyncIteratorPrototype(), {
		next: { value: method("next"), ...hidden },
		return: { value: method("return"), ...hidden },
		throw: { value: method("throw"), ...hidden },
		[Symbol.toStringTag]: { value: "AsyncGenerator", configurable: true },
	});

	return function drive(
		self: unknown,
		args: ArrayLike<unknown> | null,
		body: GeneratorBody,
	): AsyncGenerator<unknown, unknown, unknown> {
		const generator = Object.create(prototype);
		runs.set(generator, startRun(Reflect.apply(body, self, args ?? [])));
		return generator;
	};
}

/** No global name leads to it, only an async generator; which may itself have been lowered by somebody's compiler. */
function asyncIteratorPrototype(): object {
	let found: object | null = (async function* () {})();
	while (found && !Object.hasOwn(found, Symbol.asyncIterator)) found = Object.getPrototypeOf(found);
	return (
		found ?? {
			[Symbol.asyncIterator]() {
				return this;
			},
		}
	);
}
