import { createRequire } from "node:module";
import { join } from "node:path";
import * as z from "zod";
import type { Mode } from "@/lib/sandbox/agent-protocol";
import { LIMITS, type Limits } from "./state";

export interface LaunchPlan {
	mode: Mode;
	step: "build" | "serve";
	/** `null` for a build. */
	port: number | null;
}

/** The variables of a process; Next.js's own type of it insists on NODE_ENV. */
export type Environment = Record<string, string | undefined>;

const argsSchema = z.array(z.string());

/** Further arguments of `next dev` that this machine needs (a JSON array in SANDBOX_NEXT_DEV_ARGS). Throws on anything else. */
export function devArgsOf(environment: Environment): string[] {
	const json = environment.SANDBOX_NEXT_DEV_ARGS;
	if (json === undefined || json === "") return [];
	return argsSchema.parse(JSON.parse(json));
}

/** Milliseconds of silence of the server that count as a hang, where this machine needs more than the usual (SANDBOX_SILENCE_LIMIT_MS). */
export function silenceLimitOf(environment: Environment): number | undefined {
	const text = environment.SANDBOX_SILENCE_LIMIT_MS;
	return text === undefined ? undefined : z.coerce.number().positive().parse(text);
}

/** Whether this machine gives the app a process namespace of its own, besides the agent (SANDBOX_ISOLATED). */
export function isolatedIn(environment: Environment): boolean {
	return environment.SANDBOX_ISOLATED === "on";
}

/**
 * The ports that this machine has for the app and for its second browser, where no other is reached from outside
 * (SANDBOX_PORTS, with a comma between them).
 */
export function portsOf(environment: Environment): { app: number; second: number } | null {
	const text = environment.SANDBOX_PORTS;
	if (text === undefined) return null;
	const [app, second] = z.tuple([portSchema, portSchema]).parse(text.split(","));
	return { app, second };
}

const portSchema = z.coerce.number().int().min(1).max(65_535);

/** Where the app finds the `next` command. Throws where it finds none. */
export function findNext(folder: string): string {
	return createRequire(join(folder, "package.json")).resolve("next/dist/bin/next");
}

/** The arguments of `node` for one step. */
export function nextArguments(next: string, plan: LaunchPlan, devArgs: string[]): string[] {
	if (plan.step === "build") return [next, "build"];
	const address = ["-H", "127.0.0.1", "-p", String(plan.port)];
	return plan.mode === "development" ? [next, "dev", ...devArgs, ...address] : [next, "start", ...address];
}

/** Heap limit of each process in MB, where this machine allows another one than usual (SANDBOX_MAX_MEMORY_MB). */
function heapLimitOf(environment: Environment): number {
	const text = environment.SANDBOX_MAX_MEMORY_MB;
	return text === undefined ? LIMITS.heapMb : z.coerce.number().positive().parse(text);
}

/** What an app may use on this machine. A build has a worker for each processor. */
export function limitsOf(environment: Environment, processors: number): Limits {
	return {
		...LIMITS,
		heapMb: heapLimitOf(environment),
		memoryMb: LIMITS.memoryMb + 256 * processors,
		processes: LIMITS.processes + 2 * processors,
	};
}

/** What Next.js inherits or must not inherit. */
const NOT_INHERITED = /^(NODE_ENV|NODE_OPTIONS|PORT|HOSTNAME|TURBOPACK|FORCE_COLOR|CI|SANDBOX_.*|_*NEXT_.*)$/;

/** The environment of the Next.js process: the agent's own, without what belongs to other Next.js processes, and ours. */
export function nextEnvironment(
	environment: Environment,
	plan: LaunchPlan,
	recorder: { path: string; key: string; agentPid: number },
): NodeJS.ProcessEnv {
	const ports = portsOf(environment);
	const inherited = Object.entries(environment).filter(([name]) => !NOT_INHERITED.test(name));
	// Forward slashes, because a backslash inside the quotes would have to be escaped, and differently for Next's fork.
	const path = recorder.path.replaceAll("\\", "/");
	return {
		...Object.fromEntries(inherited),
		// One `--require` only: Next.js joins two into one path when it forks (16.3.7).
		NODE_OPTIONS: `--require "${path}" --max-old-space-size=${heapLimitOf(environment)}`,
		NODE_ENV: plan.mode,
		NEXT_TELEMETRY_DISABLED: "1",
		NO_COLOR: "1",
		SANDBOX_RECORD_KEY: recorder.key,
		SANDBOX_AGENT_PID: String(recorder.agentPid),
		SANDBOX_MODE: plan.mode,
		...(environment.SANDBOX_PREVIEW_HOSTS === undefined
			? {}
			: {
					SANDBOX_PREVIEW_HOSTS: environment.SANDBOX_PREVIEW_HOSTS,
					// The recorder takes its own variables away before next.config.ts is read.
					PREVIEW_HOSTS: environment.SANDBOX_PREVIEW_HOSTS,
				}),
		...(plan.port === null ? {} : { SANDBOX_PORT: String(plan.port) }),
		...(ports === null ? {} : { SANDBOX_SECOND_PORT: String(ports.second) }),
	};
}
