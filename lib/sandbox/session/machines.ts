import { isSandboxError, SandboxError } from "../errors";
import type { Runner } from "../runner";
import type { Refusal } from "./state";
import type { SessionMachine } from "./types";

/** The machines of a session, tried in turn; they may be replaced at any time. */
export interface Machines {
	/**
	 * A runner of the first machine that does not refuse (`null`: all did), once the one before is gone. Rejects as the
	 * machine does, and with `cancelled` when the list is replaced meanwhile.
	 */
	acquire(): Promise<{ runner: Runner | null; refusals: Refusal[] }>;
	/** Another list. Unless the present runner is kept, what came from the list of before is ended, or waited for no more. */
	replace(next: SessionMachine[], options: { keep: boolean; present: Runner | null }): void;
}

export function createMachines(first: SessionMachine[], signal: AbortSignal): Machines {
	let machines = first;
	/** Ends whatever comes from the present list. */
	let tenure = new AbortController();
	/** A page has room for one WebContainer: the one before must be gone. */
	let leaving: Promise<unknown> = Promise.resolve();
	return {
		async acquire() {
			const mine = AbortSignal.any([signal, tenure.signal]);
			const list = machines;
			const refusals: Refusal[] = [];
			await leaving;
			for (const { name, connect } of list) {
				if (mine.aborted) throw replaced(mine);
				try {
					const runner = await connect(mine);
					if (!mine.aborted) return { runner, refusals };
					await runner.dispose();
				} catch (error) {
					if (mine.aborted) throw replaced(mine);
					if (!isUnsupported(error)) throw error;
					refusals.push({ machine: name, error });
				}
			}
			if (mine.aborted) throw replaced(mine);
			return { runner: null, refusals };
		},
		replace(next, { keep, present }) {
			machines = next;
			if (keep) return;
			tenure.abort(new SandboxError("cancelled", "Another machine was chosen."));
			tenure = new AbortController();
			// How it ends is of no interest any more.
			leaving = Promise.all([leaving, present?.dispose().catch(() => {})]);
		},
	};
}

function replaced({ reason }: AbortSignal): SandboxError {
	return new SandboxError("cancelled", "Another machine was chosen.", { cause: reason });
}

function isUnsupported(error: unknown): error is SandboxError {
	return isSandboxError(error) && error.code === "unsupported";
}
