import type { Runner, RunnerEvent, RunnerFactory } from "../runner";
import type { Desired, SessionState } from "./state";

/** A way to get a runner. `name` is for people, and the label of the runners that come from it. */
export interface SessionMachine {
	name: string;
	connect: RunnerFactory;
}

/** The reconciler behind the sandbox: says what it shall be, and it becomes so. */
export interface Session {
	getState(): SessionState;
	subscribe(listener: () => void): () => void;
	/** The newest target wins; anything under way for an older one is abandoned. */
	setDesired(desired: Desired): void;
	/** After `failed` or `unsupported`: from the beginning. */
	retry(): void;
	/**
	 * From now on these, the preferred one first. A machine that is not the preferred one, or the wait for one, is given
	 * up, and the search begins again. What is desired stays.
	 */
	setMachines(machines: SessionMachine[]): void;
	/** Restarts Next.js with the present files. */
	restart(): void;
	/** The runner of the present machine, or `null` while there is none. */
	readonly runner: Runner | null;
	/** Events of whichever runner is present, across machines. */
	onRunnerEvent(listener: (event: RunnerEvent) => void): () => void;
	/** Resolves once what was last desired is ready. Rejects with a `SandboxError` when it failed, crashed for good, or `signal` aborts. */
	whenReady(signal?: AbortSignal): Promise<{ runner: Runner; previewUrl: string }>;
	/**
	 * Like {@link whenReady}, and waits until a running `next dev` has noticed the files written last: right after a
	 * write it may still answer with what was there before.
	 */
	whenCurrent(signal?: AbortSignal): Promise<{ runner: Runner; previewUrl: string }>;
}
