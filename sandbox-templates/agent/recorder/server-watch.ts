import { ChildProcess } from "node:child_process";

/**
 * Ends `next dev` once its server process was ended by a signal (the system was short of memory, say): by itself it stays
 * behind without a server, and never tells (16.3.7). A server that ends with a code of its own is Next.js's business: it
 * does so to be replaced.
 */
export function endWithServer(end: (signal: NodeJS.Signals) => void = endAloud): void {
	const emit = ChildProcess.prototype.emit;
	ChildProcess.prototype.emit = function (this: ChildProcess, event: string | symbol, ...args: unknown[]) {
		const passed = emit.apply(this, [event, ...args] as unknown as Parameters<typeof emit>);
		const [, signal] = args;
		if (event === "exit" && typeof signal === "string" && isServer(this)) end(signal as NodeJS.Signals);
		return passed;
	} as typeof emit;
}

/** What else `next dev` starts (git, a browser) may end as it likes. */
function isServer({ spawnargs }: ChildProcess): boolean {
	return spawnargs.some((argument) => /[\\/]start-server\.js$/.test(argument));
}

function endAloud(signal: NodeJS.Signals): void {
	console.error(`The server process of Next.js was ended by ${signal}.`);
	// By the same signal, so that the agent can tell why.
	process.kill(process.pid, signal);
}
