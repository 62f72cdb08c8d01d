/** Adds `not` lazily; building it eagerly would never end. */
export function withNot<T>(assertions: Record<string, unknown>, negate: () => T): T {
	return Object.defineProperty(assertions, "not", { get: negate }) as T;
}
