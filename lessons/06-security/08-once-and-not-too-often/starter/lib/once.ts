declare global {
	var keysSeen: Set<string> | undefined;
}

/**
 * Whether nobody has asked for this key before. Asking and noting happen in one go. This is in memory, which is enough
 * for one server; several servers would share a table with a unique column.
 */
export async function firstTime(key: string): Promise<boolean> {
	globalThis.keysSeen ??= new Set();
	if (globalThis.keysSeen.has(key)) return false;
	globalThis.keysSeen.add(key);
	return true;
}
