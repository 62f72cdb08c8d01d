import { SandboxError } from "@/lib/sandbox/errors";
import { AGENT_ARGS, AGENT_COMMAND } from "@/lib/sandbox/machine";
import type { AgentEvent } from "../wire";
import { LineRing } from "./line-ring";
import type { LocalMachine } from "./local-machine";
import type { LocalProcess } from "./spawn";

/** How much of the agent's output is kept for a page that comes late or comes back. */
export const RING_BYTES = 8_000_000;
/** The longest line that is kept; a longer one becomes a gap. */
const MAX_LINE_LENGTH = 2_000_000;
/** About this much is handed over at a time. */
const BATCH_BYTES = 256_000;

/** Takes a line before it is kept; true when the line was only meant for the taker. */
export type LineFilter = (line: string) => boolean;

type AgentState =
	| { state: "stopped"; code: number | null }
	| { state: "running"; program: LocalProcess; drained: Promise<void> };

/** The agent of one machine: its process, and the numbered lines of its output over all its runs. */
export class AgentFeed {
	readonly #machine: LocalMachine;
	readonly #ring: LineRing;
	#agent: AgentState = { state: "stopped", code: null };
	#starting: Promise<void> | null = null;
	#killing: Promise<void> | null = null;
	readonly #waiting = new Set<() => void>();
	filter: LineFilter | null = null;
	/** Told every line, also those that the filter takes. */
	onLine: ((line: string) => void) | null = null;
	/** Told the number of the agent's process group at each start. */
	onStart: ((pid: number) => void) | null = null;

	constructor(machine: LocalMachine, ringBytes = RING_BYTES) {
		this.#machine = machine;
		this.#ring = new LineRing(ringBytes);
	}

	get running(): boolean {
		return this.#agent.state === "running";
	}

	get lastSeq(): number {
		return this.#ring.lastSeq;
	}

	/** Starts the agent unless it runs. Gives the number of the last line that is not part of what follows. */
	async start(): Promise<number> {
		// Otherwise the caller would be attached to an agent that is on its way out.
		await this.#killing;
		const before = this.lastSeq;
		if (!this.running) {
			this.#starting ??= this.#spawn().finally(() => {
				this.#starting = null;
			});
			await this.#starting;
		}
		return before;
	}

	/** @throws SandboxError `agent-stopped` */
	async write(text: string): Promise<void> {
		if (this.#agent.state !== "running")
			throw new SandboxError("agent-stopped", "The sandbox's agent has ended. Start the sandbox again.", {
				retryable: true,
			});
		await this.#agent.program.write(text);
	}

	async kill(): Promise<void> {
		await this.#starting?.catch(() => {});
		if (this.#agent.state !== "running") return;
		const { program, drained } = this.#agent;
		this.#killing ??= program
			.kill()
			.then(() => drained)
			.finally(() => {
				this.#killing = null;
			});
		await this.#killing;
	}

	/**
	 * The agent's output after line `after`, in batches, as it comes; ends with the run's `exit`, or with `signal`.
	 * A reader that is too slow is told of a gap instead of making the playground hold everything for it.
	 */
	async *follow(after: number, signal: AbortSignal): AsyncGenerator<AgentEvent[]> {
		let position = after;
		while (!signal.aborted) {
			const { gap, lines } = this.#ring.since(position, BATCH_BYTES);
			if (gap) yield [{ gap: true }];
			const last = lines.at(-1);
			if (last) {
				position = last.seq;
				const end = lines.findIndex((entry) => "exit" in entry);
				// The number of an end is our own business.
				yield lines.slice(0, end + 1 || undefined).map((e) => ("exit" in e ? { exit: e.exit } : e));
				if (end >= 0) return;
			} else if (gap) {
				position = this.lastSeq;
			} else if (this.#agent.state === "stopped" && this.#starting === null) {
				yield [{ exit: this.#agent.code ?? 0 }];
				return;
			} else {
				await this.#change(signal);
			}
		}
	}

	async #spawn(): Promise<void> {
		const program = await this.#machine.spawn(AGENT_COMMAND, AGENT_ARGS);
		this.#agent = { state: "running", program, drained: this.#drain(program) };
		this.onStart?.(program.pid);
	}

	async #drain(program: LocalProcess): Promise<void> {
		let partial = "";
		let tooLong = false;
		for await (const text of program.output) {
			const pieces = text.split("\n");
			for (const [index, piece] of pieces.entries()) {
				partial += piece;
				if (partial.length > MAX_LINE_LENGTH) {
					tooLong = true;
					partial = "";
				}
				if (index === pieces.length - 1) break;
				this.#keep(partial, tooLong);
				partial = "";
				tooLong = false;
			}
			this.#wake();
		}
		if (partial !== "") this.#keep(partial, tooLong);
		const code = await program.exit;
		this.#ring.pushExit(code);
		this.#agent = { state: "stopped", code };
		this.#wake();
	}

	#keep(line: string, tooLong: boolean): void {
		if (!tooLong) this.onLine?.(line);
		if (tooLong) this.#ring.skip();
		else if (!this.filter?.(line)) this.#ring.push(line);
	}

	#wake(): void {
		for (const wake of [...this.#waiting]) wake();
	}

	#change(signal: AbortSignal): Promise<void> {
		return new Promise((resolve) => {
			const done = () => {
				this.#waiting.delete(done);
				signal.removeEventListener("abort", done);
				resolve();
			};
			this.#waiting.add(done);
			signal.addEventListener("abort", done, { once: true });
		});
	}
}
