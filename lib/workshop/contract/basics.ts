import * as z from "zod/mini";
import { isSafePath } from "@/lib/sandbox/files";

/** Bounds of all input. What is beyond them is refused whole, with `bad-request`, `too-large` or `too-fast`. */
export const LIMITS = {
	title: 120,
	name: 40,
	/** Of an announcement, a note with a call for help, a check's message. */
	text: 500,
	/** Of one piece of evidence. */
	evidence: 4_000,
	agenda: 40,
	checksPerLesson: 40,
	learners: 600,
	helpers: 30,
	/** In one request. */
	events: 100,
	/** Bytes of one request with events; one with code may hold {@link LIMITS.codeBytes} more. */
	eventsBytes: 128_000,
	commandBytes: 128_000,
	/** Of all files of one code snapshot. */
	codeBytes: 256_000,
	codeFiles: 60,
	announcements: 20,
	approaches: 20,
} as const;

const bounded = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

/** Random, public: names a learner, a helper, a command, a poll … inside its room. */
export const idSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/));
/** A lesson's slug, `part/lesson`. */
export const slugSchema = z.string().check(z.regex(/^[a-z0-9-]{1,80}\/[a-z0-9-]{1,80}$/));
/** A check's id in its lesson. */
export const checkSchema = z.string().check(z.regex(/^[a-z0-9-]{1,80}$/));
export const nameSchema = bounded(LIMITS.name);
export const textSchema = bounded(LIMITS.text);
export const titleSchema = bounded(LIMITS.title);
/** Milliseconds since the epoch. In events by the learner's clock; everywhere else by the hub's. */
export const timeSchema = z.number().check(z.nonnegative());
export const countSchema = z.int().check(z.nonnegative());
export const hashSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));
export const pathSchema = z
	.string()
	.check(
		z.minLength(1),
		z.maxLength(300),
		z.refine(isSafePath, "a relative path with forward slashes and no '..'"),
	);
/**
 * What proves who is asking: made by the client with {@link newSecret}, or by the hub (the instructor's key). The hub
 * keeps a hash of it.
 */
export const secretSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{32,128}$/));

export const verdictSchema = z.enum(["pass", "fail", "blocked", "broken"]);
/** States of the sandbox session (`SessionState`), as the board knows them. */
export const sandboxStateSchema = z.enum([
	"idle",
	"unsupported",
	"booting",
	"mounting",
	"starting",
	"compiling",
	"ready",
	"crashed",
	"failed",
]);
export type SandboxStateName = z.infer<typeof sandboxStateSchema>;

/** One lesson of the agenda. Titles and checks are fixed in the room, so that a report reads the same for good. */
export const agendaStepSchema = z.strictObject({
	lesson: slugSchema,
	title: titleSchema,
	/** Target, in minutes. */
	minutes: z.int().check(z.minimum(1), z.maximum(600)),
	/** In the order of the lesson. */
	checks: z
		.array(z.strictObject({ id: checkSchema, title: bounded(300) }))
		.check(z.maxLength(LIMITS.checksPerLesson)),
});
export type AgendaStep = z.infer<typeof agendaStepSchema>;

export const agendaSchema = z.array(agendaStepSchema).check(
	z.minLength(1),
	z.maxLength(LIMITS.agenda),
	z.refine(
		(steps) => new Set(steps.map(({ lesson }) => lesson)).size === steps.length,
		"each lesson stands on the agenda once",
	),
);

/** Where a leader points: a lesson, and in it a check, or a file and a line (counted from 1). */
export const placeSchema = z.strictObject({
	lesson: slugSchema,
	check: z.optional(checkSchema),
	path: z.optional(pathSchema),
	line: z.optional(z.int().check(z.minimum(1), z.maximum(100_000))),
});
export type Place = z.infer<typeof placeSchema>;

/** A file that differs from the starter; `null`: the learner took it away. */
export const changedFilesSchema = z
	.record(pathSchema, z.nullable(z.string().check(z.maxLength(LIMITS.codeBytes))))
	.check(z.refine((files) => Object.keys(files).length <= LIMITS.codeFiles, "fewer files"));
export type ChangedFiles = z.infer<typeof changedFilesSchema>;

/** A check that is not green, with what was seen; leaves the learner's browser with their code only. */
export const failingCheckSchema = z.strictObject({
	check: checkSchema,
	verdict: verdictSchema,
	message: z.string().check(z.maxLength(LIMITS.text)),
	expected: z.string().check(z.maxLength(LIMITS.evidence)),
	observed: z.string().check(z.maxLength(LIMITS.evidence)),
	evidence: z
		.array(
			z.strictObject({
				label: z.string().check(z.maxLength(200)),
				text: z.string().check(z.maxLength(LIMITS.evidence)),
			}),
		)
		.check(z.maxLength(6)),
});
export type FailingCheck = z.infer<typeof failingCheckSchema>;
