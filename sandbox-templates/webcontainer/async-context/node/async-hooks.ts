import asyncHooks from "node:async_hooks";
import events from "node:events";
import type { AsyncContext } from "../core/context";
import type { HostResourceClass, ResourceOptions } from "../core/resource";

/** The host's own class, taken before it is replaced: ours extends it, so that its ids and hooks go on. */
export const HostResource = asyncHooks.AsyncResource as unknown as HostResourceClass;

/** Puts our classes in the place of the host's, for everything that is loaded from now on. */
export function replaceAsyncHooks({ AsyncLocalStorage, AsyncResource }: AsyncContext): void {
	Object.assign(asyncHooks, {
		AsyncLocalStorage,
		AsyncResource,
		// The host cannot tell a hook of promises. One that hears half of what happens is worse than one that is silent.
		createHook: () => {
			const hook = { enable: () => hook, disable: () => hook };
			return hook;
		},
	});
	// Where Next.js looks for it.
	Object.assign(globalThis, { AsyncLocalStorage });
	replaceEmitterResource({ AsyncResource });
}

type EmitterOptions = ResourceOptions & { name?: string };

/** Node's own class of this name takes its context from the host's `AsyncResource`, which has lost it. */
function replaceEmitterResource({ AsyncResource }: Pick<AsyncContext, "AsyncResource">): void {
	class EventEmitterAsyncResource extends events.EventEmitter {
		readonly asyncResource: InstanceType<typeof AsyncResource>;
		constructor(options?: string | EmitterOptions) {
			const given = typeof options === "string" ? { name: options } : options;
			super();
			this.asyncResource = new AsyncResource(given?.name ?? new.target.name, given);
			Object.defineProperty(this.asyncResource, "eventEmitter", { value: this });
		}
		override emit(event: string | symbol, ...args: unknown[]): boolean {
			return this.asyncResource.runInAsyncScope(super.emit, this, event, ...args) as boolean;
		}
		emitDestroy(): void {
			this.asyncResource.emitDestroy();
		}
		get asyncId(): number {
			return this.asyncResource.asyncId();
		}
		get triggerAsyncId(): number {
			return this.asyncResource.triggerAsyncId();
		}
	}
	Object.defineProperty(events, "EventEmitterAsyncResource", {
		value: EventEmitterAsyncResource,
		writable: true,
		configurable: true,
		enumerable: true,
	});
}
