import type { Callable } from "./slot";

/**
 * Gives `wrapper` the face of `original`: its name, its length, and all it carries, such as the `promisify` form of
 * `setTimeout` or `fs.realpath.native`.
 */
export function mirror<F extends Callable>(original: F, wrapper: Callable): F {
	for (const key of Reflect.ownKeys(original)) {
		const described = Object.getOwnPropertyDescriptor(original, key);
		if (key === "prototype" || key === "arguments" || key === "caller" || !described) continue;
		if (Object.getOwnPropertyDescriptor(wrapper, key)?.configurable === false) continue;
		Object.defineProperty(wrapper, key, described);
	}
	return wrapper as F;
}

/** Replaces the method `name` of `owner`; a method that the host does not have is left out. */
export function replaceMethod(owner: object, name: string, make: (original: Callable) => Callable): void {
	const original: unknown = (owner as Record<string, unknown>)[name];
	if (typeof original !== "function") return;
	const described = Object.getOwnPropertyDescriptor(owner, name);
	Object.defineProperty(owner, name, {
		value: mirror(original, make(original)),
		writable: true,
		configurable: true,
		enumerable: described?.enumerable ?? false,
	});
}
