import * as z from "zod/mini";
import {
	changedFilesSchema,
	checkSchema,
	failingCheckSchema,
	hashSchema,
	idSchema,
	LIMITS,
	sandboxStateSchema,
	slugSchema,
	textSchema,
	timeSchema,
	verdictSchema,
} from "./basics";
import { roundSchema, voteAnswerSchema } from "./polls";

/**
 * As in the log of progress, but an outbox numbers for itself: from 0 without gaps, under a client id of its own (one
 * for each room and browser). The hub counts an event once however often it is sent.
 */
const stamp = {
	clientId: z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/)),
	seq: z.int().check(z.nonnegative()),
	/** Milliseconds since the epoch by the learner's clock; the hub puts it right by `sentAt` of the request. */
	at: timeSchema,
};
const inLesson = { lesson: slugSchema };

/** To what a learner can agree. `code`: staff may read it, live. `approach`: it may be shown to the room. */
export const consentSchema = z.discriminatedUnion("to", [
	z.strictObject({ to: z.literal("code") }),
	z.strictObject({
		to: z.literal("approach"),
		lesson: slugSchema,
		/** Whether the name may stand beside it. */
		named: z.boolean(),
	}),
]);
export type Consent = z.infer<typeof consentSchema>;

/** Everything a learner tells the hub after joining. */
export const roomEventSchema = z.discriminatedUnion("type", [
	z.strictObject({ ...stamp, type: z.literal("lesson-opened"), ...inLesson }),
	/** One for each check of each run, also when nothing changed: runs are counted. */
	z.strictObject({
		...stamp,
		type: z.literal("check-run"),
		...inLesson,
		check: checkSchema,
		verdict: verdictSchema,
		/** Of the files it ran against (`CheckResult.sourceHash`). */
		sourceHash: hashSchema,
		/** For all but `pass`: the check's own sentence. What was seen goes with the code, see `code-shared`. */
		message: z.optional(z.string().check(z.maxLength(LIMITS.text))),
	}),
	z.strictObject({
		...stamp,
		type: z.literal("hint-opened"),
		...inLesson,
		check: checkSchema,
		level: z.int().check(z.minimum(1), z.maximum(3)),
	}),
	z.strictObject({ ...stamp, type: z.literal("solution-viewed"), ...inLesson }),
	z.strictObject({ ...stamp, type: z.literal("solution-applied"), ...inLesson }),
	z.strictObject({ ...stamp, type: z.literal("lesson-completed"), ...inLesson }),
	/** The code was edited since the last of these. At most every 20 s, see {@link HEARTBEAT_MS}. */
	z.strictObject({ ...stamp, type: z.literal("edited"), ...inLesson }),
	z.strictObject({ ...stamp, type: z.literal("sandbox-changed"), state: sandboxStateSchema }),
	/** Follows the leader, or wanders. */
	z.strictObject({ ...stamp, type: z.literal("follow-changed"), following: z.boolean() }),
	z.strictObject({ ...stamp, type: z.literal("consent-given"), consent: consentSchema }),
	z.strictObject({
		...stamp,
		type: z.literal("consent-revoked"),
		/** Without `lesson`: for every lesson. Revoking `code` also deletes what the hub keeps of it. */
		to: z.enum(["code", "approach"]),
		lesson: z.optional(slugSchema),
	}),
	/** Says no to a request to show the approach. */
	z.strictObject({ ...stamp, type: z.literal("approach-declined"), ...inLesson }),
	/**
	 * The code now. Only with consent to `code`, or to show the approach of this lesson; refused with `no-consent`
	 * otherwise. Only the newest of each lesson is kept. At most every 2 s, see {@link CODE_MS}.
	 */
	z.strictObject({
		...stamp,
		type: z.literal("code-shared"),
		...inLesson,
		sourceHash: hashSchema,
		files: changedFilesSchema,
		failing: z.array(failingCheckSchema).check(z.maxLength(LIMITS.checksPerLesson)),
	}),
	/** One call a learner: a new one takes the place of an open one and keeps its position. */
	z.strictObject({
		...stamp,
		type: z.literal("help-asked"),
		...inLesson,
		/** The call closes by itself when this check turns green. */
		check: z.optional(checkSchema),
		note: z.optional(textSchema),
	}),
	z.strictObject({ ...stamp, type: z.literal("help-withdrawn") }),
	/** May be changed while the round is open; the last one counts. Refused with `poll-closed` afterwards. */
	z.strictObject({
		...stamp,
		type: z.literal("voted"),
		poll: idSchema,
		round: roundSchema,
		answer: voteAnswerSchema,
	}),
]);
export type RoomEvent = z.infer<typeof roomEventSchema>;
export type RoomEventType = RoomEvent["type"];
export type RoomEventOf<T extends RoomEventType> = Extract<RoomEvent, { type: T }>;

type Unstamped<E> = E extends unknown ? Omit<E, "clientId" | "seq" | "at"> : never;
/** An event before the outbox has numbered it. */
export type RoomFact = Unstamped<RoomEvent>;

/** The shortest time between two `edited` of one learner. */
export const HEARTBEAT_MS = 20_000;
/** The shortest time between two `code-shared` of one learner. */
export const CODE_MS = 2_000;

export const sendEventsSchema = z.strictObject({
	/** The learner's clock when the request left: the hub puts the times of the events right by it. */
	sentAt: timeSchema,
	/** In the order of their numbers. */
	events: z.array(roomEventSchema).check(z.minLength(1), z.maxLength(LIMITS.events)),
});
export type SendEvents = z.infer<typeof sendEventsSchema>;

/** Why one event of many was not taken. It is final: the outbox drops it, and the learner is told. */
export const refusedEventSchema = z.object({
	clientId: z.string(),
	seq: z.int(),
	code: z.enum(["no-consent", "poll-closed", "bad-vote", "not-on-agenda", "ended", "too-many-clients"]),
	message: z.string(),
});
export type RefusedEvent = z.infer<typeof refusedEventSchema>;

/** All events of the request are settled with this: stored for good, known already, or refused. */
export const eventsAnswerSchema = z.object({ version: z.int(), refused: z.array(refusedEventSchema) });
export type EventsAnswer = z.infer<typeof eventsAnswerSchema>;
