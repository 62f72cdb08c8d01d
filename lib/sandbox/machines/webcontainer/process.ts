import type { WebContainerProcess } from "@webcontainer/api";
import { SandboxError } from "@/lib/sandbox/errors";
import type { MachineProcess } from "@/lib/sandbox/machine";
import { abortableDelay } from "@/lib/util/delay";

/** Milliseconds that a killed program may take to be gone; then it counts as gone. */
const KILL_LIMIT_MS = 10_000;
/** Milliseconds for the last words of a program that has ended. */
const LAST_WORDS_MS = 1_000;

/** 128 + SIGKILL: ended with its machine. */
const GONE_CODE = 137;

/** What is used of a program of the WebContainer. */
export type ContainerProgram = Pick<WebContainerProcess, "exit" | "input" | "kill" | "output">;

/** Made of a terminal's output what a pipe would have carried: `\r\n` is `\n` again. */
export function createNewlineReader(): { push(text: string): string; end(): string } {
	let held = "";
	return {
		push(text) {
			const whole = held + text;
			// Its `\n` may come with the next chunk.
			held = whole.endsWith("\r") ? "\r" : "";
			return (held === "" ? whole : whole.slice(0, -1)).replaceAll("\r\n", "\n");
		},
		end() {
			const last = held;
			held = "";
			return last;
		},
	};
}

/**
 * A program of a WebContainer as every machine has them.
 * @param gone settles when the machine is disposed of; the WebContainer tells nobody about its programs' end then
 */
export function superviseProgram(
	program: ContainerProgram,
	{ gone, signal }: { gone: Promise<void>; signal?: AbortSignal },
): MachineProcess {
	let ended = false;
	let giveUp: (code: number) => void = () => {};
	const givenUp = new Promise<number>((resolve) => {
		giveUp = resolve;
	});
	const exit = Promise.race([program.exit.catch(() => GONE_CODE), gone.then(() => GONE_CODE), givenUp]);
	const output = outputOf(program, exit);
	const input = program.input.getWriter();

	async function kill(): Promise<void> {
		if (ended) return;
		program.kill();
		const limit = new AbortController();
		const late = abortableDelay(KILL_LIMIT_MS, limit.signal).then(
			() => giveUp(GONE_CODE),
			() => {},
		);
		await Promise.race([exit, late]);
		limit.abort();
		await exit;
	}
	const onAbort = () => void kill();
	signal?.addEventListener("abort", onAbort, { once: true });
	void exit.then(() => {
		ended = true;
		signal?.removeEventListener("abort", onAbort);
	});

	return {
		output,
		exit,
		kill,
		async write(text) {
			const refusal = "The program has ended and takes no more input.";
			if (ended) throw new SandboxError("agent-stopped", refusal);
			await input.write(text).catch((cause: unknown) => {
				throw new SandboxError("agent-stopped", refusal, { cause });
			});
		},
	};
}

function outputOf(program: ContainerProgram, exit: Promise<number>): ReadableStream<string> {
	const reader = program.output.getReader();
	const newlines = createNewlineReader();
	let open = true;
	return new ReadableStream<string>({
		start(controller) {
			const say = (text: string) => {
				if (open && text !== "") controller.enqueue(text);
			};
			const close = () => {
				say(newlines.end());
				if (open) controller.close();
				open = false;
			};
			// Not at the reader's pace: a WebContainer holds back for nobody either.
			async function pump(): Promise<void> {
				for (;;) {
					const { done, value } = await reader.read();
					if (done) return;
					say(newlines.push(value));
				}
			}
			const lastWords = exit.then(() => abortableDelay(LAST_WORDS_MS, new AbortController().signal));
			void Promise.race([pump(), lastWords]).then(close, (error: unknown) => {
				if (open) controller.error(error);
				open = false;
			});
		},
		cancel() {
			open = false;
		},
	});
}
