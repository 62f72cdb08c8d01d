import { type Cases, later, storage } from "../case";

class Base {
	protected readonly als = storage();
	async name() {
		await null;
		return ["base", this.als.getStore()];
	}
	get label() {
		return "base label";
	}
}

class Derived extends Base {
	#secret = 7;
	static #made = 0;
	static async make() {
		await null;
		Derived.#made++;
		return Derived.#made;
	}
	override async name() {
		return this.als.run(1, async () => {
			await null;
			return [...(await super.name()), super.label, this.#secret, this.als.getStore()];
		});
	}
	async #hidden(add: number) {
		await later();
		this.#secret += add;
		return this.#secret;
	}
	reveal() {
		return this.#hidden(1);
	}
	bound = async () => {
		await null;
		return this.#secret;
	};
}

export const asyncFunctionCases: Cases = {
	"try/finally: order and context": async () => {
		const als = storage();
		return als.run(1, async () => {
			const seen: unknown[] = [];
			const inner = async () => {
				try {
					await later();
					return "value";
				} finally {
					await null;
					seen.push("finally", als.getStore());
				}
			};
			return [await inner(), seen, als.getStore()];
		});
	},
	"try/catch: context after an error": async () => {
		const als = storage();
		return als.run(1, async () => {
			try {
				await Promise.reject(new Error("x"));
			} catch (error) {
				await null;
				return [(error as Error).message, als.getStore()];
			}
		});
	},
	"finally overrides the return": async () => {
		const overriding = async () => {
			try {
				return await later("first");
			} finally {
				// biome-ignore lint/correctness/noUnsafeFinally: the case is about it
				return await later("second");
			}
		};
		return overriding();
	},
	"labelled loops": async () => {
		const als = storage();
		return als.run(1, async () => {
			const seen = [];
			outer: for (let i = 0; i < 4; i++) {
				for (let j = 0; j < 4; j++) {
					await null;
					if (j === 2) continue outer;
					if (i === 2) break outer;
					seen.push([i, j, als.getStore()]);
				}
			}
			return seen;
		});
	},
	"closures over loop variables": async () => {
		const closures: (() => number)[] = [];
		for (let i = 0; i < 3; i++) {
			await null;
			closures.push(() => i);
		}
		return closures.map((closure) => closure());
	},
	"switch, while, do": async () => {
		const seen: unknown[] = [];
		let left = 3;
		while (await later(left)) {
			switch (await left) {
				case 2:
					seen.push("two");
					break;
				default:
					seen.push(left);
			}
			left--;
		}
		do seen.push(await "end");
		while (await false);
		return seen;
	},
	"this and arguments in arrows": async () => {
		async function outer(this: { self: string }, ..._: number[]) {
			const inner = async () => {
				await null;
				// biome-ignore lint/complexity/noArguments: the case is about it
				return [this.self, arguments.length, arguments[1]];
			};
			return inner();
		}
		return outer.call({ self: "me" }, 1, 2, 3);
	},
	"super and private fields": () => new Derived().name(),
	"private method": () => new Derived().reveal(),
	"arrow in a class field": () => new Derived().bound(),
	"static async method": () => Derived.make(),
	"super in an object literal": async () => {
		const base = {
			async hello() {
				await null;
				return "hello";
			},
		};
		const object = {
			async hello() {
				await null;
				return `${await super.hello()}!`;
			},
		};
		Object.setPrototypeOf(object, base);
		return (object as typeof base).hello();
	},
	"parameters: defaults, rest, destructuring": async () => {
		const take = async ({ a = 1 } = {}, b = a + 1, ...rest: number[]) => {
			await null;
			return [a, b, rest];
		};
		return [await take(), await take({ a: 5 }, 6, 7, 8), take.length];
	},
	"parameters: an error rejects": async () => {
		const take = async (
			value = (() => {
				throw new Error("default");
			})(),
		) => value;
		return take().catch((error) => error.message);
	},
	"a throw before the first await rejects": async () => {
		const fails = async () => {
			throw new Error("x");
		};
		return fails().catch((error) => error.message);
	},
	"names and lengths": () => {
		async function declared(_a: unknown, _b: unknown) {}
		const arrow = async (_a: unknown) => {};
		const object = { async method() {} };
		return [declared.name, declared.length, arrow.name, arrow.length, object.method.name];
	},
	"what an async function is": () => {
		const asyncFunction = async () => {};
		async function declared() {}
		return [
			asyncFunction.constructor.name,
			Object.prototype.toString.call(asyncFunction),
			"prototype" in declared,
			asyncFunction() instanceof Promise,
		];
	},
	recursion: async () => {
		const als = storage();
		const down = async (n: number): Promise<unknown[]> => {
			await null;
			return n === 0 ? [als.getStore()] : [...(await down(n - 1)), als.getStore()];
		};
		return als.run(1, () => down(4));
	},
	"await in expressions": async () => {
		const als = storage();
		return als.run(1, async () => [
			(await later(1))! + (await later(2))!,
			`${await later("text")}`,
			{ [(await later("key"))!]: await als.getStore() },
			(await later(null)) ?? "fallback",
			(await later({ deep: { er: 1 } }))?.deep.er,
			await (async () => als.getStore())(),
		]);
	},
	"await of a promise that was settled long ago": async () => {
		const als = storage();
		const old = Promise.resolve("old");
		await later();
		return als.run(1, async () => [await old, als.getStore()]);
	},
	"eval: an await in code made at run time": async () => {
		const als = storage();
		const look = () => als.getStore();
		// biome-ignore lint/security/noGlobalEval: the case is about it
		const run = globalThis.eval("(async (look) => { await null; return look(); })") as (
			f: unknown,
		) => unknown;
		return als.run(1, () => run(look));
	},
	"new Function: an await in code made at run time": async () => {
		const als = storage();
		const look = () => als.getStore();
		const make = new Function("return async (look) => { await null; return look(); }");
		return als.run(1, () => make()(look));
	},
	"import(): context after it": async () => {
		const als = storage();
		return als.run(1, async () => {
			const { sep } = await import("node:path");
			return [typeof sep, als.getStore()];
		});
	},
	"microtask order": async () => {
		const log: string[] = [];
		const walk = async (name: string, steps: number) => {
			for (let i = 0; i < steps; i++) {
				log.push(`${name}${i}`);
				await null;
			}
		};
		const chain = Promise.resolve();
		void chain
			.then(() => log.push("t0"))
			.then(() => log.push("t1"))
			.then(() => log.push("t2"));
		await Promise.all([walk("a", 3), walk("b", 4)]);
		return log;
	},
	"microtask order: returned promise": async () => {
		const log: string[] = [];
		const returns = async () => Promise.resolve();
		const awaits = async () => {
			await Promise.resolve();
		};
		const ticks = (async () => {
			for (let i = 0; i < 6; i++) {
				log.push(`tick${i}`);
				await null;
			}
		})();
		await Promise.all([
			returns().then(() => log.push("returned")),
			awaits().then(() => log.push("awaited")),
			ticks,
		]);
		return log;
	},
	"microtask order in a context": async () => {
		const als = storage();
		const log: string[] = [];
		return als.run(1, async () => {
			queueMicrotask(() => log.push("microtask"));
			process.nextTick(() => log.push("tick"));
			void Promise.resolve().then(() => log.push("then"));
			await null;
			log.push("await");
			await later();
			return log;
		});
	},
};
