import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	type DetectionHost,
	needsAsyncContext,
	observe,
	observeLater,
} from "@/sandbox-templates/webcontainer/async-context/detect";
import { openWorkshop, type Workshop } from "./hosts";

/** A storage that is good for synchronous code only. */
class ShortStorage {
	#store: unknown;
	run(store: unknown, callback: () => unknown) {
		this.#store = store;
		try {
			return callback();
		} finally {
			this.#store = undefined;
		}
	}
	getStore() {
		return this.#store;
	}
}

/** A storage that forgets nothing. */
class FaithfulStorage extends ShortStorage {
	#last: unknown;
	override run(store: unknown, callback: () => unknown) {
		this.#last = store;
		return callback();
	}
	override getStore() {
		return this.#last;
	}
}

const runMicrotasks = () => (process as unknown as { _tickCallback(): void })._tickCallback();
const host = (more: Partial<DetectionHost>): DetectionHost => ({
	AsyncLocalStorage: ShortStorage,
	runMicrotasks,
	...more,
});

/** Calls `work` where a program begins: outside of every microtask, inside of which a host runs no others. */
const atTop = <T>(work: () => T) => new Promise<T>((resolve) => setImmediate(() => resolve(work())));

describe("needsAsyncContext", () => {
	it("sees at once that this Node.js keeps its context", async () => {
		expect(await atTop(() => observe())).toBe("kept");
		expect(await atTop(() => needsAsyncContext())).toBe(false);
	});

	it("sees at once that a host loses it", async () => {
		expect(await atTop(() => observe(host({})))).toBe("lost");
		expect(await atTop(() => needsAsyncContext(host({})))).toBe(true);
	});

	it("says yes where it cannot see in time, whatever the host will do", () => {
		const unseen = host({ AsyncLocalStorage: FaithfulStorage, runMicrotasks: undefined });
		expect(observe(unseen)).toBe("unseen");
		expect(needsAsyncContext(unseen)).toBe(true);
	});

	it("takes the word of whoever has waited for the answer", () => {
		expect(needsAsyncContext(host({ wanted: "native" }))).toBe(false);
		expect(needsAsyncContext(host({ AsyncLocalStorage: FaithfulStorage, wanted: "own" }))).toBe(true);
	});

	it("can wait for the answer", async () => {
		expect(await observeLater(ShortStorage)).toBe("lost");
		expect(await observeLater(FaithfulStorage)).toBe("kept");
	});
});

describe("async-context.cjs", () => {
	let folder: string;
	let workshop: Workshop;
	beforeAll(async () => {
		folder = await mkdtemp(path.join(tmpdir(), "async-context-"));
		workshop = await openWorkshop(folder);
	});
	afterAll(() => rm(folder, { recursive: true, force: true }));

	/** Loads the file in a process of that kind; gives what it left of the host. */
	async function load(kind: "native" | "broken", env: Record<string, string> = {}) {
		const program = path.join(folder, "look.cjs");
		await writeFile(
			program,
			`const asyncHooks = require("node:async_hooks");
			const before = { ...asyncHooks, then: Promise.prototype.then, setTimeout, nextTick: process.nextTick };
			const given = require(${JSON.stringify(workshop.asyncContext)});
			const after = { ...asyncHooks, then: Promise.prototype.then, setTimeout, nextTick: process.nextTick };
			console.log(JSON.stringify({
				changed: Object.keys(before).filter((name) => before[name] !== after[name]).sort(),
				drivers: "__asyncContext" in globalThis,
				module: given === asyncHooks,
				again: (delete require.cache[${JSON.stringify(workshop.asyncContext)}],
					require(${JSON.stringify(workshop.asyncContext)}).AsyncLocalStorage === given.AsyncLocalStorage),
			}));`,
		);
		const { stdout } = await promisify(execFile)(
			process.execPath,
			[...workshop.preloads(kind, false), program],
			{
				env: { PATH: process.env.PATH, ...env } as unknown as NodeJS.ProcessEnv,
			},
		);
		return JSON.parse(stdout);
	}
	const untouched = { changed: [], drivers: false, module: true, again: true };

	it("leaves a host untouched that keeps its context", async () => {
		expect(await load("native")).toEqual(untouched);
	});

	it("takes the place of a host's that loses it, once", async () => {
		expect(await load("broken")).toEqual({
			changed: ["AsyncLocalStorage", "AsyncResource", "createHook", "nextTick", "setTimeout", "then"],
			drivers: true,
			module: true,
			again: true,
		});
	});

	it("heeds ASYNC_CONTEXT", async () => {
		expect(await load("broken", { ASYNC_CONTEXT: "native" })).toEqual(untouched);
		expect((await load("native", { ASYNC_CONTEXT: "own" })).drivers).toBe(true);
	});
});
