import { awaitValue, type DriverHost, type GeneratorBody } from "./host";

/**
 * Makes the driver of lowered async functions: `async function f() { await x }` has become
 * `function f() { return drive(this, arguments, function* () { yield x }) }`.
 *
 * It takes exactly as many microtask turns as the engine does, since programs depend on their order.
 */
export function createAsyncFunctionDriver(host: DriverHost) {
	return function drive(
		self: unknown,
		args: ArrayLike<unknown> | null,
		body: GeneratorBody,
	): Promise<unknown> {
		return new host.Promise((resolve, reject) => {
			const generator = Reflect.apply(body, self, args ?? []);
			const fulfilled = (value: unknown) => {
				let result: IteratorResult<unknown>;
				try {
					result = generator.next(value);
				} catch (error) {
					reject(error);
					return;
				}
				follow(result);
			};
			const rejected = (reason: unknown) => {
				let result: IteratorResult<unknown>;
				try {
					result = generator.throw(reason);
				} catch (error) {
					reject(error);
					return;
				}
				follow(result);
			};
			const follow = (result: IteratorResult<unknown>) => {
				if (result.done) resolve(host.keepContext(result.value));
				else awaitValue(host, result.value, fulfilled, rejected);
			};
			fulfilled(undefined);
		});
	};
}
