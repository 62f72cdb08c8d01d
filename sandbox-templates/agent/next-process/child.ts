import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createLineSplitter } from "../lines";
import type { LogBook } from "../log-book";
import { createOutputParser } from "../record-lines";
import type { SandboxRecord } from "../records";

export interface ChildHandlers {
	onRecord(record: SandboxRecord): void;
	/** The process is gone and its output has been read to the end. */
	onEnd(code: number | null, signal: string | null): void;
}

export interface NextChild {
	readonly pid: number | undefined;
	/** Ends the process and everything it started, at once. */
	kill(): void;
}

/** How long the output of a dead process may stay open, held by something that left its group. */
const OUTPUT_LIMIT_MS = 2_000;

const hasGroups = process.platform !== "win32";

/** Runs `node` with `args` in a process group of its own. */
export function startChild(
	args: string[],
	options: { cwd: string; env: NodeJS.ProcessEnv; key: string },
	log: LogBook,
	handlers: ChildHandlers,
): NextChild {
	const child = spawn(process.execPath, args, {
		cwd: options.cwd,
		env: options.env,
		detached: hasGroups,
		windowsHide: true,
		stdio: ["ignore", "pipe", "pipe"],
	});
	const output = createOutputParser(options.key, {
		onRecord: handlers.onRecord,
		onLine: (line) => log.add("stdout", line),
	});
	const errors = createLineSplitter((line) => log.add("stderr", line));
	child.stdout.on("data", output.push);
	child.stderr.on("data", errors.push);

	let told = false;
	const tell = (code: number | null, signal: string | null) => {
		if (told) return;
		told = true;
		output.end();
		errors.end();
		handlers.onEnd(code, signal);
	};
	child.once("error", (error) => {
		log.add("stderr", `[sandbox] Next.js could not be started: ${error.message}`);
		tell(null, null);
	});
	child.once("exit", (code, signal) => {
		// What the leader started may still hold the port and the lock of the folder.
		killTree(child);
		setTimeout(() => tell(code, signal), OUTPUT_LIMIT_MS).unref();
	});
	child.once("close", tell);
	return { pid: child.pid, kill: () => killTree(child) };
}

function killTree(child: ChildProcess): void {
	if (child.pid === undefined) return;
	try {
		if (hasGroups) process.kill(-child.pid, "SIGKILL");
		else spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"], { windowsHide: true });
	} catch {
		// No such group: gone already, or a host without groups.
		child.kill("SIGKILL");
	}
}
