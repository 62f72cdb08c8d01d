import type { AgendaStep, RoomCommand, RoomEvent } from "./contract";

/** Who did it; `instructor` needs no id. */
export type Actor = { role: "learner"; id: string } | { role: "helper"; id: string } | { role: "instructor" };

type WithoutFiles<E> = E extends { type: "code-shared" } ? Omit<E, "files" | "failing"> : E;
/** An event as it is kept: `at` put right by the hub's clock; the code itself is kept elsewhere, and only the newest. */
export type KeptEvent = WithoutFiles<RoomEvent>;

/** What an entry of a room's log can say. */
export type EntryBody =
	| { kind: "created"; title: string; agenda: AgendaStep[] }
	/** `in`: where the room was led to at that time, for late joiners. */
	| { kind: "joined"; name: string; in?: string }
	| { kind: "helper-joined"; name: string }
	| { kind: "event"; event: KeptEvent }
	| { kind: "command"; id: string; command: RoomCommand };

/** One line of a room's log, written once. The log is the truth; everything that is shown is folded from it. */
export interface Entry {
	/** Grows within the room; not without gaps. */
	version: number;
	/** When the hub got it: milliseconds since the epoch. */
	at: number;
	by: Actor;
	body: EntryBody;
}

/** Of these only a learner's newest matters, so that older ones are taken off the log. */
export function supersedes(event: KeptEvent | RoomEvent): string | null {
	switch (event.type) {
		case "edited":
		case "sandbox-changed":
		case "follow-changed":
			return event.type;
		case "code-shared":
			return `${event.type}:${event.lesson}`;
		default:
			return null;
	}
}
