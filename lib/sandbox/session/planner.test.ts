import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NextStatus } from "../agent-protocol";
import { type FileTree, manifestOf } from "../files";
import { type Actual, compileKey, filesHash, plan, RESTART_DELAYS } from "./planner";
import type { Desired } from "./state";

const files: FileTree = { "app/page.tsx": "page", "next.config.ts": "config" };
const desired: Desired = { lesson: "a", files, mode: "development", previewPath: "/" };
const ready: NextStatus = { state: "ready", mode: "development", port: 1 };
const exited: NextStatus = { state: "exited", mode: "development", code: 1, signal: null, logTail: "" };

function actual(next: NextStatus, change: Partial<Actual> = {}, manifest = manifestOf(files)): Actual {
	return {
		sandbox: { manifest, next },
		lesson: "a",
		compiled: compileKey(desired),
		restartDue: false,
		crash: null,
		...change,
	};
}

describe("plan", () => {
	it("gets a machine first", () => {
		expect(plan({ ...actual(ready), sandbox: null }, desired)).toEqual({ do: "acquire" });
	});

	it("does nothing when everything is as desired", () => {
		expect(plan(actual(ready), desired)).toEqual({ do: "done" });
	});

	it("writes what differs and removes what the learner or another lesson left behind", () => {
		const manifest = manifestOf({ ...files, "app/page.tsx": "old", "app/ghost/page.tsx": "ghost" });
		expect(plan(actual(ready, {}, manifest), desired)).toEqual({
			do: "apply",
			changes: { write: { "app/page.tsx": "page" }, remove: ["app/ghost/page.tsx"] },
			restartDue: false,
		});
	});

	it.each([
		"next.config.ts",
		"next.config.mjs",
		".env",
		".env.local",
		"package.json",
		"instrumentation.ts",
		"src/instrumentation.ts",
	])("restarts for a change of %s, which Next.js reads at start only", (path) => {
		const step = plan(actual(ready), { ...desired, files: { ...files, [path]: "new" } });
		expect(step).toMatchObject({ do: "apply", restartDue: true });
	});

	it.each(["app/next.config.ts", "proxy.ts", "tsconfig.json", "lib/.environment.ts"])(
		"does not restart for %s",
		(path) => {
			const step = plan(actual(ready), { ...desired, files: { ...files, [path]: "new" } });
			expect(step).toMatchObject({ do: "apply", restartDue: false });
		},
	);

	it("restarts with the next edit when the server's memory runs low", () => {
		const low = { ...ready, memoryLow: true };
		const edited = { ...desired, files: { ...files, "app/page.tsx": "edited" } };
		expect(plan(actual(low), edited)).toMatchObject({ do: "apply", restartDue: true });
		expect(plan(actual(ready), edited)).toMatchObject({ do: "apply", restartDue: false });
		expect(plan(actual(low), desired).do).not.toBe("restart");
	});

	it("needs no restart for a config file while Next.js is not up", () => {
		const step = plan(actual({ state: "stopped" }), { ...desired, files: { ...files, ".env": "A=1" } });
		expect(step).toMatchObject({ do: "apply", restartDue: false });
	});

	it("rebuilds for every edit in production mode", () => {
		const production: Desired = {
			...desired,
			mode: "production",
			files: { ...files, "app/page.tsx": "new" },
		};
		const up: NextStatus = { state: "ready", mode: "production", port: 1 };
		expect(plan(actual(up), production)).toMatchObject({ do: "apply", restartDue: true });
	});

	it.each([
		[{ state: "stopped" } as const],
		[{ state: "starting", mode: "development", stage: "warming" } as const],
	])("starts when Next.js is $state", (next) => {
		expect(plan(actual(next), desired)).toEqual({ do: "start", mode: "development" });
	});

	it("restarts for another mode, and when a restart is due", () => {
		expect(plan(actual(ready), { ...desired, mode: "production" })).toMatchObject({
			do: "restart",
			mode: "production",
		});
		expect(plan(actual(ready, { restartDue: true }), desired)).toMatchObject({ do: "restart", afterMs: 0 });
	});

	it("brings fresh data for another lesson, then compiles its page, and never restarts for it", () => {
		const other: Desired = { ...desired, lesson: "b" };
		expect(plan(actual(ready), other)).toEqual({ do: "resetData" });
		expect(plan(actual(ready, { lesson: "b" }), other)).toEqual({ do: "compile", path: "/" });
	});

	describe("after a crash", () => {
		const crashed = (count: number) => actual(exited, { crash: { count, filesHash: filesHash(desired) } });

		it("restarts by itself, more and more slowly, then holds", () => {
			const steps = [1, 2, 3].map((count) => plan(crashed(count), desired));
			expect(steps).toEqual([
				{ do: "restart", mode: "development", afterMs: RESTART_DELAYS[0] },
				{ do: "restart", mode: "development", afterMs: RESTART_DELAYS[1] },
				{ do: "hold" },
			]);
		});

		it("restarts at once after an edit", () => {
			const edited: Desired = { ...desired, lesson: "a", files: { ...files, "app/page.tsx": "mended" } };
			const state: Actual = {
				...crashed(9),
				sandbox: { manifest: manifestOf(edited.files), next: exited },
			};
			expect(plan(state, edited)).toEqual({ do: "restart", mode: "development", afterMs: 0 });
		});

		it("does not build the same files again, but others, and in the other mode", () => {
			const failed: NextStatus = { ...exited, mode: "production", building: true } as NextStatus;
			const sandbox = { manifest: manifestOf(files), next: failed };
			const state = { ...crashed(1), sandbox };
			expect(plan(state, { ...desired, mode: "production" })).toEqual({ do: "hold" });
			expect(plan(state, desired)).toMatchObject({ do: "restart", mode: "development" });
			const mended: Desired = {
				...desired,
				mode: "production",
				files: { ...files, "app/page.tsx": "mended" },
			};
			const after = { ...state, sandbox: { ...sandbox, manifest: manifestOf(mended.files) } };
			expect(plan(after, mended)).toEqual({ do: "restart", mode: "production", afterMs: 0 });
		});

		it("treats a process that hangs like one that ended", () => {
			const hanging: NextStatus = { state: "unresponsive", mode: "development", port: 1, blockedMs: 6000 };
			const state = { ...crashed(3), sandbox: { manifest: manifestOf(files), next: hanging } };
			expect(plan(state, desired)).toEqual({ do: "hold" });
		});
	});

	it("reaches what is desired from any state, in a bounded number of steps", () => {
		const statuses: NextStatus[] = [
			{ state: "stopped" },
			{ state: "starting", mode: "development", stage: "starting" },
			ready,
			{ state: "ready", mode: "production", port: 1 },
			{ state: "unresponsive", mode: "development", port: 1, blockedMs: 1 },
			exited,
		];
		const tree = fc.dictionary(
			fc.constantFrom("app/a.ts", "app/b.ts", ".env", "next.config.ts"),
			fc.string(),
		);
		fc.assert(
			fc.property(
				fc.option(fc.record({ tree, next: fc.constantFrom(...statuses) })),
				tree,
				fc.constantFrom("development" as const, "production" as const),
				fc.option(fc.constantFrom("a", "b")),
				fc.boolean(),
				(sandbox, wanted, mode, lesson, restartDue) => {
					const target: Desired = { lesson: "a", files: wanted, mode, previewPath: "/" };
					let state: Actual = {
						sandbox: sandbox && { manifest: manifestOf(sandbox.tree), next: sandbox.next },
						lesson,
						compiled: null,
						restartDue,
						crash: null,
					};
					for (let taken = 0; taken < 8; taken++) {
						const step = plan(state, target);
						if (step.do === "done") {
							expect(state.sandbox?.manifest).toEqual(manifestOf(wanted));
							expect(state.sandbox?.next).toMatchObject({ state: "ready", mode });
							expect(state.lesson).toBe("a");
							return;
						}
						state = simulate(state, step, target);
					}
					throw new Error("no end in sight");
				},
			),
		);
	});
});

/** What the executor and the world would make of a step. */
function simulate(state: Actual, step: ReturnType<typeof plan>, target: Desired): Actual {
	const sandbox = state.sandbox ?? { manifest: {}, next: { state: "stopped" } as NextStatus };
	switch (step.do) {
		case "acquire":
			return { ...state, sandbox };
		case "apply": {
			const kept = Object.entries(sandbox.manifest).filter(([path]) => !step.changes.remove.includes(path));
			const manifest = { ...Object.fromEntries(kept), ...manifestOf(step.changes.write) };
			return { ...state, sandbox: { ...sandbox, manifest }, restartDue: state.restartDue || step.restartDue };
		}
		case "start":
		case "restart":
			return {
				...state,
				sandbox: { ...sandbox, next: { state: "ready", mode: step.mode, port: 1 } },
				restartDue: false,
			};
		case "resetData":
			return { ...state, lesson: target.lesson, compiled: null };
		case "compile":
			return { ...state, compiled: compileKey(target) };
		default:
			throw new Error(`unexpected step ${step.do}`);
	}
}
