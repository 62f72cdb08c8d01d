import { admitEvent, refuseCommand } from "./admit";
import type { AgendaStep, RoomCommand, RoomEvent, RoomFact } from "./contract";
import type { Actor, Entry, EntryBody } from "./entries";
import { apply } from "./fold";
import { emptyState, type RoomState } from "./state";

export const AGENDA: AgendaStep[] = [
	{
		lesson: "forms/zod",
		title: "Validate with zod",
		minutes: 15,
		checks: [
			{ id: "stores", title: "A message is stored" },
			{ id: "refuses", title: "An empty one is refused" },
		],
	},
	{ lesson: "cache/path", title: "Show it", minutes: 10, checks: [{ id: "shows", title: "It is shown" }] },
];

/** A room without a store: what is admitted goes into the log. */
export class TestRoom {
	readonly log: Entry[] = [];
	readonly state: RoomState = emptyState();
	private readonly seqs = new Map<string, number>();

	constructor() {
		this.write({ role: "instructor" }, { kind: "created", title: "Room", agenda: AGENDA }, 0);
	}

	join(...ids: string[]): void {
		for (const id of ids) this.write({ role: "learner", id }, { kind: "joined", name: `Name of ${id}` }, 0);
	}

	/** Numbers the fact as the learner's outbox does. */
	event(learner: string, at: number, fact: RoomFact, clientId = `client-of-${learner}`): RoomEvent {
		const seq = this.seqs.get(clientId) ?? 0;
		this.seqs.set(clientId, seq + 1);
		return { ...fact, clientId, seq, at } as RoomEvent;
	}

	/** As the hub does it; gives the reason for a refusal. */
	send(learnerId: string, event: RoomEvent): string | null {
		const learner = this.state.learners.get(learnerId);
		if (!learner) return "unknown-token";
		const admission = admitEvent(this.state, learner, event);
		if ("refuse" in admission) return admission.refuse.code;
		if (admission.take)
			this.write({ role: "learner", id: learnerId }, { kind: "event", event: admission.take }, event.at);
		return null;
	}

	tell(learner: string, at: number, fact: RoomFact): string | null {
		return this.send(learner, this.event(learner, at, fact));
	}

	command(
		command: RoomCommand,
		at = 0,
		by: Actor = { role: "instructor" },
		id = this.commandId(),
	): string | null {
		if (this.state.commands.has(id)) return null;
		const refused = refuseCommand(this.state, by, command);
		if (refused) return refused.code;
		this.write(by, { kind: "command", id, command }, at);
		return null;
	}

	commandId(): string {
		return `command-${this.log.length}`;
	}

	write(by: Actor, body: EntryBody, at: number): void {
		const entry: Entry = { version: this.log.length + 1, at, by, body };
		this.log.push(entry);
		apply(this.state, entry);
	}
}
