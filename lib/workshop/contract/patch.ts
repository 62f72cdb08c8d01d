/**
 * What changed from one view to the next, as a JSON Merge Patch (RFC 7396): objects are merged, `null` takes away,
 * everything else replaces. Views hold no `null` outside arrays, so nothing is lost on the way.
 */
export type Patch = { [key: string]: unknown };

type Tree = Record<string, unknown>;

/** The patch that makes `before` into `after`, or `null` when they say the same. Equal references are not looked into. */
export function diff(before: object, after: object): Patch | null {
	const patch: Patch = {};
	const old = before as Tree;
	for (const [key, value] of Object.entries(after)) {
		if (value === undefined) continue;
		const was = Object.hasOwn(old, key) ? old[key] : undefined;
		if (was === value) continue;
		if (isTree(was) && isTree(value)) {
			const inner = diff(was, value);
			if (inner !== null) put(patch, key, inner);
		} else if (!sameJson(was, value)) put(patch, key, value);
	}
	for (const [key, value] of Object.entries(old)) {
		if (value !== undefined && (!Object.hasOwn(after, key) || (after as Tree)[key] === undefined)) {
			put(patch, key, null);
		}
	}
	return Object.keys(patch).length === 0 ? null : patch;
}

/** `target` with the patch applied. `target` stays as it is; parts that did not change are the same objects. */
export function applyPatch<T extends object>(target: T, patch: Patch): T {
	const result: Tree = { ...(target as Tree) };
	for (const [key, value] of Object.entries(patch)) {
		if (value === null) {
			delete result[key];
		} else if (isTree(value)) {
			const was = Object.hasOwn(result, key) ? result[key] : undefined;
			put(result, key, applyPatch(isTree(was) ? was : {}, value));
		} else put(result, key, value);
	}
	return result as T;
}

function isTree(value: unknown): value is Tree {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** For values of which at least one is no object. */
function sameJson(a: unknown, b: unknown): boolean {
	return Array.isArray(a) && Array.isArray(b) && JSON.stringify(a) === JSON.stringify(b);
}

// A name may come from outside: `__proto__` must be a name like any other.
function put(record: Tree, key: string, value: unknown): void {
	Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
}
