import { mirror, replaceMethod } from "../core/mirror";
import type { Callable, ContextSlot, Frame } from "../core/slot";

/** The contexts in which emitters that belong to native handles were made. */
export class Origins {
	readonly #frames = new WeakMap<object, Frame>();
	constructor(readonly slot: ContextSlot) {}

	/** Remembers the context of now as that of `emitter`, unless it has one; gives `emitter`. */
	claim<T>(emitter: T): T {
		return this.claimFor(emitter, this.slot.current);
	}

	claimFor<T>(emitter: T, frame: Frame | null): T {
		if (frame && typeof emitter === "object" && emitter && !this.#frames.has(emitter)) {
			this.#frames.set(emitter, frame);
		}
		return emitter;
	}

	of(emitter: object): Frame | null {
		return this.#frames.get(emitter) ?? null;
	}

	/** Makes `emit` of the emitters of `prototype` run in their context where the host calls it from the root. */
	heed(prototype: object): void {
		this.heedMethod(prototype, "emit");
	}

	heedMethod(prototype: object, name: string): void {
		const origins = this;
		replaceMethod(
			prototype,
			name,
			(original) =>
				function (this: object, ...args: unknown[]) {
					const { slot } = origins;
					// Also without a context of its own: a listener's `enterWith` must end with the event.
					return slot.runFromRoot(origins.of(this), original, this, args);
				},
		);
	}

	/** Makes a function that makes emitters remember their context. `others` gives those that come along with one. */
	claimResults(module: object, names: string[], others: (made: never) => unknown[] = () => []): void {
		for (const name of names) {
			replaceMethod(module, name, (original) => this.#claiming(original, others));
		}
	}

	#claiming(original: Callable, others: (made: never) => unknown[]): Callable {
		const origins = this;
		return mirror(original, function (this: unknown, ...args: unknown[]) {
			const made = Reflect.apply(original, this, args);
			for (const emitter of [made, ...others(made as never)]) origins.claim(emitter);
			return made;
		});
	}
}
