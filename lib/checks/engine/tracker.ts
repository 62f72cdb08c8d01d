import type { Evidence } from "../types";

/**
 * What one run of one check leaves behind. It also holds every promise handed out to the author, so that a forgotten
 * `await` is found instead of turning into a silent pass.
 */
export class Tracker {
	readonly did: string[] = [];
	readonly evidence: Evidence[] = [];
	assertions = 0;
	private readonly pending = new Map<Promise<unknown>, string>();

	/** Notes a step in words; the same step twice in a row is noted once. */
	note(step: string): void {
		if (this.did.at(-1) !== step) this.did.push(step);
	}

	show(evidence: Evidence): void {
		this.evidence.push(evidence);
	}

	/** Runs `work` and remembers it until the author's code could have seen its end. */
	track<T>(what: string, work: () => Promise<T>): Promise<T> {
		const promise = work();
		this.pending.set(promise, what);
		const settle = () => this.pending.delete(promise);
		promise.then(settle, settle);
		return promise;
	}

	/** What is still under way: non-empty after the check's end means that an `await` is missing. */
	unfinished(): string[] {
		return [...this.pending.values()];
	}
}
