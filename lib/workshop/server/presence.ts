import { VIEWING_MS } from "../contract";
import type { Presence } from "../views";

/** An instance that has not said so for so long is gone, and with it those who were connected to it. */
export const PRESENCE_MS = 30_000;

/** Who is connected and who reads whose code, in one room; of all instances together. */
export class RoomPresence implements Presence {
	/** Open streams by member. */
	private readonly here = new Map<string, number>();
	private readonly elsewhere = new Map<string, { at: number; members: Set<string> }>();
	private readonly viewing = new Map<string, Map<string, { name: string; until: number }>>();

	constructor(private readonly now: () => number = Date.now) {}

	connect(id: string): void {
		this.here.set(id, (this.here.get(id) ?? 0) + 1);
	}

	disconnect(id: string): void {
		const left = (this.here.get(id) ?? 1) - 1;
		if (left > 0) this.here.set(id, left);
		else this.here.delete(id);
	}

	get connectedHere(): string[] {
		return [...this.here.keys()];
	}

	/** What the other instances say of themselves. */
	setElsewhere(rows: { instance: string; members: string[]; at: number }[]): void {
		this.elsewhere.clear();
		for (const { instance, members, at } of rows) {
			this.elsewhere.set(instance, { at, members: new Set(members) });
		}
	}

	isConnected(id: string): boolean {
		if (this.here.has(id)) return true;
		const since = this.now() - PRESENCE_MS;
		return [...this.elsewhere.values()].some(({ at, members }) => at >= since && members.has(id));
	}

	/** `until` in milliseconds since the epoch; in the past: stopped looking. */
	look(learner: string, by: { id: string; name: string }, until: number = this.now() + VIEWING_MS): void {
		const viewers = this.viewing.get(learner) ?? new Map();
		if (until > this.now()) viewers.set(by.id, { name: by.name, until });
		else viewers.delete(by.id);
		if (viewers.size > 0) this.viewing.set(learner, viewers);
		else this.viewing.delete(learner);
	}

	viewersOf(learner: string): Record<string, string> {
		const now = this.now();
		const viewers = [...(this.viewing.get(learner) ?? [])].filter(([, { until }]) => until > now);
		return Object.fromEntries(viewers.map(([id, { name }]) => [id, name]));
	}

	/** When the next viewer's time is over; `null` where nobody looks. */
	nextChange(): number | null {
		const ends = [...this.viewing.values()].flatMap((viewers) =>
			[...viewers.values()].map(({ until }) => until),
		);
		const now = this.now();
		const next = Math.min(...ends.filter((until) => until > now));
		return Number.isFinite(next) ? next : null;
	}
}
