import { MAX_REDS } from "./contract";
import type { KeptEvent } from "./entries";
import {
	type CheckState,
	hasSeen,
	isLater,
	type Latest,
	type LearnerState,
	type LessonState,
	MAX_PASSES,
	markSeen,
	type RoomState,
	type Stamp,
} from "./state";

/** More lessons than any agenda has; beyond it a learner's wandering is not kept. */
const MAX_LESSONS = 60;

/**
 * One learner's event. An event seen before changes nothing, and the order in which a learner's events come makes no
 * difference: each thing is a least, a greatest, a count, or the newest by the learner's own stamps.
 */
export function applyEvent(
	state: RoomState,
	learner: LearnerState,
	version: number,
	at: number,
	event: KeptEvent,
): void {
	if (hasSeen(learner, event)) return;
	markSeen(learner, event);
	learner.lastAt = Math.max(learner.lastAt, event.at);
	const stamp: Stamp = { at: event.at, clientId: event.clientId, seq: event.seq };
	const latest = <T>(value: T): Latest<T> => ({ stamp, version, value });
	switch (event.type) {
		case "lesson-opened": {
			learner.lesson = newer(learner.lesson, latest(event.lesson));
			const lesson = lessonOf(learner, event.lesson);
			if (lesson) lesson.openedAt = least(lesson.openedAt, event.at);
			return;
		}
		case "check-run": {
			const check = checkOf(learner, event.lesson, event.check);
			if (!check) return;
			check.runs += 1;
			check.newest = newer(check.newest, latest({ verdict: event.verdict, message: event.message }));
			if (event.verdict === "pass") {
				check.firstPassAt = least(check.firstPassAt, event.at);
				check.passes = [...check.passes, version].sort((a, b) => a - b).slice(-MAX_PASSES);
				if (isLater(stamp, check.newestPass)) check.newestPass = stamp;
			}
			if (event.verdict === "fail") check.reds.push(stamp);
			check.reds = check.reds
				.filter((red) => isLater(red, check.newestPass))
				.sort((a, b) => (isLater(a, b) ? 1 : -1))
				.slice(-MAX_REDS);
			return;
		}
		case "hint-opened": {
			const check = checkOf(learner, event.lesson, event.check);
			if (check) check.hint = Math.max(check.hint, event.level);
			return;
		}
		case "solution-viewed":
		case "solution-applied": {
			const lesson = lessonOf(learner, event.lesson);
			if (!lesson) return;
			lesson.solutionViewed = true;
			if (event.type === "solution-applied") lesson.solutionApplied = true;
			return;
		}
		case "lesson-completed": {
			const lesson = lessonOf(learner, event.lesson);
			if (lesson) lesson.completedAt = least(lesson.completedAt, event.at);
			return;
		}
		case "edited":
			learner.edited = newer(learner.edited, latest(true));
			return;
		case "sandbox-changed":
			learner.sandbox = newer(learner.sandbox, latest(event.state));
			return;
		case "follow-changed":
			learner.following = newer(learner.following, latest(event.following));
			return;
		case "code-shared":
			learner.code.set(event.lesson, newer(learner.code.get(event.lesson), latest(true)));
			return;
		case "consent-given":
			if (event.consent.to === "code") learner.codeConsent = newer(learner.codeConsent, latest(true));
			else answerApproach(learner, event.consent.lesson, latest("agreed"), event.consent.named);
			return;
		case "consent-revoked": {
			if (event.to === "code") {
				learner.codeConsent = newer(learner.codeConsent, latest(false));
				learner.codeRevoked = Math.max(learner.codeRevoked, version);
			} else if (event.lesson === undefined) {
				learner.approachesRevoked = newer(learner.approachesRevoked, latest(true));
			} else answerApproach(learner, event.lesson, latest("revoked"), false);
			return;
		}
		case "approach-declined":
			answerApproach(learner, event.lesson, latest("declined"), false);
			return;
		case "help-asked": {
			const { lesson, check, note } = event;
			const id = callId(learner, event);
			learner.help.push({ kind: "asked", version, at, id, lesson, check, note });
			learner.help.sort((a, b) => a.version - b.version);
			return;
		}
		case "help-withdrawn":
			learner.help.push({ kind: "withdrawn", version, at });
			learner.help.sort((a, b) => a.version - b.version);
			return;
		case "voted": {
			const poll = state.polls.get(event.poll);
			if (!poll) return;
			const votes = poll.votes[event.round - 1]!;
			votes.set(learner.id, newer(votes.get(learner.id), latest(event.answer)));
			poll.revision += 1;
		}
	}
}

/** The same for every copy of the event, and for no other. */
function callId(learner: LearnerState, { clientId, seq }: Pick<Stamp, "clientId" | "seq">): string {
	return `${learner.id}-${clientId.slice(0, 24)}-${seq}`;
}

function answerApproach(
	learner: LearnerState,
	lesson: string,
	answer: Latest<"agreed" | "declined" | "revoked">,
	named: boolean,
): void {
	const approach = learner.approaches.get(lesson) ?? { asked: 0, revoked: 0 };
	if (isLater(answer.stamp, approach.answer?.stamp)) approach.answer = { ...answer, named };
	if (answer.value === "revoked") approach.revoked = Math.max(approach.revoked, answer.version);
	learner.approaches.set(lesson, approach);
}

function lessonOf(learner: LearnerState, slug: string): LessonState | null {
	const known = learner.lessons.get(slug);
	if (known) return known;
	if (learner.lessons.size >= MAX_LESSONS) return null;
	const lesson: LessonState = { solutionViewed: false, solutionApplied: false, checks: new Map() };
	learner.lessons.set(slug, lesson);
	return lesson;
}

function checkOf(learner: LearnerState, slug: string, id: string): CheckState | null {
	const lesson = lessonOf(learner, slug);
	if (!lesson) return null;
	const known = lesson.checks.get(id);
	if (known) return known;
	const check: CheckState = { runs: 0, passes: [], reds: [], hint: 0 };
	lesson.checks.set(id, check);
	return check;
}

function newer<T>(old: Latest<T> | undefined, next: Latest<T>): Latest<T> {
	return isLater(next.stamp, old?.stamp) ? next : old!;
}

function least(a: number | undefined, b: number): number {
	return a === undefined ? b : Math.min(a, b);
}
