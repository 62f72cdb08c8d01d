import { AsyncLocalStorage } from "node:async_hooks";
import { type Cases, later, storage } from "../case";

export const storageCases: Cases = {
	"run: inside, outside, result": () => {
		const als = storage();
		return [als.getStore(), als.run(1, () => [als.getStore(), "result"]), als.getStore()];
	},
	"run: arguments and this": () => {
		const als = storage();
		return als.run(
			1,
			function (this: unknown, ...args: number[]) {
				return [this === null || this === undefined || this === globalThis, args];
			},
			2,
			3,
		);
	},
	"run: a throw sets the context back": () => {
		const als = storage();
		try {
			als.run(1, () => {
				throw new Error("x");
			});
		} catch {}
		return als.getStore();
	},
	"run: over one await": async () => {
		const als = storage();
		return als.run(1, async () => {
			await null;
			return als.getStore();
		});
	},
	"run: over many awaits": async () => {
		const als = storage();
		return als.run(1, async () => {
			const seen = [];
			for (let i = 0; i < 5; i++) {
				await (i % 2 ? later() : i);
				seen.push(als.getStore());
			}
			return seen;
		});
	},
	"run: the caller's context is not touched by what goes on": async () => {
		const als = storage();
		const inner = als.run(1, async () => {
			await later();
			return als.getStore();
		});
		const outside = als.getStore();
		return [outside, await inner, als.getStore()];
	},
	"run: nested": async () => {
		const als = storage();
		return als.run(1, async () => {
			await null;
			const inner = await als.run(2, async () => {
				await null;
				return als.getStore();
			});
			return [inner, als.getStore()];
		});
	},
	"run: nested with the same store": async () => {
		const als = storage();
		const store = {};
		return als.run(store, () =>
			als.run(store, async () => {
				await null;
				return als.getStore() === store;
			}),
		);
	},
	"run: falsy stores": async () => {
		const als = storage();
		const seen = [];
		for (const store of [0, "", false, null, undefined]) {
			seen.push(
				await als.run(store, async () => {
					await null;
					return als.getStore();
				}),
			);
		}
		return seen;
	},
	"run: enterWith in another storage survives the run": () => {
		const a = storage();
		const b = storage();
		a.run(1, () => b.enterWith(2));
		return [a.getStore(), b.getStore()];
	},
	"two storages": async () => {
		const a = storage();
		const b = storage();
		return a.run(1, () =>
			b.run(2, async () => {
				await null;
				const both = [a.getStore(), b.getStore()];
				const left = await a.run(3, async () => {
					await later();
					return [a.getStore(), b.getStore()];
				});
				return [both, left, a.getStore(), b.getStore()];
			}),
		);
	},
	"fifty at once": async () => {
		const als = storage();
		const work = Array.from({ length: 50 }, (_, id) =>
			als.run(id, async () => {
				for (let i = 0; i < 5; i++) {
					await (id % 3 ? later() : null);
					if (als.getStore() !== id) return false;
				}
				return true;
			}),
		);
		return (await Promise.all(work)).every(Boolean);
	},
	"exit: inside and after": () => {
		const als = storage();
		return als.run(1, () => [als.exit(() => als.getStore()), als.getStore()]);
	},
	"exit: over an await": async () => {
		const als = storage();
		return als.run(1, async () => {
			const inside = await als.exit(async () => {
				await null;
				return als.getStore();
			});
			return [inside, als.getStore()];
		});
	},
	"exit: arguments and result": () => {
		const als = storage();
		return als.run(1, () => als.exit((...args: number[]) => args, 2, 3));
	},
	"exit: another storage stays": async () => {
		const a = storage();
		const b = storage();
		return a.run(1, () =>
			b.run(2, () =>
				a.exit(async () => {
					await null;
					return [a.getStore(), b.getStore()];
				}),
			),
		);
	},
	"exit: run inside": async () => {
		const als = storage();
		return als.run(1, () =>
			als.exit(() =>
				als.run(2, async () => {
					await null;
					return als.getStore();
				}),
			),
		);
	},
	"exit: enterWith inside": () => {
		const als = storage();
		return als.run(1, () => {
			als.exit(() => als.enterWith(2));
			return als.getStore();
		});
	},
	"enterWith: for the rest of the function": async () => {
		const als = storage();
		await null;
		als.enterWith(1);
		const before = als.getStore();
		await null;
		return [before, als.getStore()];
	},
	"enterWith: before the first await, seen by the caller": async () => {
		const als = storage();
		await null;
		const inner = async () => {
			als.enterWith(1);
			await null;
			return als.getStore();
		};
		const promise = inner();
		return [als.getStore(), await promise, als.getStore()];
	},
	"enterWith: after an await, not seen by the caller": async () => {
		const als = storage();
		const inner = async () => {
			await null;
			als.enterWith(1);
			await null;
			return als.getStore();
		};
		return [await inner(), als.getStore()];
	},
	"enterWith: inside run": async () => {
		const als = storage();
		return als.run(1, async () => {
			als.enterWith(2);
			await null;
			return als.getStore();
		});
	},
	"enterWith: in then": async () => {
		const als = storage();
		const seen = await Promise.resolve()
			.then(() => als.enterWith(1))
			.then(() => als.getStore());
		return [seen, als.getStore()];
	},
	"enterWith: in a timer, not seen by the next": async () => {
		const als = storage();
		const timer = (work: () => unknown) => new Promise((resolve) => setTimeout(() => resolve(work()), 1));
		await timer(() => als.enterWith(1));
		return [await timer(() => als.getStore()), als.getStore()];
	},
	"enterWith: twice": async () => {
		const als = storage();
		await null;
		als.enterWith(1);
		const first = (async () => {
			await later();
			return als.getStore();
		})();
		als.enterWith(2);
		return [await first, als.getStore()];
	},
	"disable: at once": () => {
		const als = storage();
		return als.run(1, () => {
			als.disable();
			return als.getStore();
		});
	},
	"disable: after an await": async () => {
		const als = storage();
		return als.run(1, async () => {
			als.disable();
			await null;
			return als.getStore();
		});
	},
	"disable: ends what others have kept": async () => {
		const als = storage();
		const other = als.run(1, async () => {
			await later();
			return als.getStore();
		});
		als.disable();
		return other;
	},
	"disable: run works again": async () => {
		const als = storage();
		als.run(1, () => als.disable());
		return als.run(2, async () => {
			await null;
			return als.getStore();
		});
	},
	"disable: another storage stays": async () => {
		const a = storage();
		const b = storage();
		return a.run(1, () =>
			b.run(2, async () => {
				a.disable();
				await null;
				return [a.getStore(), b.getStore()];
			}),
		);
	},
	"disable: an old context after a new run": async () => {
		const als = storage();
		return als.run(1, async () => {
			als.disable();
			als.run(2, () => undefined);
			return als.getStore();
		});
	},
	"options: name and defaultValue": () => {
		const Storage = AsyncLocalStorage as unknown as new (options: object) => AsyncLocalStorage<unknown>;
		return new Storage({ name: "n", defaultValue: 1 }).getStore();
	},
};
