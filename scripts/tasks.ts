import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { endChild, exitOf, nextEnvironment } from "./next";
import { ROOT } from "./root";

/** Programs of installed packages, started by Node.js itself so that they end with the process that started them. */
export const PROGRAMS = {
	next: "next/dist/bin/next",
	tsc: "typescript/bin/tsc",
	biome: "@biomejs/biome/bin/biome",
	depcruise: "dependency-cruiser/bin/dependency-cruise.mjs",
	vitest: "vitest/vitest.mjs",
	playwright: "@playwright/test/cli.js",
} as const;

/** Runs a program in the foreground and resolves with its exit code; a program ended by a signal gives 1. */
export async function runProgram(
	name: keyof typeof PROGRAMS,
	args: string[],
	{ env = {}, signal }: { env?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<number> {
	signal?.throwIfAborted();
	const child: ChildProcess = spawn(process.execPath, [join(ROOT, "node_modules", PROGRAMS[name]), ...args], {
		cwd: ROOT,
		env: nextEnvironment(env),
		stdio: ["ignore", "inherit", "inherit"],
	});
	const end = () => void endChild(child, 20_000);
	signal?.addEventListener("abort", end, { once: true });
	try {
		return (await exitOf(child)) ?? 1;
	} finally {
		signal?.removeEventListener("abort", end);
	}
}

export const LINTED_FOLDERS = ["app", "components", "lib", "lessons", "sandbox-templates"];

/** `next typegen`, then the compiler. Resolves with the first exit code that is not 0. */
export async function checkTypes(signal?: AbortSignal): Promise<number> {
	return (
		(await runProgram("next", ["typegen"], { signal })) || (await runProgram("tsc", ["--noEmit"], { signal }))
	);
}
