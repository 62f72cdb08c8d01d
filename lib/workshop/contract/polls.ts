import * as z from "zod/mini";
import { countSchema, idSchema } from "./basics";

/** `part/lesson#id` of the quiz source. Its text, and after the reveal its key, come from there, never from the hub. */
export const questionIdSchema = z
	.string()
	.check(z.regex(/^[a-z0-9-]{1,80}\/[a-z0-9-]{1,80}#[a-z0-9-]{1,80}$/));

/**
 * Which question is asked and how it is answered, so that the hub can count without knowing the key. `size`: how many
 * options (`choice`), statements (`grid`), steps (`order`) or lines of code (`bug`) it has. The kinds shortAnswer and
 * fixTheCode cannot be asked live.
 */
export const pollQuestionSchema = z.strictObject({
	question: questionIdSchema,
	of: z.enum(["choice", "grid", "order", "bug"]),
	size: z.int().check(z.minimum(1), z.maximum(200)),
});
export type PollQuestion = z.infer<typeof pollQuestionSchema>;

const index = z.int().check(z.nonnegative(), z.maximum(200));

/** A complete answer of lib/quiz (`Answer`); counted as there. */
export const voteAnswerSchema = z.discriminatedUnion("of", [
	z.strictObject({ of: z.literal("choice"), chosen: z.array(index).check(z.minLength(1), z.maxLength(10)) }),
	z.strictObject({
		of: z.literal("grid"),
		marked: z.array(z.nullable(z.boolean())).check(z.minLength(1), z.maxLength(10)),
	}),
	z.strictObject({
		of: z.literal("order"),
		order: z.array(z.string().check(z.minLength(1), z.maxLength(80))).check(z.minLength(1), z.maxLength(20)),
	}),
	z.strictObject({
		of: z.literal("bug"),
		line: z.int().check(z.minimum(1), z.maximum(200)),
		reason: index,
	}),
]);
export type VoteAnswer = z.infer<typeof voteAnswerSchema>;

/** How often what was answered; nothing in it says what is right. */
export const tallySchema = z.discriminatedUnion("of", [
	/** Votes by option. */
	z.strictObject({ of: z.literal("choice"), counts: z.array(countSchema) }),
	z.strictObject({
		of: z.literal("grid"),
		rows: z.array(z.strictObject({ yes: countSchema, no: countSchema, open: countSchema })),
	}),
	/** The ten most frequent orders. */
	z.strictObject({
		of: z.literal("order"),
		orders: z.array(z.strictObject({ order: z.array(z.string()), count: countSchema })),
	}),
	z.strictObject({
		of: z.literal("bug"),
		lines: z.array(z.strictObject({ line: z.int(), count: countSchema })),
		reasons: z.array(z.strictObject({ reason: z.int(), count: countSchema })),
	}),
]);
export type Tally = z.infer<typeof tallySchema>;

export const roundSchema = z.union([z.literal(1), z.literal(2)]);

/**
 * `open` → `closed` → `revealed`; with two votes `closed` → `open` again in round 2. A round that is closed is never
 * opened again.
 */
export const pollHeadSchema = z.strictObject({
	id: idSchema,
	...pollQuestionSchema.shape,
	/** Two-vote mode: the same question again after talking to one's neighbour. */
	twoVotes: z.boolean(),
	round: roundSchema,
	phase: z.enum(["open", "closed", "revealed"]),
});
export type PollHead = z.infer<typeof pollHeadSchema>;
