import { LIMITS, type RoomCommand } from "./contract";
import type { Actor, Entry } from "./entries";
import { applyEvent } from "./fold-event";
import { emptyLearner, emptyState, type RoomState } from "./state";

/**
 * What a room's log says. Entries come in the order of their versions, as the hub wrote them; an entry given twice
 * counts once, and learners' events that come between the same two commands may stand in any order.
 */
export function fold(entries: Iterable<Entry>): RoomState {
	const state = emptyState();
	for (const entry of entries) apply(state, entry);
	return state;
}

/** Takes one more entry into `state`. */
export function apply(state: RoomState, { version, at, by, body }: Entry): void {
	state.version = Math.max(state.version, version);
	switch (body.kind) {
		case "created":
			state.title = body.title;
			state.agenda = body.agenda;
			state.createdAt = at;
			break;
		case "joined": {
			if (by.role !== "learner" || state.learners.has(by.id) || state.removed.has(by.id)) return;
			const learner = emptyLearner(by.id, body.name, at, version);
			if (body.in !== undefined) learner.joinedIn = body.in;
			state.learners.set(by.id, learner);
			state.touched.add(by.id);
			return;
		}
		case "helper-joined":
			if (by.role === "helper") state.helpers.set(by.id, { name: body.name });
			break;
		case "event": {
			const learner = by.role === "learner" ? state.learners.get(by.id) : undefined;
			if (!learner) return;
			applyEvent(state, learner, version, at, body.event);
			learner.revision += 1;
			state.touched.add(learner.id);
			return;
		}
		case "command":
			if (state.commands.has(body.id)) return;
			state.commands.add(body.id);
			applyCommand(state, { version, at, by, id: body.id }, body.command);
	}
	state.revision += 1;
}

interface Given {
	version: number;
	at: number;
	by: Actor;
	id: string;
}

function applyCommand(state: RoomState, given: Given, command: RoomCommand): void {
	switch (command.type) {
		case "room-update":
			if (command.title !== undefined) state.title = command.title;
			if (command.agenda !== undefined) state.agenda = command.agenda;
			return;
		case "room-lock":
			state.locked = command.locked;
			return;
		case "room-end":
			state.phase = "ended";
			state.shows.clear();
			for (const learner of state.learners.values()) learner.code.clear();
			touchAll(state);
			return;
		case "key-rotate":
			state.keyVersion = given.version;
			state.secretsVersion = given.version;
			return;
		case "helper-code-rotate":
			state.secretsVersion = given.version;
			state.helpers.clear();
			return;
		case "learner-remove":
			removeLearner(state, command.learner, given.version, command.forget === true);
			return;
		case "learner-rename": {
			const learner = state.learners.get(command.learner);
			if (!learner) return;
			learner.name = command.name;
			touch(state, learner.id);
			return;
		}
		case "lead":
			state.lead = { number: (state.lead?.number ?? 0) + 1, place: command.place, active: true };
			return;
		case "lead-stop":
			if (state.lead) state.lead = { ...state.lead, active: false };
			return;
		case "announce": {
			state.announcements.set(given.id, { at: given.at, text: command.text });
			const [oldest] = state.announcements.keys();
			if (state.announcements.size > LIMITS.announcements && oldest) state.announcements.delete(oldest);
			return;
		}
		case "announcement-remove":
			state.announcements.delete(command.announcement);
			return;
		case "gate":
			if (command.open) state.gated.delete(command.lesson);
			else state.gated.add(command.lesson);
			return;
		case "solution-release":
			if (command.released) state.released.add(command.lesson);
			else state.released.delete(command.lesson);
			return;
		case "approach-ask": {
			const learner = state.learners.get(command.learner);
			if (!learner) return;
			const approach = learner.approaches.get(command.lesson) ?? { asked: 0, revoked: 0 };
			learner.approaches.set(command.lesson, { ...approach, asked: given.version });
			touch(state, learner.id);
			return;
		}
		case "approach-share": {
			const { learner, lesson } = command;
			state.shows.set(given.id, { learner, lesson, at: given.at, version: given.version });
			touch(state, learner);
			return;
		}
		case "approach-hide": {
			const show = state.shows.get(command.approach);
			state.shows.delete(command.approach);
			if (show) touch(state, show.learner);
			return;
		}
		case "timer-start": {
			const { seconds, label } = command;
			state.timer = { endsAt: given.at + seconds * 1000, seconds, ...(label !== undefined && { label }) };
			return;
		}
		case "timer-stop":
			state.timer = undefined;
			return;
		case "help-claim":
			if (given.by.role === "learner") return;
			state.claims.set(command.help, { ...staffName(state, given.by), at: given.at });
			return;
		case "help-unclaim":
			state.claims.delete(command.help);
			return;
		case "help-close":
			state.claims.delete(command.help);
			closeCall(state, command.help, given);
			return;
		default:
			applyPollCommand(state, given, command);
	}
}

function applyPollCommand(
	state: RoomState,
	given: Given,
	command: Extract<RoomCommand, { type: `poll-${string}` }>,
): void {
	if (command.type === "poll-open") {
		const { question, of, size, twoVotes } = command;
		state.polls.set(given.id, {
			id: given.id,
			question,
			of,
			size,
			twoVotes,
			openedAt: given.at,
			round: 1,
			phase: "open",
			dismissed: false,
			votes: [new Map(), new Map()],
			revision: 0,
		});
		touchAll(state);
		return;
	}
	const poll = state.polls.get(command.poll);
	if (!poll) return;
	if (command.type === "poll-close" && poll.phase === "open") poll.phase = "closed";
	if (command.type === "poll-second-vote" && poll.phase === "closed" && poll.twoVotes && poll.round === 1) {
		poll.round = 2;
		poll.phase = "open";
	}
	if (command.type === "poll-reveal") poll.phase = "revealed";
	if (command.type === "poll-dismiss" && poll.phase === "revealed") poll.dismissed = true;
	poll.revision += 1;
	touchAll(state);
}

function removeLearner(state: RoomState, id: string, version: number, forget: boolean): void {
	state.removed.set(id, { version, forget });
	state.learners.delete(id);
	state.touched.add(id);
	for (const [show, { learner }] of state.shows) if (learner === id) state.shows.delete(show);
	for (const poll of forget ? state.polls.values() : []) {
		for (const votes of poll.votes) votes.delete(id);
		poll.revision += 1;
	}
}

function closeCall(state: RoomState, id: string, { version, at }: Given): void {
	for (const learner of state.learners.values()) {
		if (!learner.help.some((mark) => mark.kind === "asked" && mark.id === id)) continue;
		learner.help.push({ kind: "closed", version, at, id });
		learner.help.sort((a, b) => a.version - b.version);
		touch(state, learner.id);
	}
}

function staffName(state: RoomState, by: Exclude<Actor, { role: "learner" }>): { by: string; name: string } {
	if (by.role === "instructor") return { by: INSTRUCTOR.id, name: INSTRUCTOR.name };
	return { by: by.id, name: state.helpers.get(by.id)?.name ?? "A helper" };
}

/** There is one in a room, under whichever key. */
export const INSTRUCTOR = { id: "instructor", name: "Instructor" } as const;

function touch(state: RoomState, id: string): void {
	const learner = state.learners.get(id);
	if (learner) learner.revision += 1;
	state.touched.add(id);
}

function touchAll(state: RoomState): void {
	for (const id of state.learners.keys()) touch(state, id);
}
