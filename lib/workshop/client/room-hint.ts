/** Where the memberships are kept, see membership.ts. */
export const MEMBERSHIP_KEY = "server-actions-playground.workshop";

let inMemory: string | null | undefined;
const listeners = new Set<() => void>();

/**
 * The room whose learner this browser is, by its code; `null`: none. Reads one entry of `localStorage` and loads
 * nothing, so that a page without a room pays nothing.
 */
export function activeRoom(): string | null {
	if (inMemory !== undefined) return inMemory;
	try {
		const kept = JSON.parse(localStorage.getItem(MEMBERSHIP_KEY) ?? "null") as { active?: unknown } | null;
		return typeof kept?.active === "string" ? kept.active : null;
	} catch {
		return null;
	}
}

/** Told by the keeper of the memberships, which knows more than the storage where the browser keeps nothing. */
export function setActiveRoom(code: string | null): void {
	inMemory = code;
	for (const listener of listeners) listener();
}

export function onActiveRoom(listener: () => void): () => void {
	const onStorage = (event: StorageEvent) => {
		if (event.key === MEMBERSHIP_KEY || event.key === null) listener();
	};
	listeners.add(listener);
	window.addEventListener("storage", onStorage);
	return () => {
		listeners.delete(listener);
		window.removeEventListener("storage", onStorage);
	};
}
