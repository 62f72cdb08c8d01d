import {
	HELPER_COMMANDS,
	type HubError,
	hubError,
	type RefusedEvent,
	type RoomCommand,
	type RoomEvent,
} from "./contract";
import { type Actor, type KeptEvent, supersedes } from "./entries";
import { approachStatus, currentPoll, helpQueue, isReadable } from "./read-state";
import { hasSeen, isLater, type LearnerState, type RoomState } from "./state";
import { fitsPoll } from "./tally";

export type Admission =
	| { take: KeptEvent }
	/** Known already, or out of date before it came: settled, and nothing to keep. */
	| { take: null }
	| { refuse: Pick<RefusedEvent, "code" | "message"> };

/** How many clients one learner may send from: browsers, and storage that was emptied. */
const MAX_CLIENTS = 24;

/**
 * Whether an event of a learner in the room is taken, given all that was taken before. Decides only; the order of the
 * log is the order of these decisions.
 */
export function admitEvent(state: RoomState, learner: LearnerState, event: RoomEvent): Admission {
	if (hasSeen(learner, event)) return { take: null };
	if (state.phase === "ended") {
		return refuse("ended", "The session is over. What you do now is kept in this browser only.");
	}
	if (!learner.seen.has(event.clientId) && learner.seen.size >= MAX_CLIENTS) {
		return refuse(
			"too-many-clients",
			"You came to this room from too many browsers; go on in an earlier one.",
		);
	}
	if (supersedes(event) !== null && !isNews(learner, event)) return { take: null };
	switch (event.type) {
		case "check-run":
		case "hint-opened":
		case "help-asked": {
			const step = state.agenda.find(({ lesson }) => lesson === event.lesson);
			const known = step && (event.check === undefined || step.checks.some(({ id }) => id === event.check));
			if (!known) return refuse("not-on-agenda", "This lesson or check is not part of the workshop.");
			return { take: event };
		}
		case "solution-viewed":
		case "solution-applied":
		case "lesson-completed":
			if (state.agenda.every(({ lesson }) => lesson !== event.lesson))
				return refuse("not-on-agenda", "This lesson is not part of the workshop.");
			return { take: event };
		case "code-shared": {
			if (!isReadable(learner) && approachStatus(learner, event.lesson).status !== "agreed")
				return refuse("no-consent", "Your code was not sent: you have not agreed to it being read.");
			const { files: _, failing: __, ...kept } = event;
			return { take: kept };
		}
		case "voted": {
			const poll = state.polls.get(event.poll);
			if (poll?.phase !== "open" || poll.round !== event.round)
				return refuse("poll-closed", "The vote was closed before yours arrived, so it was not counted.");
			if (!fitsPoll(poll, event.answer))
				return refuse("bad-vote", "This is no answer to the question that was asked; vote again.");
			return { take: event };
		}
		default:
			return { take: event };
	}
}

function isNews(learner: LearnerState, event: RoomEvent): boolean {
	const newest = () => {
		switch (event.type) {
			case "edited":
				return learner.edited;
			case "sandbox-changed":
				return learner.sandbox;
			case "follow-changed":
				return learner.following;
			case "code-shared":
				return learner.code.get(event.lesson);
			default:
				return undefined;
		}
	};
	return isLater(event, newest()?.stamp);
}

function refuse(code: RefusedEvent["code"], message: string): Admission {
	return { refuse: { code, message } };
}

/** Why a command cannot be done now, or `null`. One that was done before is for the caller to know. */
export function refuseCommand(state: RoomState, by: Actor, command: RoomCommand): HubError | null {
	if (by.role === "learner" || (by.role === "helper" && !HELPER_COMMANDS.includes(command.type)))
		return hubError("forbidden", "Only the instructor of this room can do that.");
	if (state.phase === "ended" && !WHEN_ENDED.includes(command.type))
		return hubError("ended", "The session is over; its results stay until the room is deleted.");
	switch (command.type) {
		case "learner-remove":
		case "learner-rename":
		case "approach-ask":
			return state.learners.has(command.learner) ? null : gone("This learner is no longer in the room.");
		case "approach-share": {
			const learner = state.learners.get(command.learner);
			if (!learner) return gone("This learner is no longer in the room.");
			if (approachStatus(learner, command.lesson).status !== "agreed")
				return hubError("no-consent", "This learner has not agreed to show the approach; ask first.");
			if (!learner.code.has(command.lesson))
				return gone("The hub has no code of this learner for this lesson yet; try again in a moment.");
			return null;
		}
		case "approach-hide":
			return state.shows.has(command.approach) ? null : gone("This approach is not on show.");
		case "announcement-remove":
			return state.announcements.has(command.announcement)
				? null
				: gone("This announcement is gone already.");
		case "help-claim":
		case "help-unclaim":
		case "help-close":
			return refuseHelp(state, by, command);
		case "poll-open": {
			const poll = currentPoll(state);
			if (!poll || poll.phase === "revealed") return null;
			return hubError("conflict", "Another poll is under way; reveal it first.");
		}
		case "poll-close":
		case "poll-second-vote":
		case "poll-reveal":
		case "poll-dismiss":
			return refusePoll(state, command);
		default:
			return null;
	}
}

const WHEN_ENDED: readonly RoomCommand["type"][] = ["room-end", "key-rotate", "learner-remove"];

function refuseHelp(
	state: RoomState,
	by: Exclude<Actor, { role: "learner" }>,
	command: Extract<RoomCommand, { type: `help-${string}` }>,
): HubError | null {
	const call = helpQueue(state).find(({ id }) => id === command.help);
	if (!call) return gone("This call for help is closed.");
	const claim = state.claims.get(call.id);
	const mine = claim?.by === (by.role === "helper" ? by.id : "instructor");
	if (command.type === "help-claim" && claim && !mine)
		return hubError("conflict", `${claim.name} is helping already.`);
	if (command.type === "help-unclaim" && claim && !mine && by.role === "helper")
		return hubError("conflict", `${claim.name} is helping; only they or the instructor can give it back.`);
	return null;
}

function refusePoll(
	state: RoomState,
	command: Extract<RoomCommand, { type: `poll-${string}`; poll: string }>,
): HubError | null {
	const poll = state.polls.get(command.poll);
	if (!poll) return gone("There is no such poll in this room.");
	const allowed = {
		"poll-close": poll.phase === "open",
		"poll-second-vote": poll.phase === "closed" && poll.twoVotes && poll.round === 1,
		"poll-reveal": poll.phase !== "revealed",
		"poll-dismiss": poll.phase === "revealed",
	}[command.type];
	return allowed
		? null
		: hubError("conflict", `The poll is ${poll.phase} in round ${poll.round}, so this cannot be done.`);
}

function gone(message: string): HubError {
	return hubError("not-there", message);
}
