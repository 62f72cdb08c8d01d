import { type Cases, later, storage } from "../case";

export const iterationCases: Cases = {
	"for await: an array of promises": async () => {
		const als = storage();
		return als.run(1, async () => {
			const seen = [];
			for await (const value of [later("a"), "b", Promise.resolve("c")]) seen.push([value, als.getStore()]);
			return [seen, als.getStore()];
		});
	},
	"for await: a sync generator is closed on break": async () => {
		const seen: unknown[] = [];
		function* numbers() {
			try {
				yield 1;
				yield 2;
			} finally {
				seen.push("closed");
			}
		}
		for await (const n of numbers()) {
			seen.push(n);
			break;
		}
		return seen;
	},
	"for await: a rejected value in an array": async () => {
		const als = storage();
		return als.run(1, async () => {
			try {
				for await (const _ of [Promise.reject(new Error("x"))]);
			} catch (error) {
				return [(error as Error).message, als.getStore()];
			}
		});
	},
	"for await: an iterator of one's own": async () => {
		const als = storage();
		const seen: unknown[] = [];
		const counter = {
			[Symbol.asyncIterator]() {
				seen.push(["iterator", als.getStore()]);
				let n = 0;
				return {
					next: async () => {
						await later();
						seen.push(["next", als.getStore()]);
						return { done: n === 2, value: n++ };
					},
				};
			},
		};
		return als.run(1, async () => {
			for await (const n of counter) seen.push([n, als.getStore()]);
			return seen;
		});
	},
	"for await: next that gives no promise": async () => {
		let n = 0;
		const counter = {
			[Symbol.asyncIterator]: () => ({
				next: () => ({ done: n === 2, value: n++ }) as unknown as Promise<IteratorResult<number>>,
			}),
		};
		const seen = [];
		for await (const value of counter) seen.push(value);
		return seen;
	},
	"for await: return is awaited on throw": async () => {
		const seen: unknown[] = [];
		const source = {
			[Symbol.asyncIterator]: () => ({
				next: async () => ({ done: false, value: 1 }),
				return: async () => {
					await later();
					seen.push("closed");
					return { done: true, value: undefined };
				},
			}),
		};
		try {
			for await (const _ of source) throw new Error("x");
		} catch (error) {
			seen.push((error as Error).message);
		}
		return seen;
	},
	"for await: an error of next does not close": async () => {
		const seen: string[] = [];
		const source = {
			[Symbol.asyncIterator]: () => ({
				next: async () => {
					throw new Error("next");
				},
				return: async () => {
					seen.push("closed");
					return { done: true, value: undefined };
				},
			}),
		};
		try {
			for await (const _ of source as AsyncIterable<unknown>);
		} catch (error) {
			seen.push((error as Error).message);
		}
		return seen;
	},
	"for await: return from inside": async () => {
		const als = storage();
		async function* numbers() {
			try {
				yield 1;
			} finally {
				await later();
			}
		}
		const first = async () => {
			for await (const n of numbers()) return [n, als.getStore()];
		};
		return als.run(1, first);
	},
	"for await: in a loop, after an error of an earlier round": async () => {
		const seen: unknown[] = [];
		for (let round = 0; round < 3; round++) {
			try {
				for await (const n of [1, 2]) {
					if (round === 0) throw new Error("round 0");
					seen.push([round, n]);
				}
			} catch (error) {
				seen.push((error as Error).message);
			}
		}
		return seen;
	},
	"for await: in a loop, after a break, an iterable that fails": async () => {
		const seen: unknown[] = [];
		const source = (fails: boolean) => ({
			[Symbol.asyncIterator]: () => {
				if (fails) throw new Error("no iterator");
				return {
					next: async () => ({ done: false, value: 1 }),
					return: async () => {
						seen.push("closed");
						return { done: true, value: undefined };
					},
				};
			},
		});
		for (const fails of [false, true]) {
			try {
				for await (const _ of source(fails)) break;
			} catch (error) {
				seen.push((error as Error).message);
			}
		}
		return seen;
	},
	"for await: destructuring": async () => {
		const seen = [];
		for await (const { a, b = "default" } of [later({ a: 1 }), { a: 2, b: "b" }] as {
			a: number;
			b?: string;
		}[]) {
			seen.push([a, b]);
		}
		return seen;
	},
	"for await: refuses what cannot be iterated": async () => {
		try {
			for await (const _ of {} as AsyncIterable<unknown>);
		} catch (error) {
			return (error as Error).name;
		}
	},
	"for await: fifty loops at once": async () => {
		const als = storage();
		async function* steps() {
			for (let i = 0; i < 4; i++) {
				await (i % 2 ? later() : null);
				yield als.getStore();
			}
		}
		const loops = Array.from({ length: 50 }, (_, id) =>
			als.run(id, async () => {
				for await (const store of steps()) if (store !== id || als.getStore() !== id) return false;
				return true;
			}),
		);
		return (await Promise.all(loops)).every(Boolean);
	},
};
