/** What deciding about machines needs to know of one. Times are milliseconds of one clock. */
export interface MachineUse {
	id: string;
	spare: boolean;
	/** Somebody at another computer of the network has it. */
	guest?: boolean;
	/** Pages that follow its agent right now. */
	streams: number;
	/** The last request, or the end of the last stream. */
	lastUsed: number;
}

export type Room = { kind: "free" } | { kind: "reclaim"; id: string } | { kind: "full" };

/**
 * Whether one more machine may be made: at once, after the longest-abandoned one was ended, or not at all.
 * @param graceMs a machine used less than this ago is not abandoned: its page may be reloading
 */
export function planRoom(uses: readonly MachineUse[], max: number, now: number, graceMs: number): Room {
	if (uses.length < max) return { kind: "free" };
	const abandoned = uses
		.filter((use) => !use.spare && use.streams === 0 && now - use.lastUsed >= graceMs)
		.sort((a, b) => a.lastUsed - b.lastUsed);
	return abandoned[0] ? { kind: "reclaim", id: abandoned[0].id } : { kind: "full" };
}

/** The machines that nobody has used for `idleMs`. The spare waits as long as it takes. */
export function idleMachines(uses: readonly MachineUse[], now: number, idleMs: number): string[] {
	return uses
		.filter((use) => !use.spare && use.streams === 0 && now - use.lastUsed >= idleMs)
		.map((use) => use.id);
}
