import * as z from "zod/mini";

/** What was answered; options and rubric entries by their number in the question, counted from 0. */
export const answerSchema = z.discriminatedUnion("of", [
	/** single, multiple, predictOutput */
	z.object({ of: z.literal("choice"), chosen: z.array(z.int()) }),
	/** trueFalseGrid; `null` for a statement left open */
	z.object({ of: z.literal("grid"), marked: z.array(z.nullable(z.boolean())) }),
	/** order: ids of the steps, first to last */
	z.object({ of: z.literal("order"), order: z.array(z.string()) }),
	/** spotBug: the line counted from 1 */
	z.object({ of: z.literal("bug"), line: z.nullable(z.int()), reason: z.nullable(z.int()) }),
	/** shortAnswer; `ticked` is `null` until the learner has held the answer against the rubric */
	z.object({
		of: z.literal("text"),
		text: z.string().check(z.maxLength(20_000)),
		ticked: z.nullable(z.array(z.int())),
	}),
	/** fixTheCode */
	z.object({ of: z.literal("kata"), solved: z.boolean() }),
]);
export type Answer = z.infer<typeof answerSchema>;

export const outcomeSchema = z.enum(["right", "partly", "wrong"]);
export type Outcome = z.infer<typeof outcomeSchema>;

/** Same as in every event of progress: who wrote it, as which of theirs, and when. */
const stamp = {
	clientId: z.string().check(z.minLength(8), z.maxLength(64)),
	seq: z.int().check(z.nonnegative()),
	/** Milliseconds since the epoch. */
	at: z.number().check(z.nonnegative()),
};
/** `part/lesson#id` */
const question = z.string().check(z.minLength(3), z.maxLength(300));
const room = z.string().check(z.minLength(1), z.maxLength(64));
const mock = z.string().check(z.minLength(1), z.maxLength(64));

/** What is kept of a learner's questions. Cards, mastery and reports are derived from these and from nothing else. */
export const quizEventSchema = z.discriminatedUnion("type", [
	z.object({
		...stamp,
		type: z.literal("question-answered"),
		question,
		/** `poll`: asked live in a workshop. */
		mode: z.enum(["practice", "review", "mock", "poll"]),
		/** The code of the workshop's room; a question counts once in each. */
		room: z.optional(room),
		/** The mock interview it was asked in. */
		mock: z.optional(mock),
		outcome: outcomeSchema,
		guessed: z.boolean(),
		/** Milliseconds from being shown to being answered. */
		ms: z.int().check(z.nonnegative()),
		answer: answerSchema,
	}),
	/** It came up in a workshop and the learner did not vote: it belongs to the deck, and nothing is known of it. */
	z.object({ ...stamp, type: z.literal("question-asked"), question, room }),
	z.object({
		...stamp,
		type: z.literal("interview-date-set"),
		/** `YYYY-MM-DD` in the learner's own time zone. */
		date: z.nullable(z.iso.date()),
	}),
	z.object({
		...stamp,
		type: z.literal("mock-started"),
		mock,
		minutes: z.int().check(z.minimum(1), z.maximum(240)),
		/** Extra time in per cent. */
		extra: z.int().check(z.minimum(0), z.maximum(200)),
		questions: z.array(question).check(z.minLength(1), z.maxLength(100)),
	}),
	/** The question was brought up; it is on screen until the next one is. */
	z.object({ ...stamp, type: z.literal("mock-shown"), mock, question }),
	/** The last answer to a question counts. */
	z.object({
		...stamp,
		type: z.literal("mock-answered"),
		mock,
		question,
		answer: answerSchema,
		guessed: z.boolean(),
	}),
	z.object({ ...stamp, type: z.literal("mock-paused"), mock }),
	z.object({ ...stamp, type: z.literal("mock-resumed"), mock }),
	z.object({ ...stamp, type: z.literal("mock-ended"), mock }),
]);
export type QuizEvent = z.infer<typeof quizEventSchema>;
export type QuizEventOf<T extends QuizEvent["type"]> = Extract<QuizEvent, { type: T }>;
