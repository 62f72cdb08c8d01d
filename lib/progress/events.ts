import * as z from "zod/mini";
import { type QuizEvent, quizEventSchema } from "@/lib/quiz/contract";

/** Who wrote an event and as which of theirs: together they name it, so that the same event read twice counts once. */
const stamp = {
	clientId: z.string().check(z.minLength(8), z.maxLength(64)),
	seq: z.int().check(z.nonnegative()),
	/** Milliseconds since the epoch. */
	at: z.number().check(z.nonnegative()),
	/** The lesson's slug. */
	lesson: z.string().check(z.minLength(1), z.maxLength(200)),
};
const check = z.string().check(z.minLength(1), z.maxLength(200));

/** What is kept of a learner's way through the lessons. */
const lessonEventSchema = z.discriminatedUnion("type", [
	z.object({ ...stamp, type: z.literal("lesson-opened") }),
	z.object({ ...stamp, type: z.literal("check-passed"), check }),
	z.object({ ...stamp, type: z.literal("check-failed"), check }),
	z.object({
		...stamp,
		type: z.literal("hint-opened"),
		check,
		level: z.int().check(z.minimum(1), z.maximum(3)),
	}),
	z.object({ ...stamp, type: z.literal("solution-viewed") }),
	/** Without `path`: all files. */
	z.object({ ...stamp, type: z.literal("solution-applied"), path: z.optional(z.string()) }),
	z.object({ ...stamp, type: z.literal("lesson-completed") }),
]);
export type LessonEvent = z.infer<typeof lessonEventSchema>;

/** Everything that is kept. Written once, never changed; whatever is shown is folded from these. */
export const progressEventSchema = z.union([lessonEventSchema, quizEventSchema]);
export type ProgressEvent = LessonEvent | QuizEvent;

type Unstamped<E> = E extends unknown ? Omit<E, "clientId" | "seq" | "at"> : never;
/** An event before the log has given it its number and time. */
export type ProgressFact = Unstamped<ProgressEvent>;
