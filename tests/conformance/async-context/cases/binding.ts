import { AsyncLocalStorage, AsyncResource, createHook, executionAsyncId } from "node:async_hooks";
import diagnostics from "node:diagnostics_channel";
import { type Cases, later, storage } from "../case";

const refused = (work: () => unknown) => {
	try {
		return work();
	} catch (error) {
		return [(error as Error).name, (error as { code?: string }).code];
	}
};

export const bindingCases: Cases = {
	"bind: context": async () => {
		const als = storage();
		const bound = als.run(1, () => AsyncLocalStorage.bind(() => als.getStore()));
		await null;
		return [bound(), als.run(2, bound), als.getStore()];
	},
	"bind: context over an await inside": async () => {
		const als = storage();
		const bound = als.run(1, () =>
			AsyncLocalStorage.bind(async () => {
				await later();
				return als.getStore();
			}),
		);
		return als.run(2, async () => [await bound(), als.getStore()]);
	},
	"bind: arguments, this, length": () => {
		const bound = AsyncLocalStorage.bind(function (this: unknown, a: number, b: number) {
			return [this, a, b];
		});
		return [bound.call({ self: true }, 1, 2), bound.length];
	},
	"bind: outside of every context": async () => {
		const als = storage();
		const bound = AsyncLocalStorage.bind(() => als.getStore());
		return als.run(1, async () => {
			await null;
			return bound();
		});
	},
	"bind: refuses what is no function": () => refused(() => AsyncLocalStorage.bind(1 as never)),
	"snapshot: context": async () => {
		const als = storage();
		const inside = als.run(1, () => AsyncLocalStorage.snapshot());
		await null;
		return als.run(2, () => [inside(() => als.getStore()), als.getStore()]);
	},
	"snapshot: over an await inside": async () => {
		const als = storage();
		const inside = als.run(1, () => AsyncLocalStorage.snapshot());
		return als.run(2, async () => {
			const seen = await inside(async () => {
				await later();
				return als.getStore();
			});
			return [seen, als.getStore()];
		});
	},
	"snapshot: arguments and result": () => AsyncLocalStorage.snapshot()((...args: number[]) => args, 1, 2),
	"snapshot: empty": async () => {
		const als = storage();
		const outside = AsyncLocalStorage.snapshot();
		return als.run(1, async () => {
			await null;
			return [outside(() => als.getStore()), als.getStore()];
		});
	},
	"AsyncResource: runInAsyncScope": async () => {
		const als = storage();
		const resource = als.run(1, () => new AsyncResource("TEST"));
		await null;
		return als.run(2, () => [
			resource.runInAsyncScope(() => als.getStore()),
			resource.runInAsyncScope((...args: number[]) => args, null, 3, 4),
			als.getStore(),
		]);
	},
	"AsyncResource: this": () =>
		new AsyncResource("TEST").runInAsyncScope(
			function (this: unknown) {
				return this;
			},
			{ self: true },
		),
	"AsyncResource: over an await inside": async () => {
		const als = storage();
		const resource = als.run(1, () => new AsyncResource("TEST"));
		return resource.runInAsyncScope(async () => {
			await later();
			return als.getStore();
		});
	},
	"AsyncResource: a throw sets the context back": () => {
		const als = storage();
		const resource = als.run(1, () => new AsyncResource("TEST"));
		try {
			resource.runInAsyncScope(() => {
				throw new Error("x");
			});
		} catch {}
		return als.getStore();
	},
	"AsyncResource: bind": async () => {
		const als = storage();
		const resource = als.run(1, () => new AsyncResource("TEST"));
		const bound = resource.bind(function (this: unknown, a: number) {
			return [this, a, als.getStore()];
		});
		return als.run(2, () => [bound.call({ self: true } as never, 5), bound.length]);
	},
	"AsyncResource: bind with this": () => {
		const resource: { bind(fn: unknown, thisArg: object): (this: object) => unknown } = new AsyncResource(
			"TEST",
		);
		const bound = resource.bind(
			function (this: unknown) {
				return this;
			},
			{ given: true },
		);
		return bound.call({ self: true });
	},
	"AsyncResource: static bind": async () => {
		const als = storage();
		const bound = als.run(1, () =>
			AsyncResource.bind(async () => {
				await null;
				return als.getStore();
			}),
		);
		return als.run(2, bound);
	},
	"AsyncResource: subclass": async () => {
		const als = storage();
		class Job extends AsyncResource {
			constructor(private readonly work: () => unknown) {
				super("JOB");
			}
			start() {
				return this.runInAsyncScope(this.work);
			}
		}
		const job = als.run(1, () => new Job(() => als.getStore()));
		await later();
		return [job.start(), job instanceof AsyncResource];
	},
	"AsyncResource: ids": () => {
		const a = new AsyncResource("TEST");
		const b = new AsyncResource("TEST", { triggerAsyncId: a.asyncId() });
		return [
			a.asyncId() > 0,
			b.asyncId() > a.asyncId(),
			b.triggerAsyncId() === a.asyncId(),
			new AsyncResource("TEST", a.asyncId()).triggerAsyncId() === a.asyncId(),
			a.runInAsyncScope(() => executionAsyncId() === a.asyncId()),
			a.emitDestroy() === a,
		];
	},
	"AsyncResource: refusals": () => [
		refused(() => new AsyncResource(1 as never)),
		refused(() => new AsyncResource("TEST", { triggerAsyncId: -2 })),
		refused(() => new AsyncResource("TEST").bind(1 as never)),
	],
	"createHook: hears of a timer": async () => {
		let heard = 0;
		const hook = createHook({
			init(_id, type) {
				if (type === "Timeout") heard++;
			},
		}).enable();
		await later();
		hook.disable();
		return heard;
	},
	"diagnostics channel: bindStore": async () => {
		const als = storage();
		const channel = diagnostics.channel("async-context-case");
		channel.bindStore(als as never, (data) => data);
		return channel.runStores({ id: 1 }, async () => {
			await null;
			return als.getStore();
		});
	},
};
