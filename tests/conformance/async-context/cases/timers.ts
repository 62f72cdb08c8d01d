import { EventEmitter, EventEmitterAsyncResource, on, once } from "node:events";
import nodeTimers from "node:timers";
import timers from "node:timers/promises";
import { promisify } from "node:util";
import { type Cases, callback, later, storage } from "../case";

export const timerCases: Cases = {
	setTimeout: () => {
		const als = storage();
		return als.run(1, () => callback((done) => setTimeout(() => done(als.getStore()), 1)));
	},
	"setTimeout: arguments": () => callback((done) => setTimeout((a, b) => done([a, b]), 1, "a", "b")),
	"setTimeout: promise inside": () => {
		const als = storage();
		return als.run(1, () =>
			callback((done) =>
				setTimeout(async () => {
					await later();
					done(als.getStore());
				}, 1),
			),
		);
	},
	"setTimeout: cleared": async () => {
		let ran = false;
		const timer = setTimeout(() => {
			ran = true;
		}, 0);
		clearTimeout(timer);
		await later();
		await later();
		return [ran, typeof timer.unref, typeof timer.refresh];
	},
	setInterval: () => {
		const als = storage();
		return als.run(1, () =>
			callback((done) => {
				const seen: unknown[] = [];
				const timer = setInterval(() => {
					seen.push(als.getStore());
					if (seen.length < 3) return;
					clearInterval(timer);
					done(seen);
				}, 1);
			}),
		);
	},
	setImmediate: () => {
		const als = storage();
		return als.run(1, () => callback((done) => setImmediate(() => done(als.getStore()))));
	},
	"node:timers": () => {
		const als = storage();
		return als.run(1, () => callback((done) => nodeTimers.setImmediate(() => done(als.getStore()))));
	},
	queueMicrotask: () => {
		const als = storage();
		return als.run(1, () => callback((done) => queueMicrotask(() => done(als.getStore()))));
	},
	"queueMicrotask: promise inside": () => {
		const als = storage();
		return als.run(1, () =>
			callback((done) => queueMicrotask(() => void later().then(() => done(als.getStore())))),
		);
	},
	"process.nextTick": () => {
		const als = storage();
		return als.run(1, () =>
			callback((done) => process.nextTick((a: string) => done([a, als.getStore()]), "a")),
		);
	},
	"promisify(setTimeout)": async () => {
		const als = storage();
		return als.run(1, async () => [await promisify(setTimeout)(1, "v"), als.getStore()]);
	},
	"promisify(setImmediate)": async () => {
		const als = storage();
		return als.run(1, async () => [await promisify(setImmediate)("v"), als.getStore()]);
	},
	"timers/promises: setTimeout": async () => {
		const als = storage();
		return als.run(1, async () => [await timers.setTimeout(1, "v"), als.getStore()]);
	},
	"timers/promises: setImmediate and scheduler": async () => {
		const als = storage();
		return als.run(1, async () => {
			const value = await timers.setImmediate("v");
			await timers.scheduler.yield();
			return [value, als.getStore()];
		});
	},
	"timers/promises: setInterval": async () => {
		const als = storage();
		return als.run(1, async () => {
			const seen = [];
			for await (const value of timers.setInterval(1, "v")) {
				seen.push([value, als.getStore()]);
				if (seen.length === 2) break;
			}
			return seen;
		});
	},
	"refusal of a callback that is none": () => {
		try {
			setTimeout("text" as never, 1);
		} catch (error) {
			return (error as { code: string }).code;
		}
	},
	"emitter: context of the one who emits": async () => {
		const als = storage();
		const emitter = new EventEmitter();
		const seen: unknown[] = [];
		als.run(1, () => emitter.on("event", () => seen.push(als.getStore())));
		await null;
		als.run(2, () => emitter.emit("event"));
		emitter.emit("event");
		return seen;
	},
	"emitter: async listener": async () => {
		const als = storage();
		const emitter = new EventEmitter();
		const seen = callback((done) =>
			emitter.on("event", async () => {
				await later();
				done(als.getStore());
			}),
		);
		als.run(2, () => emitter.emit("event"));
		return seen;
	},
	"events.once": async () => {
		const als = storage();
		const emitter = new EventEmitter();
		setTimeout(() => als.run(2, () => emitter.emit("event", "v")), 1);
		return als.run(1, async () => [await once(emitter, "event"), als.getStore()]);
	},
	"events.on": async () => {
		const als = storage();
		const emitter = new EventEmitter();
		setTimeout(() => {
			emitter.emit("event", "a");
			emitter.emit("event", "b");
		}, 1);
		return als.run(1, async () => {
			const seen = [];
			for await (const value of on(emitter, "event")) {
				seen.push([value, als.getStore()]);
				if (seen.length === 2) break;
			}
			return seen;
		});
	},
	EventEmitterAsyncResource: async () => {
		const als = storage();
		const emitter = als.run(1, () => new EventEmitterAsyncResource({ name: "TEST" }));
		const seen: unknown[] = [];
		emitter.on("event", () => seen.push(als.getStore()));
		await later();
		als.run(2, () => emitter.emit("event"));
		return [seen, emitter.asyncId > 0, emitter instanceof EventEmitter];
	},
	"EventTarget: context of the one who dispatches": async () => {
		const als = storage();
		const target = new EventTarget();
		const seen: unknown[] = [];
		als.run(1, () => target.addEventListener("event", () => seen.push(als.getStore())));
		await null;
		als.run(2, () => target.dispatchEvent(new Event("event")));
		return seen;
	},
	"AbortSignal: abort in a context": async () => {
		const als = storage();
		const controller = new AbortController();
		const seen = callback((done) =>
			controller.signal.addEventListener("abort", async () => {
				await null;
				done(als.getStore());
			}),
		);
		als.run(1, () => controller.abort());
		return seen;
	},
	"MessagePort: onmessage": async () => {
		const als = storage();
		const { port1, port2 } = als.run(1, () => new MessageChannel());
		const seen = callback((done) => {
			port1.onmessage = () => {
				port1.close();
				done(als.getStore());
			};
		});
		port2.postMessage("x");
		return seen;
	},
};
