import { type Cases, later, storage } from "../case";

const settledLater = (value: unknown) => later().then(() => value);
const failedLater = (reason: string) =>
	later().then(() => {
		throw new Error(reason);
	});

export const promiseCases: Cases = {
	"then: chain": async () => {
		const als = storage();
		return als.run(1, () =>
			later()
				.then(() => als.getStore())
				.then((first) => [first, als.getStore()]),
		);
	},
	"then: registered inside, settled outside": async () => {
		const als = storage();
		let settle: (value: unknown) => void = () => {};
		const promise = new Promise((resolve) => {
			settle = resolve;
		});
		const seen = als.run(1, () => promise.then(() => als.getStore()));
		als.run(2, () => settle(null));
		return seen;
	},
	"then: made inside, registered outside": async () => {
		const als = storage();
		const promise = als.run(1, () => later());
		return promise.then(() => als.getStore());
	},
	"then: outside of a context while another is open": async () => {
		const als = storage();
		const seen = later().then(() => als.getStore());
		return als.run(1, async () => [await seen, als.getStore()]);
	},
	"then: rejection handler": async () => {
		const als = storage();
		return als.run(1, () => failedLater("x").then(null, () => als.getStore()));
	},
	"then: without handlers": async () => {
		const als = storage();
		return als.run(1, () =>
			settledLater(2)
				.then()
				.then((value) => [value, als.getStore()]),
		);
	},
	"then: returns a promise made in another context": async () => {
		const als = storage();
		return als.run(1, () =>
			later()
				.then(() => als.run(2, () => settledLater(als.getStore())))
				.then((inner) => [inner, als.getStore()]),
		);
	},
	catch: async () => {
		const als = storage();
		return als.run(1, () => failedLater("x").catch((error) => [error.message, als.getStore()]));
	},
	"finally: after a value": async () => {
		const als = storage();
		const seen: unknown[] = [];
		const value = await als.run(1, () => settledLater("v").finally(() => seen.push(als.getStore())));
		return [value, seen];
	},
	"finally: after an error": async () => {
		const als = storage();
		const seen: unknown[] = [];
		const run = als.run(1, () => failedLater("x").finally(() => seen.push(als.getStore())));
		return [await run.catch((error) => error.message), seen];
	},
	"finally: waits for what it returns": async () => {
		const als = storage();
		const seen: unknown[] = [];
		await als.run(1, () =>
			later()
				.finally(async () => {
					await later();
					seen.push(als.getStore());
				})
				.then(() => seen.push("after", als.getStore())),
		);
		return seen;
	},
	"Promise.all": async () => {
		const als = storage();
		return als.run(1, async () => {
			const values = await Promise.all([
				later().then(() => als.getStore()),
				als.run(2, async () => {
					await later();
					return als.getStore();
				}),
				3,
			]);
			return [values, als.getStore()];
		});
	},
	"Promise.all: one fails": async () => {
		const als = storage();
		return als.run(1, async () => {
			try {
				await Promise.all([later(), failedLater("x")]);
			} catch {
				return als.getStore();
			}
		});
	},
	"Promise.race": async () => {
		const als = storage();
		return als.run(1, async () => {
			const first = await Promise.race([later(als.getStore()), new Promise(() => {})]);
			return [first, als.getStore()];
		});
	},
	"Promise.any": async () => {
		const als = storage();
		return als.run(1, async () => {
			const first = await Promise.any([failedLater("x"), settledLater("v")]);
			return [first, als.getStore()];
		});
	},
	"Promise.any: all fail": async () => {
		const als = storage();
		return als.run(1, () =>
			Promise.any([failedLater("x")]).catch((error) => [error.constructor.name, als.getStore()]),
		);
	},
	"Promise.allSettled": async () => {
		const als = storage();
		return als.run(1, async () => {
			const all = await Promise.allSettled([later(1), failedLater("x")]);
			return [all.map(({ status }) => status), als.getStore()];
		});
	},
	"Promise.resolve: a thenable": async () => {
		const als = storage();
		const thenable = {
			// biome-ignore lint/suspicious/noThenProperty: the case is about it
			then(resolve: (value: unknown) => void) {
				resolve(als.getStore());
			},
		};
		return als.run(1, () => Promise.resolve(thenable).then((inner) => [inner, als.getStore()]));
	},
	"Promise.all: thenables": async () => {
		const als = storage();
		const thenable = {
			// biome-ignore lint/suspicious/noThenProperty: the case is about it
			then(resolve: (value: unknown) => void) {
				resolve(als.getStore());
			},
		};
		return als.run(1, () => Promise.all([thenable, thenable]));
	},
	"new Promise: resolved with a thenable": async () => {
		const als = storage();
		const thenable = {
			// biome-ignore lint/suspicious/noThenProperty: the case is about it
			then(resolve: (value: unknown) => void) {
				resolve(als.getStore());
			},
		};
		return als.run(1, () => new Promise((resolve) => resolve(thenable)));
	},
	"await: a thenable": async () => {
		const als = storage();
		const thenable = {
			// biome-ignore lint/suspicious/noThenProperty: the case is about it
			then(resolve: (value: unknown) => void) {
				const here = als.getStore();
				setTimeout(() => resolve([here, als.getStore()]), 1);
			},
		};
		return als.run(1, async () => [await (thenable as unknown), als.getStore()]);
	},
	"await: a thenable that fails": async () => {
		const als = storage();
		const thenable = {
			// biome-ignore lint/suspicious/noThenProperty: the case is about it
			then(_: unknown, reject: (reason: unknown) => void) {
				reject(als.getStore());
			},
		};
		return als.run(1, async () => {
			try {
				await (thenable as unknown);
			} catch (reason) {
				return [reason, als.getStore()];
			}
		});
	},
	"await: then is read once": async () => {
		let reads = 0;
		const thenable = {
			// biome-ignore lint/suspicious/noThenProperty: the case is about it
			get then() {
				reads++;
				return (resolve: (value: unknown) => void) => resolve("v");
			},
		};
		const als = storage();
		return als.run(1, async () => [await (thenable as unknown), reads]);
	},
	"return of a thenable from an async function": async () => {
		const als = storage();
		const thenable = {
			// biome-ignore lint/suspicious/noThenProperty: the case is about it
			then(resolve: (value: unknown) => void) {
				resolve(als.getStore());
			},
		};
		return als.run(1, async () => {
			await null;
			return thenable;
		});
	},
	"return of a thenable from then": async () => {
		const als = storage();
		const thenable = {
			// biome-ignore lint/suspicious/noThenProperty: the case is about it
			then(resolve: (value: unknown) => void) {
				resolve(als.getStore());
			},
		};
		return als.run(1, () => later().then(() => thenable));
	},
	"subclass of Promise": async () => {
		class Tracked<T> extends Promise<T> {}
		const als = storage();
		return als.run(1, async () => {
			const promise = Tracked.resolve(2).then((value) => [value, als.getStore()]);
			return [promise instanceof Tracked, await promise, als.getStore()];
		});
	},
	"subclass of Promise with its own then": async () => {
		const als = storage();
		class Lazy<T> extends Promise<T> {
			static override get [Symbol.species]() {
				return Promise;
			}
			// biome-ignore lint/suspicious/noThenProperty: the case is about it
			override then(...args: never[]) {
				seen.push(als.getStore());
				return super.then(...(args as unknown as [])) as never;
			}
		}
		const seen: unknown[] = [];
		const promise = als.run(1, () => new Lazy((resolve) => resolve(2)));
		return als.run(3, async () => [await (promise as unknown), als.getStore(), seen]);
	},
	"unhandledRejection: context of the listener": async () => {
		const als = storage();
		const seen = new Promise((resolve) => process.once("unhandledRejection", () => resolve(als.getStore())));
		als.run(1, () => void Promise.reject(new Error("nobody listens")));
		return seen;
	},
	"face of then": () => {
		const { then } = Promise.prototype;
		const described = Object.getOwnPropertyDescriptor(Promise.prototype, "then");
		return [then.name, then.length, "prototype" in then, described?.enumerable, Promise.resolve.name];
	},
	"then of what is no promise": () => {
		try {
			return Promise.prototype.then.call({} as never, null);
		} catch (error) {
			return (error as Error).message;
		}
	},
};
