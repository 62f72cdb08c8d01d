import path from "node:path";
import vm from "node:vm";
import { build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { lower } from "@/sandbox-templates/webcontainer/async-context/lower/lower";
import { root } from "./hosts";

const CORE = "sandbox-templates/webcontainer/async-context/core";
let core: string;
let inputs: string[];

beforeAll(async () => {
	// `platform: browser` refuses every Node.js module.
	const { outputFiles, metafile } = await build({
		entryPoints: [path.join(root, CORE, "context.ts")],
		bundle: true,
		write: false,
		metafile: true,
		platform: "browser",
		format: "iife",
		globalName: "core",
		tsconfigRaw: {},
		absWorkingDir: root,
	});
	core = outputFiles[0]?.text ?? "";
	inputs = Object.keys(metafile.inputs);
});

/** A realm with nothing but what ECMAScript has, and two timers. */
function bareRealm() {
	const realm = vm.createContext({ setTimeout, queueMicrotask });
	vm.runInContext(`${core}; var context = core.createAsyncContext({ global: globalThis });`, realm);
	return (expression: string) =>
		vm.runInContext(lower(`globalThis.result = ${expression}`, { format: "cjs" }), realm) as unknown;
}

describe("the core of the async context", () => {
	it("imports nothing from elsewhere", () => {
		expect(inputs.every((input) => input.startsWith(CORE))).toBe(true);
	});

	it("keeps the context in a realm without Node.js", async () => {
		const run = bareRealm();
		const seen = await run(`(async () => {
			const als = new context.AsyncLocalStorage();
			const later = () => new Promise((resolve) => setTimeout(resolve, 1));
			const one = (id) => als.run(id, async () => {
				await later();
				async function* stores() { yield als.getStore(); await later(); yield als.getStore(); }
				const seen = [];
				for await (const store of stores()) seen.push(store);
				await new Promise((resolve) => queueMicrotask(() => { seen.push(als.getStore()); resolve() }));
				return [...seen, als.getStore()];
			});
			return Promise.all([one(1), one(2)]);
		})()`);
		expect(JSON.parse(JSON.stringify(seen))).toEqual([
			[1, 1, 1, 1],
			[2, 2, 2, 2],
		]);
	});

	it("has an AsyncResource of its own", async () => {
		const run = bareRealm();
		const seen = await run(`(async () => {
			const als = new context.AsyncLocalStorage();
			class Job extends context.AsyncResource {}
			const job = als.run(1, () => new Job("JOB"));
			await null;
			const bound = job.bind(function (a) { return [this.self, a, als.getStore()] });
			let refusal;
			try { new Job(1) } catch (error) { refusal = error.code }
			return [job.runInAsyncScope(() => als.getStore()), bound.call({ self: "me" }, 5), bound.length,
				job.asyncId() > 0, new Job("JOB", { triggerAsyncId: 7 }).triggerAsyncId(), refusal, als.getStore() ?? "none"];
		})()`);
		expect(JSON.parse(JSON.stringify(seen))).toEqual([
			1,
			["me", 5, 1],
			1,
			true,
			7,
			"ERR_INVALID_ARG_TYPE",
			"none",
		]);
	});

	it("is made once for a realm", () => {
		const run = bareRealm();
		const same = run("core.createAsyncContext({ global: globalThis }) === context");
		expect(same).toBe(true);
	});

	it("a store entered at the top ends with the script", async () => {
		const run = bareRealm();
		run(`(globalThis.als = new context.AsyncLocalStorage(), als.enterWith(1), als.getStore())`);
		expect(run("result")).toBe(1);
		await null;
		expect(run("als.getStore() ?? 'none'")).toBe("none");
	});
});
