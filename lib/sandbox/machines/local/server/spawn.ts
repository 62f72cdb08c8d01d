import { type ChildProcess, spawn } from "node:child_process";
import { constants } from "node:os";
import { SandboxError } from "@/lib/sandbox/errors";
import type { MachineProcess } from "@/lib/sandbox/machine";
import { endGracefully, endNow } from "./ending";
import { LineInterleaver } from "./line-interleaver";

/** How long pipes may stay open after the program ended (something that escaped its group may hold them). */
const PIPE_GRACE_MS = 1_000;

export interface LocalProcess extends MachineProcess {
	/** Leads the process group of the same number. */
	readonly pid: number;
	/** Ends everything by force, without waiting; for the moment the playground's own process ends. */
	killNow(): void;
}

export interface ProcessRequest {
	command: string;
	args: string[];
	cwd: string;
	env: Record<string, string>;
	/** `PLAYGROUND_RUN` in `env`. */
	run: string;
	signal?: AbortSignal;
}

/**
 * Starts a program as the leader of a process group of its own.
 * @throws SandboxError `start-failed`, `cancelled`
 */
export async function startProcess(request: ProcessRequest): Promise<LocalProcess> {
	if (request.signal?.aborted) throw new SandboxError("cancelled", "The start was cancelled.");
	const child = spawn(/* turbopackIgnore: true */ request.command, request.args, {
		cwd: request.cwd,
		// NODE_ENV is required by Next's own typing of the environment; the machine decides it, not we.
		env: request.env as NodeJS.ProcessEnv,
		detached: process.platform !== "win32",
		stdio: ["pipe", "pipe", "pipe"],
		windowsHide: true,
	});
	await new Promise<void>((resolve, reject) => {
		child.once("spawn", resolve);
		child.once("error", (cause) =>
			reject(
				new SandboxError("start-failed", `"${request.command}" could not be started: ${cause.message}`, {
					cause,
				}),
			),
		);
	});
	return superviseProcess(child, child.pid!, request);
}

function superviseProcess(child: ChildProcess, pid: number, request: ProcessRequest): LocalProcess {
	const { run, signal } = request;
	// Later errors (a signal that could not be sent) are seen by the loops in ending.ts, not here.
	child.on("error", () => {});
	const output = outputOf(child);
	let ended = false;
	const exit = new Promise<number>((resolve) => {
		child.once("exit", (code, signalName) => {
			ended = true;
			endNow(pid, run);
			const closePipes = setTimeout(() => {
				child.stdout?.destroy();
				child.stderr?.destroy();
			}, PIPE_GRACE_MS);
			child.once("close", () => clearTimeout(closePipes));
			resolve(code ?? 128 + (signalName === null ? 0 : constants.signals[signalName]));
		});
	});

	async function kill(): Promise<void> {
		if (!ended) await endGracefully(pid, run);
		await exit;
	}
	const onAbort = () => void kill();
	signal?.addEventListener("abort", onAbort, { once: true });
	void exit.then(() => signal?.removeEventListener("abort", onAbort));

	return {
		pid,
		output,
		exit,
		kill,
		killNow: () => {
			if (!ended) endNow(pid, run);
		},
		write: (text) => writeInput(child, text),
	};
}

function writeInput(child: ChildProcess, text: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const refuse = (cause?: unknown) =>
			reject(new SandboxError("agent-stopped", "The program has ended and takes no more input.", { cause }));
		const { stdin } = child;
		if (stdin === null || stdin.destroyed || child.exitCode !== null || child.signalCode !== null)
			return refuse();
		// Without a listener of its own, EPIPE would end the playground's process.
		if (stdin.listenerCount("error") === 0) stdin.on("error", () => {});
		stdin.write(text, (error) => (error ? refuse(error) : resolve()));
	});
}

function outputOf(child: ChildProcess): ReadableStream<string> {
	const pipes = { stdout: child.stdout!, stderr: child.stderr! };
	const resume = () => {
		for (const pipe of Object.values(pipes)) pipe.resume();
	};
	let closed = false;
	// What an ended program left in its pipes is little; nobody's pace may keep the stream from ending.
	let ended = false;
	child.once("exit", () => {
		ended = true;
		resume();
	});
	return new ReadableStream<string>(
		{
			start(controller) {
				const lines = new LineInterleaver((text) => {
					if (closed) return;
					controller.enqueue(text);
					if (ended || (controller.desiredSize ?? 0) > 0) return;
					for (const pipe of Object.values(pipes)) pipe.pause();
				});
				for (const [name, pipe] of Object.entries(pipes)) {
					pipe.setEncoding("utf8");
					pipe.on("data", (text: string) => lines.push(name, text));
					pipe.once("close", () => lines.end(name));
				}
				child.once("close", () => {
					if (!closed) controller.close();
					closed = true;
				});
			},
			pull: resume,
			cancel() {
				closed = true;
				// Nobody listens any more, yet the program must not block on a full pipe.
				ended = true;
				resume();
			},
		},
		{ highWaterMark: 64 },
	);
}
