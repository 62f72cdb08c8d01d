import { describe, expect, test } from "vitest";
import { devArgsOf, isolatedIn, limitsOf, nextArguments, nextEnvironment, portsOf } from "./command";
import { LIMITS } from "./state";

const plan = { mode: "development", step: "serve", port: 4001 } as const;
const recorder = { path: "C:\\my app\\.sandbox\\recorder.cjs", key: "k", agentPid: 7 };

describe("the command for Next.js", () => {
	test("says where to listen, in development with the machine's own arguments", () => {
		expect(nextArguments("/next", plan, ["--webpack"])).toEqual([
			"/next",
			"dev",
			"--webpack",
			"-H",
			"127.0.0.1",
			"-p",
			"4001",
		]);
		expect(nextArguments("/next", { ...plan, mode: "production" }, ["--webpack"])).toEqual([
			"/next",
			"start",
			"-H",
			"127.0.0.1",
			"-p",
			"4001",
		]);
		const build = { mode: "production", step: "build", port: null } as const;
		expect(nextArguments("/next", build, [])).toEqual(["/next", "build"]);
	});

	test("takes the machine's arguments as a JSON array only", () => {
		expect(devArgsOf({})).toEqual([]);
		expect(devArgsOf({ SANDBOX_NEXT_DEV_ARGS: '["--webpack"]' })).toEqual(["--webpack"]);
		expect(() => devArgsOf({ SANDBOX_NEXT_DEV_ARGS: "--webpack" })).toThrow();
	});
});

test("a build's workers are part of what an app may use", () => {
	const { memoryMb, processes, heapMb } = limitsOf({ SANDBOX_MAX_MEMORY_MB: "512" }, 8);
	expect([memoryMb, processes, heapMb]).toEqual([5_120, 80, 512]);
	expect(limitsOf({}, 1).heapMb).toBe(LIMITS.heapMb);
	expect(() => limitsOf({ SANDBOX_MAX_MEMORY_MB: "much" }, 1)).toThrow();
});

test("a machine with a network of its own says which two ports are reached", () => {
	expect(portsOf({})).toBeNull();
	expect(portsOf({ SANDBOX_PORTS: "4001,4002" })).toEqual({ app: 4001, second: 4002 });
	for (const text of ["", "4001", "4001,0", "4001,4002,4003", "a,b"])
		expect(() => portsOf({ SANDBOX_PORTS: text })).toThrow();
	expect(isolatedIn({ SANDBOX_ISOLATED: "on" })).toBe(true);
	expect(isolatedIn({})).toBe(false);
	expect(nextEnvironment({ SANDBOX_PORTS: "4001,4002" }, plan, recorder).SANDBOX_SECOND_PORT).toBe("4002");
});

describe("the environment of Next.js", () => {
	test("leaves out what belongs to another Next.js or to the agent", () => {
		const env = nextEnvironment(
			{
				PATH: "/bin",
				NODE_ENV: "test",
				NODE_OPTIONS: "--inspect",
				PORT: "1",
				TURBOPACK: "1",
				FORCE_COLOR: "1",
				__NEXT_PRIVATE_ORIGIN: "x",
				NEXT_RUNTIME: "nodejs",
				SANDBOX_NEXT_DEV_ARGS: "[]",
			},
			plan,
			recorder,
		);
		expect(env).toEqual({
			PATH: "/bin",
			NODE_ENV: "development",
			NODE_OPTIONS: '--require "C:/my app/.sandbox/recorder.cjs" --max-old-space-size=1024',
			NEXT_TELEMETRY_DISABLED: "1",
			NO_COLOR: "1",
			SANDBOX_RECORD_KEY: "k",
			SANDBOX_AGENT_PID: "7",
			SANDBOX_MODE: "development",
			SANDBOX_PORT: "4001",
		});
	});

	test("takes the machine's memory limit", () => {
		const env = nextEnvironment({ SANDBOX_MAX_MEMORY_MB: "512" }, { ...plan, port: null }, recorder);
		expect(env.NODE_OPTIONS).toContain("--max-old-space-size=512");
		expect(env.SANDBOX_PORT).toBeUndefined();
		expect(env.SANDBOX_PREVIEW_HOSTS).toBeUndefined();
		expect(env.PREVIEW_HOSTS).toBeUndefined();
		const shown = nextEnvironment({ SANDBOX_PREVIEW_HOSTS: "a.example" }, plan, recorder);
		expect(shown.SANDBOX_PREVIEW_HOSTS).toBe("a.example");
		expect(shown.PREVIEW_HOSTS).toBe("a.example");
	});
});
