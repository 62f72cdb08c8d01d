import { type Cases, later, storage } from "../case";

async function collect(iterable: AsyncIterable<unknown>): Promise<unknown[]> {
	const values = [];
	for await (const value of iterable) values.push(value);
	return values;
}
const message = (error: unknown) => (error as Error).message;

export const generatorCases: Cases = {
	"async generator: context of the one who asks": async () => {
		const als = storage();
		async function* stores() {
			yield als.getStore();
			await later();
			yield als.getStore();
		}
		const made = als.run(1, () => stores());
		return [
			(await als.run(2, () => made.next())).value,
			(await als.run(3, () => made.next())).value,
			als.getStore(),
		];
	},
	"async generator: asked without a context": async () => {
		const als = storage();
		const made = als.run(1, () =>
			(async function* () {
				await null;
				yield als.getStore();
			})(),
		);
		return (await made.next()).value;
	},
	"async generator: consumer keeps its own": async () => {
		const als = storage();
		async function* numbers() {
			yield 1;
			await later();
			yield 2;
		}
		return als.run("c", async () => {
			const seen = [];
			for await (const n of numbers()) seen.push([n, als.getStore()]);
			return [seen, als.getStore()];
		});
	},
	"async generator: several requests at once": async () => {
		const als = storage();
		async function* stores() {
			for (let i = 0; i < 4; i++) {
				await later();
				yield [i, als.getStore()];
			}
		}
		const made = stores();
		const asked = [1, 2, 3].map((id) => als.run(id, () => made.next()));
		return (await Promise.all(asked)).map(({ value }) => value);
	},
	"async generator: next with values": async () => {
		async function* echo(): AsyncGenerator<unknown, unknown, unknown> {
			const seen = [];
			while (seen.length < 3) seen.push(yield seen.length);
			return seen;
		}
		const made = echo();
		const results = [];
		for (const value of ["ignored", "a", "b", "c"]) results.push(await made.next(value));
		return results;
	},
	"async generator: enterWith inside": async () => {
		const als = storage();
		async function* stores() {
			als.enterWith(5);
			yield als.getStore();
			await null;
			yield als.getStore();
		}
		return [await collect(stores()), als.getStore()];
	},
	"async generator: yields promises": async () => {
		async function* promises() {
			yield later("a");
			yield Promise.resolve("b");
			return later("c");
		}
		const made = promises();
		return [await made.next(), await made.next(), await made.next(), await made.next()];
	},
	"async generator: yields a rejected promise": async () => {
		async function* promises() {
			try {
				yield Promise.reject(new Error("inside"));
			} catch (error) {
				yield message(error);
			}
		}
		return collect(promises());
	},
	"async generator: an error ends it": async () => {
		async function* fails() {
			yield 1;
			throw new Error("x");
		}
		const made = fails();
		return [await made.next(), await made.next().catch(message), await made.next()];
	},
	"async generator: return": async () => {
		async function* endless() {
			for (let i = 0; ; i++) yield i;
		}
		const made = endless();
		return [await made.next(), await made.return("r" as never), await made.next()];
	},
	"async generator: return before the start": async () => {
		const ran: string[] = [];
		async function* never() {
			ran.push("ran");
			yield 1;
		}
		const made = never();
		return [await made.return(later("r") as never), await made.next(), ran];
	},
	"async generator: return runs a finally with await": async () => {
		const als = storage();
		const seen: unknown[] = [];
		async function* careful() {
			try {
				yield 1;
			} finally {
				seen.push("before", als.getStore());
				await later();
				seen.push("after", als.getStore());
			}
		}
		const made = careful();
		await als.run(1, () => made.next());
		const result = await als.run(2, () => made.return("r" as never));
		return [result, seen];
	},
	"async generator: finally with two awaits and a yield": async () => {
		const seen: unknown[] = [];
		async function* careful(): AsyncGenerator<unknown, unknown, unknown> {
			try {
				yield 1;
			} finally {
				await later();
				seen.push(yield "from finally");
				await later();
				seen.push("end");
			}
			return undefined;
		}
		const made = careful();
		await made.next();
		return [await made.return("r"), await made.next("sent"), await made.next(), seen];
	},
	"async generator: finally overrides return": async () => {
		async function* stubborn() {
			try {
				yield 1;
			} finally {
				await null;
				// biome-ignore lint/correctness/noUnsafeFinally: the case is about it
				return "mine";
			}
		}
		const made = stubborn();
		await made.next();
		return made.return("yours" as never);
	},
	"async generator: return with a rejected promise": async () => {
		async function* careful() {
			try {
				yield 1;
			} catch (error) {
				yield message(error);
			}
		}
		const made = careful();
		await made.next();
		return [await made.return(Promise.reject(new Error("x")) as never), await made.next()];
	},
	"async generator: throw caught inside": async () => {
		const als = storage();
		async function* careful() {
			try {
				yield 1;
			} catch (error) {
				await later();
				yield [message(error), als.getStore()];
			}
		}
		const made = careful();
		await made.next();
		return als.run(2, () => made.throw(new Error("x")));
	},
	"async generator: throw before the start": async () => {
		async function* never() {
			yield 1;
		}
		const made = never();
		return [await made.throw(new Error("x")).catch(message), await made.next()];
	},
	"async generator: break closes it": async () => {
		const als = storage();
		const seen: unknown[] = [];
		async function* careful() {
			try {
				yield 1;
				yield 2;
			} finally {
				await later();
				seen.push("closed", als.getStore());
			}
		}
		return als.run(1, async () => {
			for await (const n of careful()) {
				seen.push(n);
				break;
			}
			return [seen, als.getStore()];
		});
	},
	"async generator: thenable in yield and return": async () => {
		const als = storage();
		const thenable = {
			// biome-ignore lint/suspicious/noThenProperty: the case is about it
			then(resolve: (value: unknown) => void) {
				resolve(als.getStore());
			},
		};
		async function* thenables() {
			yield thenable;
			return thenable;
		}
		const made = thenables();
		return als.run(1, async () => [await made.next(), await made.next()]);
	},
	"async generator: method, private field, super": async () => {
		class Base {
			async *parts() {
				yield "base";
			}
		}
		class Derived extends Base {
			#part = "own";
			override async *parts() {
				yield* super.parts();
				await null;
				yield this.#part;
			}
		}
		return collect(new Derived().parts());
	},
	"async generator: what it is": () => {
		async function* generator() {}
		const made = generator();
		const described = Object.getOwnPropertyDescriptor(made, "next");
		return [
			Object.prototype.toString.call(made),
			(made[Symbol.asyncIterator] as () => unknown).call(made) === made,
			described === undefined,
			typeof made.return,
			made.next() instanceof Promise,
		];
	},
	"async generator: order of settling": async () => {
		const log: string[] = [];
		async function* numbers() {
			log.push("body");
			yield 1;
			log.push("again");
			await null;
			yield 2;
		}
		const made = numbers();
		const ticks = (async () => {
			for (let i = 0; i < 9; i++) {
				await null;
				log.push(`tick${i}`);
			}
		})();
		const asked = [
			made.next().then(() => log.push("first")),
			made.next().then(() => log.push("second")),
			made.next().then(() => log.push("third")),
			made.return(undefined as never).then(() => log.push("returned")),
		];
		await Promise.all([...asked, ticks]);
		return log;
	},
};
