/** What every store holds at one moment. Never changed once made, so that a callback can keep it. */
export type Frame = ReadonlyMap<object, unknown>;

// biome-ignore lint/complexity/noBannedTypes: functions of every shape pass through here unchanged
export type Callable = Function;

const apply = Reflect.apply;

/**
 * The context of the code that runs now.
 *
 * JavaScript runs one piece of code at a time, so one variable is enough: whoever starts a callback sets it, and sets
 * it back afterwards. `null` is the root: code that the host itself has started and nobody has put into a context.
 */
export class ContextSlot {
	current: Frame | null = null;
	#leaves = false;
	readonly #whenThisEntryEnds: (task: () => void) => void;

	/** @param whenThisEntryEnds the host's own, unwrapped way to run a task before any other event is handled */
	constructor(whenThisEntryEnds: (task: () => void) => void) {
		this.#whenThisEntryEnds = whenThisEntryEnds;
	}

	/** Calls `fn` inside `frame`; whatever it enters is left again. */
	run(frame: Frame | null, fn: Callable, self: unknown, args: unknown[]): unknown {
		const before = this.current;
		this.current = frame;
		try {
			return apply(fn, self, args);
		} finally {
			this.current = before;
		}
	}

	/**
	 * Gives a function that calls `fn` in the context of now. Also the root is kept: a callback that is made outside of
	 * every context must not run in one that somebody else has left open.
	 */
	bind(fn: Callable): (...args: unknown[]) => unknown {
		const slot = this;
		const frame = this.current;
		return function (this: unknown, ...args) {
			const before = slot.current;
			slot.current = frame;
			try {
				return apply(fn, this, args);
			} finally {
				slot.current = before;
			}
		};
	}

	/** `bind` for a value that may be no function: such a value is given back as it is, for the host to judge. */
	bindIfFunction<T>(value: T): T {
		return typeof value === "function" ? (this.bind(value) as T) : value;
	}

	/**
	 * Calls `fn` in the context of whoever calls; only where the host calls from the root, in `frame`. So behaves what
	 * belongs to a handle (a socket, a stream): its synchronous events belong to their sender, the host's to the maker.
	 */
	runFromRoot(frame: Frame | null, fn: Callable, self: unknown, args: unknown[]): unknown {
		return this.current === null ? this.run(frame, fn, self, args) : apply(fn, self, args);
	}

	/** Makes `frame` current for the rest of what runs now (`enterWith`). */
	enter(frame: Frame | null): void {
		this.current = frame;
		if (this.#leaves) return;
		// In a callback that we started, `run` puts the old frame back. In one that the host started nobody does.
		this.#leaves = true;
		this.#whenThisEntryEnds(() => {
			this.#leaves = false;
			this.current = null;
		});
	}
}
