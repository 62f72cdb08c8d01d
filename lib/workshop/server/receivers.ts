import type { HubMessage, RoomView } from "../contract";
import { diff } from "../contract";
import type { Actor } from "../entries";

/** Who is shown what: a member's own view, or the projector's. */
export interface Watching {
	actor: Actor;
	projector: boolean;
}

type WithoutEnd = Exclude<HubMessage, { type: "end" }>;
/** A view that somebody was sent, by the id that came with it. */
interface Sent {
	id: string;
	view: RoomView;
}

/** After a loss of so long a view is sent whole. */
const RESUMABLE_MS = 120_000;
/** The last may have got lost on the way, so some before it are kept as well; views share their parts. */
const KEPT = 4;

/** One open stream. */
export class Receiver {
	/** Of what was sent last; see `RoomViews.learnerKey`. */
	key = "";
	private sent: Sent[] = [];

	constructor(
		readonly watching: Watching,
		/** Takes text for the stream. */
		private readonly write: (text: string) => void,
		/** Whether the other side keeps up; if not, changes wait and come as one. */
		readonly ready: () => boolean,
		private readonly newId: () => string,
		/** Ends the stream. */
		readonly close: () => void,
		/** Version of the room's log when it was opened. */
		readonly since: number,
	) {}

	/** Goes on from a view that the other side says to have. */
	resumeFrom(sent: Sent): void {
		this.sent = [sent];
	}

	/** Sends what changed; nothing when nothing did. */
	show(view: RoomView, version: number, at: number): void {
		const last = this.sent.at(-1);
		const patch = last ? diff(last.view, view) : null;
		if (last && patch === null) return;
		const message: WithoutEnd =
			patch === null ? { type: "view", version, at, view } : { type: "patch", version, at, patch };
		const id = this.newId();
		this.sent = [...this.sent.slice(1 - KEPT), { id, view }];
		this.write(`id: ${id}\ndata: ${JSON.stringify(message)}\n\n`);
	}

	keepAlive(): void {
		this.write(": still here\n\n");
	}

	end(message: Extract<HubMessage, { type: "end" }>): void {
		this.write(`data: ${JSON.stringify(message)}\n\n`);
		this.close();
	}

	get history(): readonly Sent[] {
		return this.sent;
	}
}

/** What streams that are gone had, so that who comes back soon is sent the difference only. */
export class Resumables {
	private readonly kept = new Map<string, { sent: Sent; who: string; until: number }>();

	keep(receiver: Receiver, now: number): void {
		for (const [id, { until }] of this.kept) if (until < now) this.kept.delete(id);
		for (const sent of receiver.history) {
			this.kept.set(sent.id, { sent, who: nameOf(receiver.watching), until: now + RESUMABLE_MS });
		}
	}

	/** `null` where it is not known, or not this one's. */
	find(id: string, watching: Watching, now: number): Sent | null {
		const kept = this.kept.get(id);
		return kept && kept.who === nameOf(watching) && kept.until >= now ? kept.sent : null;
	}
}

function nameOf({ actor, projector }: Watching): string {
	return `${actor.role}:${actor.role === "instructor" ? "" : actor.id}:${projector}`;
}
