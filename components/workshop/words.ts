/** `45 min`, `1 h 30 min` */
export function hours(minutes: number): string {
	const whole = Math.round(minutes);
	if (whole < 60) return `${whole} min`;
	const rest = whole % 60;
	return rest === 0 ? `${Math.floor(whole / 60)} h` : `${Math.floor(whole / 60)} h ${rest} min`;
}

/** How long something has lasted, in the largest unit that says enough: `just now`, `4 min`, `2 h`. */
export function lasting(ms: number): string {
	const minutes = Math.floor(ms / 60_000);
	if (minutes < 1) return "just now";
	return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`;
}

/** A countdown: `4:05`, `1:00:00`. Never below zero. */
export function countdown(ms: number): string {
	const seconds = Math.max(0, Math.ceil(ms / 1000));
	const two = (n: number) => String(n).padStart(2, "0");
	const minutes = Math.floor(seconds / 60);
	if (minutes < 60) return `${minutes}:${two(seconds % 60)}`;
	return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

/** `on time`, `4 min late`, `2 min early` */
export function driftWords(ms: number): string {
	const minutes = Math.round(ms / 60_000);
	if (minutes === 0) return "on time";
	return minutes > 0 ? `${hours(minutes)} late` : `${hours(-minutes)} early`;
}

/** `1 learner`, `3 learners` */
export function many(n: number, one: string, more = `${one}s`): string {
	return `${n} ${n === 1 ? one : more}`;
}

/** `ACD EFG`: easier to read, to say and to type; people may type it either way. */
export function spaced(code: string): string {
	const half = Math.ceil(code.length / 2);
	return `${code.slice(0, half)} ${code.slice(half)}`;
}

/** Where a room's door is, on this playground: `hub` is the playground that has the room, where that is another one. */
export function doorPath(code: string, hub?: string): string {
	// People read it, and now and then type it. Without a protocol it is plain http, see `hubOf`.
	return `/join/${code}${hub === undefined ? "" : `?hub=${hub.replace(/^http:\/\//, "")}`}`;
}

/** The `hub` of {@link doorPath}'s address as an origin. */
export function hubOf(parameter: string): string {
	return parameter.includes("://") ? parameter : `http://${parameter}`;
}

/** `http://192.168.1.20:3000` → `192.168.1.20:3000` */
export function hostOf(origin: string): string {
	return origin.replace(/^https?:\/\//, "");
}

/** A file name out of a title. */
export function fileName(title: string): string {
	const plain = title
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, "-")
		.replace(/^-+|-+$/g, "");
	return plain.slice(0, 60) || "workshop";
}
