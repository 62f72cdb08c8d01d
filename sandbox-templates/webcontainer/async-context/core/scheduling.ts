import { replaceMethod } from "./mirror";
import type { ContextSlot } from "./slot";

/** Makes a function that takes its callback first (`setTimeout` and its like) keep the context of the call for it. */
export function bindFirstArgument(slot: ContextSlot, owner: object, name: string): void {
	replaceMethod(
		owner,
		name,
		(original) =>
			function (this: unknown, callback: unknown, ...args: unknown[]) {
				return Reflect.apply(original, this, [slot.bindIfFunction(callback), ...args]);
			},
	);
}

/** What both browsers and Node.js schedule callbacks with. */
export function instrumentScheduling(slot: ContextSlot, global: object): void {
	for (const name of ["setTimeout", "setInterval", "setImmediate", "queueMicrotask"]) {
		bindFirstArgument(slot, global, name);
	}
}
