import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { ROOT } from "./root";

/** Next.js's own program: `npx` would leave a server behind when it is ended. */
export const NEXT_PROGRAM = join(ROOT, "node_modules/next/dist/bin/next");

/** The environment for a Next.js process. A `NODE_ENV` from outside (vitest sets `test`) would make a mixed build. */
export function nextEnvironment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
	const { NODE_ENV: _, ...env } = process.env as Record<string, string | undefined>;
	return { ...env, NEXT_TELEMETRY_DISABLED: "1", ...extra } as unknown as NodeJS.ProcessEnv;
}

export function spawnNext(
	args: string[],
	{ env, ...options }: Omit<SpawnOptions, "env"> & { env?: Record<string, string> } = {},
): ChildProcess {
	return spawn(process.execPath, [NEXT_PROGRAM, ...args], {
		cwd: ROOT,
		...options,
		env: nextEnvironment(env),
	});
}

/** Resolves with the exit code; a program ended by a signal gives `null`. */
export function exitOf(child: ChildProcess): Promise<number | null> {
	if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
	return new Promise((resolve, reject) => {
		child.once("exit", (code) => resolve(code));
		child.once("error", reject);
	});
}

/** Asks `child` to end, and after `graceMs` ends it. Resolves once it is gone. */
export async function endChild(child: ChildProcess, graceMs = 8_000): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const gone = exitOf(child);
	child.kill("SIGTERM");
	const force = setTimeout(() => child.kill("SIGKILL"), graceMs);
	await gone;
	clearTimeout(force);
}

/**
 * Whether nobody listens on `port` under any of the names that `localhost` stands for. Connecting is tried as well as
 * listening: some systems let a program listen on 127.0.0.1 beside another one that listens on every address.
 */
export async function isPortFree(port: number): Promise<boolean> {
	for (const host of ["127.0.0.1", "::1"]) if (await answers(host, port)) return false;
	return new Promise((resolve) => {
		const server = createServer();
		server.once("error", () => resolve(false));
		server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
	});
}

/** `wanted`, or the next free port above it. Throws after 50 taken ones. */
export async function freePortFrom(wanted: number): Promise<number> {
	for (let port = wanted; port < wanted + 50 && port <= 65_535; port++)
		if (await isPortFree(port)) return port;
	throw new Error(`No free port between ${wanted} and ${wanted + 49}. Set PORT to another one.`);
}

/** Any free port, as the operating system gives it. */
export function anyFreePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			const port = typeof address === "object" && address ? address.port : 0;
			server.close(() => resolve(port));
		});
	});
}

function answers(host: string, port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect({ host, port, timeout: 500 });
		const end = (answer: boolean) => {
			socket.destroy();
			resolve(answer);
		};
		socket.once("connect", () => end(true));
		socket.once("error", () => end(false));
		socket.once("timeout", () => end(false));
	});
}

/**
 * Resolves once `url` answers a GET, whatever it answers. Rejects when `child` ends first or after `timeoutMs`.
 */
export async function untilAnswers(url: string, child: ChildProcess, timeoutMs = 120_000): Promise<void> {
	const deadline = Date.now() + timeoutMs;
	const ended = () => child.exitCode !== null || child.signalCode !== null;
	while (Date.now() < deadline) {
		if (ended()) throw new Error(`The server ended before it answered (exit code ${child.exitCode}).`);
		try {
			await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(30_000) });
			return;
		} catch {
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	}
	throw new Error(`The server did not answer on ${url} within ${timeoutMs / 1000} seconds.`);
}
