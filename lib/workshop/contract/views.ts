import * as z from "zod/mini";
import {
	agendaSchema,
	checkSchema,
	countSchema,
	idSchema,
	nameSchema,
	placeSchema,
	sandboxStateSchema,
	slugSchema,
	textSchema,
	timeSchema,
	titleSchema,
	verdictSchema,
} from "./basics";
import { roomCodeSchema } from "./codes";
import { pollHeadSchema, tallySchema, voteAnswerSchema } from "./polls";

/*
 * What each role is shown. Four types, so that a learner's cannot hold another's name or code, and the projector's no
 * name at all. Collections are records by id, and no value outside an array is `null`: what is not there is left out.
 * That is what lets a change travel as a merge patch (RFC 7396).
 */

const yes = z.literal(true);
/** A set of lessons. */
const lessonSet = z.record(slugSchema, yes);

export const roomHeadSchema = z.strictObject({
	code: roomCodeSchema,
	title: titleSchema,
	agenda: agendaSchema,
	createdAt: timeSchema,
	phase: z.enum(["open", "ended"]),
	locked: z.boolean(),
});
export type RoomHead = z.infer<typeof roomHeadSchema>;

const announcementSchema = z.strictObject({ at: timeSchema, text: textSchema });
const timerSchema = z.strictObject({
	/** By the hub's clock; see `HubMessage.at`. */
	endsAt: timeSchema,
	seconds: countSchema,
	label: z.optional(titleSchema),
});
const leadSchema = z.strictObject({
	/** Grows with each lead: the same place led to again is a new call to come. */
	number: countSchema,
	place: placeSchema,
	/** Followers go there now. `false`: only late joiners do. */
	active: z.boolean(),
});

/** What everyone in the room may know. */
const forAll = {
	room: roomHeadSchema,
	/** Absent until the leader led somewhere: then everyone starts at the first lesson of the agenda. */
	lead: z.optional(leadSchema),
	announcements: z.record(idSchema, announcementSchema),
	/** Lessons whose gate is closed. */
	gated: lessonSet,
	/** Lessons whose solution is released. */
	released: lessonSet,
	timer: z.optional(timerSchema),
};

/** An approach on show, by an id of its own; the files are at `approachPath`. */
const approachSchema = z.strictObject({ lesson: slugSchema, at: timeSchema, name: z.optional(nameSchema) });

/** By round. */
const talliesSchema = z.strictObject({ first: tallySchema, second: z.optional(tallySchema) });

export const learnerViewSchema = z.strictObject({
	role: z.literal("learner"),
	...forAll,
	me: z.strictObject({
		id: idSchema,
		name: nameSchema,
		joinedAt: timeSchema,
		following: z.boolean(),
		/** Lessons opened before: a gate never locks them. */
		opened: lessonSet,
		consent: z.strictObject({
			code: z.optional(yes),
			approach: z.record(slugSchema, z.strictObject({ named: z.boolean() })),
		}),
		/** Lessons of which the instructor asks to show the approach; unanswered as yet. */
		askedForApproach: lessonSet,
		/** My approach of these lessons is on show. */
		onShow: lessonSet,
	}),
	/** Who is reading my code at this moment, by id; a helper's name, or "Instructor". */
	viewedBy: z.record(idSchema, nameSchema),
	/** My call for help. */
	help: z.optional(
		z.strictObject({
			id: idSchema,
			lesson: slugSchema,
			check: z.optional(checkSchema),
			note: z.optional(textSchema),
			askedAt: timeSchema,
			/** Calls before mine that are not closed, those being helped included: so it only ever falls. */
			ahead: countSchema,
			/** Who comes. */
			claimedBy: z.optional(nameSchema),
		}),
	),
	approaches: z.record(idSchema, approachSchema),
	poll: z.optional(
		z.strictObject({
			...pollHeadSchema.shape,
			/** What I voted in this round. */
			vote: z.optional(voteAnswerSchema),
			/** Only when it is revealed. */
			tallies: z.optional(talliesSchema),
		}),
	),
	/** Questions that were revealed in this room, oldest first: for the review deck. */
	asked: z.array(z.string()),
});
export type LearnerView = z.infer<typeof learnerViewSchema>;

/** One check of one learner: a dot on the board. */
export const checkCellSchema = z.strictObject({
	/** Of the newest run; absent where it was never run. */
	verdict: z.optional(verdictSchema),
	/** Time of the newest run. */
	at: z.optional(timeSchema),
	runs: countSchema,
	/** Failed runs since it last passed; at most {@link MAX_REDS}. */
	reds: countSchema,
	passedAt: z.optional(timeSchema),
	/** The highest hint opened, 1 to 3. */
	hint: z.optional(countSchema),
	/** Of the newest run, where it did not pass. */
	message: z.optional(z.string()),
});
export type CheckCell = z.infer<typeof checkCellSchema>;
/** Beyond this, red runs are not counted. */
export const MAX_REDS = 50;

export const lessonCellSchema = z.strictObject({
	openedAt: z.optional(timeSchema),
	completedAt: z.optional(timeSchema),
	solutionViewed: z.optional(yes),
	solutionApplied: z.optional(yes),
	checks: z.record(checkSchema, checkCellSchema),
});
export type LessonCell = z.infer<typeof lessonCellSchema>;

/** What a helper is told of a learner. */
const learnerCardSchema = {
	name: nameSchema,
	connected: z.boolean(),
	/** The lesson opened last. */
	lesson: z.optional(slugSchema),
	/** The learner agreed that staff may read the code. */
	readable: z.boolean(),
	/** Lessons whose code the hub has, with a number that grows with each change: read it again when it does. */
	code: z.record(slugSchema, countSchema),
};

/** A row of the board. How stuck a learner is, is computed from it, see `stuckness` of lib/workshop/board. */
export const boardRowSchema = z.strictObject({
	...learnerCardSchema,
	joinedAt: timeSchema,
	/** Joined late: where the room was then. */
	joinedIn: z.optional(slugSchema),
	/** The newest sign of life, of any kind. */
	lastAt: timeSchema,
	editedAt: z.optional(timeSchema),
	sandbox: z.optional(sandboxStateSchema),
	following: z.boolean(),
	lessons: z.record(slugSchema, lessonCellSchema),
	/** Approaches: asked for, agreed to, declined. */
	approach: z.record(slugSchema, z.enum(["asked", "agreed", "declined"])),
});
export type BoardRow = z.infer<typeof boardRowSchema>;

export const helpCallSchema = z.strictObject({
	learner: idSchema,
	lesson: slugSchema,
	check: z.optional(checkSchema),
	note: z.optional(textSchema),
	askedAt: timeSchema,
	/** Place in the queue; the lowest is next. */
	place: countSchema,
	claim: z.optional(z.strictObject({ by: idSchema, name: nameSchema, at: timeSchema })),
});
export type HelpCall = z.infer<typeof helpCallSchema>;

const staffPollSchema = z.strictObject({
	...pollHeadSchema.shape,
	openedAt: timeSchema,
	voters: z.strictObject({ first: countSchema, second: countSchema }),
	/** Live: the instructor alone sees them before the reveal. */
	tallies: talliesSchema,
});

export const helperViewSchema = z.strictObject({
	role: z.literal("helper"),
	...forAll,
	me: z.strictObject({ id: idSchema, name: nameSchema }),
	learners: z.record(idSchema, z.strictObject(learnerCardSchema)),
	help: z.record(idSchema, helpCallSchema),
});
export type HelperView = z.infer<typeof helperViewSchema>;

export const instructorViewSchema = z.strictObject({
	role: z.literal("instructor"),
	...forAll,
	me: z.strictObject({ id: idSchema }),
	learners: z.record(idSchema, boardRowSchema),
	helpers: z.record(idSchema, z.strictObject({ name: nameSchema, connected: z.boolean() })),
	help: z.record(idSchema, helpCallSchema),
	approaches: z.record(idSchema, z.strictObject({ ...approachSchema.shape, learner: idSchema })),
	poll: z.optional(staffPollSchema),
	/** Polls that are over, by id. */
	pastPolls: z.record(idSchema, staffPollSchema),
});
export type InstructorView = z.infer<typeof instructorViewSchema>;

/** Numbers only. */
export const projectorViewSchema = z.strictObject({
	role: z.literal("projector"),
	...forAll,
	/** Learners who joined, and who are connected now. */
	joined: countSchema,
	connected: countSchema,
	/** Calls for help that nobody has claimed. */
	waiting: countSchema,
	progress: z.record(
		slugSchema,
		z.strictObject({
			opened: countSchema,
			completed: countSchema,
			checks: z.record(checkSchema, z.strictObject({ passed: countSchema, failing: countSchema })),
		}),
	),
	approaches: z.record(idSchema, approachSchema),
	poll: z.optional(
		z.strictObject({
			...pollHeadSchema.shape,
			voters: z.strictObject({ first: countSchema, second: countSchema }),
			/** Only when it is revealed. */
			tallies: z.optional(talliesSchema),
		}),
	),
});
export type ProjectorView = z.infer<typeof projectorViewSchema>;

export const roomViewSchema = z.discriminatedUnion("role", [
	learnerViewSchema,
	helperViewSchema,
	instructorViewSchema,
	projectorViewSchema,
]);
export type RoomView = z.infer<typeof roomViewSchema>;
export type RoomRole = RoomView["role"];
export type RoomViewOf<R extends RoomRole> = Extract<RoomView, { role: R }>;
