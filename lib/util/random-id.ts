/**
 * 24 random hex digits. `crypto.randomUUID` exists in secure contexts only, and a classroom's LAN address is none.
 */
export function randomId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(12));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
