import type {
	BoardRow,
	CheckCell,
	HelpCall,
	HelperView,
	InstructorView,
	LearnerView,
	LessonCell,
	PollHead,
	ProjectorView,
} from "./contract";
import { INSTRUCTOR } from "./fold";
import {
	approachStatus,
	currentPoll,
	helpQueue,
	isReadable,
	type OpenCall,
	readableCode,
	shownApproaches,
} from "./read-state";
import type { CheckState, LearnerState, LessonState, PollState, RoomState } from "./state";
import { tally } from "./tally";

/** What is not in the log: who is connected, and who reads whose code, now. */
export interface Presence {
	isConnected(id: string): boolean;
	/** Names of staff by id. */
	viewersOf(learner: string): Record<string, string>;
}

/**
 * Makes the views of one room. Parts that did not change since the last one are the same objects, so that `diff` need
 * not look into them.
 */
export class RoomViews {
	private readonly rows = new Map<string, { revision: number; connected: boolean; row: BoardRow }>();
	private readonly polls = new Map<string, { revision: number; tallies: Tallies }>();
	private queue: { key: string; calls: OpenCall[] } = { key: "", calls: [] };

	constructor(
		private readonly code: string,
		private readonly state: RoomState,
		private readonly presence: Presence,
	) {}

	/** `null` for one who is not (or no longer) in the room. */
	learner(id: string): LearnerView | null {
		const { state } = this;
		const learner = state.learners.get(id);
		if (!learner) return null;
		const opened = [...learner.lessons].filter(([, { openedAt }]) => openedAt !== undefined);
		const lessons = [...learner.approaches.keys()];
		const shows = shownApproaches(state);
		return clean<LearnerView>({
			role: "learner",
			...this.forAll(),
			me: {
				id,
				name: learner.name,
				joinedAt: learner.joinedAt,
				following: learner.following?.value ?? true,
				opened: setOf(opened.map(([lesson]) => lesson)),
				consent: {
					...(isReadable(learner) && { code: true as const }),
					approach: Object.fromEntries(
						lessons.flatMap((lesson) => {
							const status = approachStatus(learner, lesson);
							return status.status === "agreed" ? [[lesson, { named: status.named }]] : [];
						}),
					),
				},
				askedForApproach: setOf(
					lessons.filter((lesson) => approachStatus(learner, lesson).status === "asked"),
				),
				onShow: setOf(shows.filter((show) => show.learner === learner).map(({ lesson }) => lesson)),
			},
			viewedBy: isReadable(learner) ? this.presence.viewersOf(id) : {},
			help: this.ownCall(learner),
			approaches: this.approaches(),
			poll: this.learnerPoll(id),
			asked: [...state.polls.values()]
				.filter(({ phase }) => phase === "revealed")
				.map(({ question }) => question),
		});
	}

	/** Says the same as long as {@link learner} does, and costs less. */
	learnerKey(id: string): string {
		const { state } = this;
		const learner = state.learners.get(id);
		if (!learner) return "";
		const own = learner.help.length > 0 ? this.ownCall(learner) : undefined;
		return JSON.stringify([
			state.revision,
			learner.revision,
			this.showsRevision(),
			own,
			this.presence.viewersOf(id),
		]);
	}

	helper(id: string): HelperView | null {
		const helper = this.state.helpers.get(id);
		if (!helper) return null;
		const learners = [...this.state.learners.values()].map(
			(learner): [string, HelperView["learners"][string]] => {
				const { name, connected, lesson, readable, code } = this.row(learner);
				return [learner.id, clean({ name, connected, lesson, readable, code })];
			},
		);
		return clean<HelperView>({
			role: "helper",
			...this.forAll(),
			me: { id, name: helper.name },
			learners: Object.fromEntries(learners),
			help: this.calls(),
		});
	}

	instructor(): InstructorView {
		const { state } = this;
		for (const id of this.rows.keys()) if (!state.learners.has(id)) this.rows.delete(id);
		const polls = [...state.polls.values()];
		const current = currentPoll(state);
		return clean<InstructorView>({
			role: "instructor",
			...this.forAll(),
			me: { id: INSTRUCTOR.id },
			learners: Object.fromEntries([...state.learners.values()].map((one) => [one.id, this.row(one)])),
			helpers: Object.fromEntries(
				[...state.helpers].map(([id, { name }]) => [id, { name, connected: this.presence.isConnected(id) }]),
			),
			help: this.calls(),
			approaches: Object.fromEntries(
				shownApproaches(state).map(({ id, learner, lesson, at, named }) => [
					id,
					clean({ lesson, at, name: named ? learner.name : undefined, learner: learner.id }),
				]),
			),
			poll: current && this.staffPoll(current),
			pastPolls: Object.fromEntries(
				polls.filter((poll) => poll !== current).map((poll) => [poll.id, this.staffPoll(poll)]),
			),
		});
	}

	projector(): ProjectorView {
		const { state } = this;
		const learners = [...state.learners.values()];
		const poll = currentPoll(state);
		return clean<ProjectorView>({
			role: "projector",
			...this.forAll(),
			joined: learners.length,
			connected: learners.filter(({ id }) => this.presence.isConnected(id)).length,
			waiting: this.openCalls().filter(({ id }) => !state.claims.has(id)).length,
			progress: Object.fromEntries(
				state.agenda.map(({ lesson, checks }) => [lesson, progressOf(learners, lesson, checks)]),
			),
			approaches: this.approaches(),
			poll:
				poll &&
				clean({
					...headOf(poll),
					voters: votersOf(poll),
					tallies: poll.phase === "revealed" ? this.tallies(poll) : undefined,
				}),
		});
	}

	private forAll() {
		const { state, code } = this;
		const { title, agenda, createdAt, phase, locked } = state;
		return {
			room: { code, title, agenda, createdAt, phase, locked },
			lead: state.lead,
			announcements: Object.fromEntries(state.announcements),
			gated: setOf(state.gated),
			released: setOf(state.released),
			timer: state.timer,
		};
	}

	private row(learner: LearnerState): BoardRow {
		const { revision } = learner;
		const connected = this.presence.isConnected(learner.id);
		const known = this.rows.get(learner.id);
		if (known?.revision === revision && known.connected === connected) return known.row;
		const row = clean({
			name: learner.name,
			connected,
			lesson: learner.lesson?.value,
			readable: isReadable(learner),
			code: Object.fromEntries(readableCode(learner)),
			joinedAt: learner.joinedAt,
			joinedIn: learner.joinedIn,
			lastAt: learner.lastAt,
			editedAt: learner.edited?.stamp.at,
			sandbox: learner.sandbox?.value,
			following: learner.following?.value ?? true,
			lessons: Object.fromEntries([...learner.lessons].map(([slug, lesson]) => [slug, lessonCell(lesson)])),
			approach: Object.fromEntries(
				[...learner.approaches.keys()].flatMap((lesson) => {
					const { status } = approachStatus(learner, lesson);
					return status === "none" ? [] : [[lesson, status]];
				}),
			),
		});
		this.rows.set(learner.id, { revision, connected, row });
		return row;
	}

	/** Approaches come and go with their learners' consent, which is no command. */
	private showsRevision(): number {
		let sum = 0;
		for (const { learner } of this.state.shows.values())
			sum += this.state.learners.get(learner)?.revision ?? 0;
		return sum;
	}

	private openCalls(): OpenCall[] {
		const key = `${this.state.version}.${this.state.revision}`;
		if (this.queue.key !== key) this.queue = { key, calls: helpQueue(this.state) };
		return this.queue.calls;
	}

	private calls(): Record<string, HelpCall> {
		return Object.fromEntries(
			this.openCalls().map(({ id, learner, lesson, check, note, askedAt, place }) => [
				id,
				clean({ learner: learner.id, lesson, check, note, askedAt, place, claim: this.state.claims.get(id) }),
			]),
		);
	}

	private ownCall(learner: LearnerState): LearnerView["help"] {
		const calls = this.openCalls();
		const ahead = calls.findIndex((call) => call.learner === learner);
		const call = calls[ahead];
		if (!call) return undefined;
		const { id, lesson, check, note, askedAt } = call;
		return clean({ id, lesson, check, note, askedAt, ahead, claimedBy: this.state.claims.get(id)?.name });
	}

	private approaches(): LearnerView["approaches"] {
		return Object.fromEntries(
			shownApproaches(this.state).map(({ id, lesson, at, named, learner }) => [
				id,
				clean({ lesson, at, name: named ? learner.name : undefined }),
			]),
		);
	}

	private learnerPoll(id: string): LearnerView["poll"] {
		const poll = currentPoll(this.state);
		if (!poll) return undefined;
		return clean({
			...headOf(poll),
			vote: poll.votes[poll.round - 1]!.get(id)?.value,
			tallies: poll.phase === "revealed" ? this.tallies(poll) : undefined,
		});
	}

	private staffPoll(poll: PollState): NonNullable<InstructorView["poll"]> {
		return {
			...headOf(poll),
			openedAt: poll.openedAt,
			voters: votersOf(poll),
			tallies: this.tallies(poll),
		};
	}

	private tallies(poll: PollState): Tallies {
		const known = this.polls.get(poll.id);
		if (known?.revision === poll.revision) return known.tallies;
		const [first, second] = poll.votes.map((votes) =>
			tally(
				poll,
				[...votes.values()].map(({ value }) => value),
			),
		);
		const tallies = clean({ first: first!, second: poll.round === 2 ? second : undefined });
		this.polls.set(poll.id, { revision: poll.revision, tallies });
		return tallies;
	}
}

type Tallies = NonNullable<InstructorView["poll"]>["tallies"];

function headOf({ id, question, of, size, twoVotes, round, phase }: PollState): PollHead {
	return { id, question, of, size, twoVotes, round, phase };
}

function votersOf({ votes: [first, second] }: PollState): { first: number; second: number } {
	return { first: first.size, second: second.size };
}

function lessonCell({
	openedAt,
	completedAt,
	solutionViewed,
	solutionApplied,
	checks,
}: LessonState): LessonCell {
	return clean({
		openedAt,
		completedAt,
		solutionViewed: solutionViewed || undefined,
		solutionApplied: solutionApplied || undefined,
		checks: Object.fromEntries([...checks].map(([id, check]) => [id, checkCell(check)])),
	});
}

function checkCell({ runs, newest, firstPassAt, reds, hint }: CheckState): CheckCell {
	return clean({
		verdict: newest?.value.verdict,
		at: newest?.stamp.at,
		runs,
		reds: reds.length,
		passedAt: firstPassAt,
		hint: hint || undefined,
		message: newest?.value.verdict === "pass" ? undefined : newest?.value.message,
	});
}

function progressOf(learners: LearnerState[], slug: string, checks: { id: string }[]) {
	const lessons = learners.flatMap(({ lessons }) => lessons.get(slug) ?? []);
	const count = (test: (lesson: LessonState) => boolean) => lessons.filter(test).length;
	return {
		opened: count(({ openedAt }) => openedAt !== undefined),
		completed: count(({ completedAt }) => completedAt !== undefined),
		checks: Object.fromEntries(
			checks.map(({ id }) => [
				id,
				{
					passed: count((lesson) => lesson.checks.get(id)?.firstPassAt !== undefined),
					failing: count((lesson) => lesson.checks.get(id)?.newest?.value.verdict === "fail"),
				},
			]),
		),
	};
}

function setOf(keys: Iterable<string>): Record<string, true> {
	return Object.fromEntries([...keys].map((key) => [key, true as const]));
}

/** Without the keys whose value is `undefined`: views are JSON. */
function clean<T extends object>(record: T): T {
	return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}
