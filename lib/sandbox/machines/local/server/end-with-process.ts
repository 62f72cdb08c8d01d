import { constants } from "node:os";
import type { MachineHost } from "./host";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Ends all machines when the playground's process ends. On a signal at once: an open output stream would keep Next.js's
 * own orderly end from finishing.
 */
export function endWithProcess(host: MachineHost): void {
	for (const signal of SIGNALS) {
		process.on(signal, () => {
			host.killNow();
			// Our listener took the place of the signal's usual effect, unless somebody else takes care of it.
			if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal]);
		});
	}
	process.on("exit", () => {
		host.killNow();
		host.deleteNow();
	});
}
