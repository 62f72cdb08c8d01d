import type { CheckState, HelpMark, LearnerState, RoomState } from "./state";
import { isLater } from "./state";

/** An open call for help. */
export interface OpenCall {
	id: string;
	learner: LearnerState;
	lesson: string;
	check?: string;
	note?: string;
	askedAt: number;
	/** Version of the entry with which it began: the order of the queue. */
	place: number;
	/** Version of what was asked last. */
	asked: number;
}

/** A learner's open call, if there is one. Closed by its learner, by staff, or by its check turning green. */
export function openCall(learner: LearnerState): OpenCall | null {
	let call: OpenCall | null = null;
	for (const [index, mark] of learner.help.entries()) {
		if (mark.kind === "asked") call = asked(learner, call, mark);
		else if (mark.kind === "withdrawn" || call?.id === mark.id) call = null;
		const until = learner.help[index + 1]?.version ?? Number.POSITIVE_INFINITY;
		if (call !== null && turnedGreen(call, until)) call = null;
	}
	return call;
}

function asked(
	learner: LearnerState,
	before: OpenCall | null,
	mark: Extract<HelpMark, { kind: "asked" }>,
): OpenCall {
	return {
		id: before?.id ?? mark.id,
		learner,
		lesson: mark.lesson,
		...(mark.check !== undefined && { check: mark.check }),
		...(mark.note !== undefined && { note: mark.note }),
		askedAt: before?.askedAt ?? mark.at,
		place: before?.place ?? mark.version,
		asked: mark.version,
	};
}

function turnedGreen(call: OpenCall, until: number): boolean {
	if (call.check === undefined) return false;
	const passes = call.learner.lessons.get(call.lesson)?.checks.get(call.check)?.passes ?? [];
	return passes.some((version) => version > call.asked && version < until);
}

/** All open calls, the next one first. */
export function helpQueue(state: RoomState): OpenCall[] {
	const calls: OpenCall[] = [];
	for (const learner of state.learners.values()) {
		const call = learner.help.length > 0 ? openCall(learner) : null;
		if (call) calls.push(call);
	}
	return calls.sort((a, b) => a.place - b.place);
}

/** Whether staff may read this learner's code now. */
export function isReadable(learner: LearnerState): boolean {
	return learner.codeConsent?.value === true;
}

/** Lessons whose code the hub has and may show to staff, with the version of the newest. */
export function readableCode(learner: LearnerState): [lesson: string, version: number][] {
	if (!isReadable(learner)) return [];
	return [...learner.code]
		.map(([lesson, { version }]): [string, number] => [lesson, version])
		.filter(([, version]) => version > learner.codeRevoked);
}

export type ApproachStatus = { status: "none" | "asked" | "declined" } | { status: "agreed"; named: boolean };

/** Where the request for a learner's approach to a lesson stands. */
export function approachStatus(learner: LearnerState, lesson: string): ApproachStatus {
	const approach = learner.approaches.get(lesson);
	if (!approach) return { status: "none" };
	const { answer, asked } = approach;
	const revokedLater =
		answer && learner.approachesRevoked && isLater(learner.approachesRevoked.stamp, answer.stamp);
	if (answer?.value === "agreed" && !revokedLater) return { status: "agreed", named: answer.named };
	if (asked > Math.max(answer?.version ?? 0, learner.approachesRevoked?.version ?? 0)) {
		return { status: "asked" };
	}
	return { status: answer ? "declined" : "none" };
}

export interface Show {
	id: string;
	learner: LearnerState;
	lesson: string;
	at: number;
	named: boolean;
}

/** Approaches that may be shown now: put on show, and not revoked since. */
export function shownApproaches(state: RoomState): Show[] {
	const shows: Show[] = [];
	for (const [id, { learner: learnerId, lesson, at, version }] of state.shows) {
		const learner = state.learners.get(learnerId);
		if (!learner) continue;
		const status = approachStatus(learner, lesson);
		const revoked = Math.max(
			learner.approaches.get(lesson)?.revoked ?? 0,
			learner.approachesRevoked?.version ?? 0,
		);
		if (status.status === "agreed" && revoked < version) {
			shows.push({ id, learner, lesson, at, named: status.named });
		}
	}
	return shows;
}

/** The poll on the screens: the newest that was not dismissed. */
export function currentPoll(state: RoomState) {
	return [...state.polls.values()].filter(({ dismissed }) => !dismissed).at(-1);
}

export function checkState(learner: LearnerState, lesson: string, check: string): CheckState | undefined {
	return learner.lessons.get(lesson)?.checks.get(check);
}
