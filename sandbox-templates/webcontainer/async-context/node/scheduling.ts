import timers from "node:timers";
import { bindFirstArgument } from "../core/scheduling";
import type { ContextSlot } from "../core/slot";

/** What Node.js has besides the timers of browsers. The core has already instrumented the global ones. */
export function instrumentNodeScheduling(slot: ContextSlot): void {
	bindFirstArgument(slot, process, "nextTick");
	for (const name of ["setTimeout", "setInterval", "setImmediate"] as const) {
		Object.assign(timers, { [name]: globalThis[name] });
	}
}
