import type { NextStatus } from "../agent-protocol";
import { SandboxError } from "../errors";
import type { Machine } from "../machine";
import { cancelled } from "./agent-channel";

/** Milliseconds between "Next.js answers" and "the machine knows its address" that count as never. */
const PORT_LIMIT_MS = 30_000;

export interface StatusKeeperOptions {
	machine: Pick<Machine, "whenPort">;
	onChange(status: NextStatus): void;
	/** Ends the waiting for addresses. */
	signal: AbortSignal;
	portLimitMs?: number;
}

/**
 * The status of Next.js as it may be told: that it is `ready` only once the machine knows the address of its port. A
 * machine without `whenPort` knows it at once.
 */
export function createStatusKeeper({ machine, onChange, signal, portLimitMs }: StatusKeeperOptions) {
	let current: NextStatus = { state: "stopped" };
	/** The status that waits for its address, and the end of this waiting. */
	let held: { told: Promise<void>; drop(): void } | null = null;

	const tell = (status: NextStatus) => {
		held?.drop();
		held = null;
		current = status;
		onChange(status);
	};

	return {
		current: () => current,
		/** What the agent has said. */
		take(status: NextStatus): void {
			held?.drop();
			held = null;
			const port = portOf(status);
			if (port === null || machine.whenPort === undefined || port === portOf(current)) {
				tell(status);
				return;
			}
			const limit = AbortSignal.timeout(portLimitMs ?? PORT_LIMIT_MS);
			const dropped = new AbortController();
			const address = machine.whenPort(port, AbortSignal.any([signal, limit, dropped.signal]));
			const told = address.then(
				() => {
					if (!dropped.signal.aborted) tell(status);
				},
				(cause: unknown) => {
					// Something newer has taken its place.
					if (dropped.signal.aborted) return;
					throw limit.aborted && !signal.aborted ? noAddress(port, cause) : cause;
				},
			);
			// Whoever waits is told; where nobody does, the status stays what it was.
			told.catch(() => {});
			held = { told, drop: () => dropped.abort() };
		},
		/** Resolves once nothing waits for an address. Rejects with a `SandboxError`. */
		async whenTold(callSignal?: AbortSignal): Promise<void> {
			while (held !== null) await untilAborted(held.told, callSignal);
		},
	};
}

function portOf(status: NextStatus): number | null {
	return status.state === "ready" || status.state === "unresponsive" ? status.port : null;
}

function noAddress(port: number, cause: unknown): SandboxError {
	return new SandboxError(
		"no-answer",
		`The app runs, but this browser was not told the address of its port ${port}. Your code is kept; start the sandbox again.`,
		{ cause, retryable: true },
	);
}

function untilAborted(work: Promise<void>, signal?: AbortSignal): Promise<void> {
	if (signal === undefined) return work;
	return new Promise((resolve, reject) => {
		const onAbort = () => reject(cancelled(signal));
		signal.addEventListener("abort", onAbort, { once: true });
		if (signal.aborted) onAbort();
		work.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
	});
}
