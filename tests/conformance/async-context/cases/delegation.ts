import { type Cases, later, storage } from "../case";

async function collect(iterable: AsyncIterable<unknown>): Promise<unknown[]> {
	const values = [];
	for await (const value of iterable) values.push(value);
	return values;
}
const message = (error: unknown) => (error as Error).message;

export const delegationCases: Cases = {
	"yield*: another async generator": async () => {
		const als = storage();
		async function* inner(): AsyncGenerator<unknown, unknown, unknown> {
			const got = yield ["inner", als.getStore()];
			await later();
			return ["result", got, als.getStore()];
		}
		async function* outer(): AsyncGenerator<unknown, unknown, unknown> {
			const result = yield* inner();
			yield [result, als.getStore()];
			return undefined;
		}
		const made = outer();
		return als.run(1, async () => [await made.next(), await made.next("sent"), await made.next()]);
	},
	"yield*: an array, promises in it": async () => {
		async function* outer() {
			yield* [1, later(2), Promise.resolve(3)];
		}
		return collect(outer());
	},
	"yield*: return reaches the inner one": async () => {
		const seen: unknown[] = [];
		async function* inner() {
			try {
				yield 1;
			} finally {
				await later();
				seen.push("inner");
			}
		}
		async function* outer() {
			try {
				yield* inner();
				seen.push("must not be reached");
			} finally {
				await later();
				seen.push("outer");
			}
		}
		const made = outer();
		await made.next();
		return [await made.return("r" as never), await made.next(), seen];
	},
	"yield*: throw reaches the inner one": async () => {
		async function* inner() {
			try {
				yield 1;
			} catch (error) {
				await later();
				yield `caught ${message(error)}`;
			}
			return "end";
		}
		async function* outer() {
			yield yield* inner();
		}
		const made = outer();
		await made.next();
		return [await made.throw(new Error("x")), await made.next(), await made.next()];
	},
	"yield*: an iterator without throw is closed": async () => {
		const seen: string[] = [];
		const plain = {
			[Symbol.asyncIterator]: () => ({
				next: async () => ({ done: false, value: 1 }),
				return: async () => {
					seen.push("closed");
					return { done: true, value: undefined };
				},
			}),
		};
		async function* outer() {
			try {
				yield* plain;
			} catch (error) {
				yield (error as Error).name;
			}
		}
		const made = outer();
		await made.next();
		return [await made.throw(new Error("x")), seen];
	},
	"yield*: an iterator without return": async () => {
		const plain = {
			[Symbol.asyncIterator]: () => ({ next: async () => ({ done: false, value: 1 }) }),
		};
		async function* outer() {
			yield* plain;
		}
		const made = outer();
		await made.next();
		return [await made.return("r" as never), await made.next()];
	},
	"yield*: refuses what cannot be iterated": async () => {
		async function* outer() {
			try {
				yield* 5 as unknown as AsyncIterable<unknown>;
			} catch (error) {
				yield (error as Error).name;
			}
		}
		return collect(outer());
	},
	"generator that is not async: yield*": () => {
		// One that can be iterated both ways: here only the synchronous one counts.
		const both = {
			*[Symbol.iterator](): Generator<unknown, unknown, unknown> {
				try {
					return [yield "a", yield "b"];
				} finally {
					seen.push("closed");
				}
			},
			async *[Symbol.asyncIterator]() {
				yield "wrong";
			},
		};
		const seen: unknown[] = [];
		function* outer(): Generator<unknown, unknown, unknown> {
			yield* [1, 2];
			const result = yield* both;
			return result;
		}
		const made = outer();
		for (const value of ["", "", "", "x", "y"]) seen.push(made.next(value));
		const cut = outer();
		for (let i = 0; i < 3; i++) cut.next();
		return [seen, cut.return("r")];
	},
	"generator that is not async, inside of one that is, and the other way round": async () => {
		async function* outer() {
			function* inner() {
				const nested = async function* () {
					yield* [later("deep")];
				};
				yield* [1, 2];
				yield nested;
			}
			for (const value of inner()) {
				if (typeof value === "number") yield value;
				else yield* value();
			}
			yield* inner() as Iterable<unknown> as Iterable<number>;
		}
		return (await collect(outer())).map((value) => (typeof value === "function" ? "function" : value));
	},
};
