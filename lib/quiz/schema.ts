import * as z from "zod";
import type { CheckContext } from "@/lib/checks/types";
import { filePathSchema } from "@/lib/sandbox/files";

/**
 * Text of a question: one or a few sentences. `code` in backticks is shown as code; nothing else is markup.
 */
const text = (min: number) => z.string().trim().min(min).max(1200);
const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "write it like-this");
const lessonSlug = z
	.string()
	.regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, "a lesson's slug: part/lesson, without numbers");
/** What a question's key rests on: `part/lesson#id`, the folders' names without their numbers. */
const ref = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+#[a-z0-9-]+$/, "write it as part/lesson#id");

/** Says why this option is right or wrong; shown once the question is answered. */
const why = text(15);

const optionSchema = z.strictObject({
	text: text(1),
	/** Part of the key. */
	correct: z.literal(true).optional(),
	why,
});
export type QuizOption = z.infer<typeof optionSchema>;

/** A program for plain Node: an ES module in TypeScript that may import packages of this project, such as zod. */
const snippetSchema = z.strictObject({
	code: text(1),
	/** All it writes to stdout, white space at the ends aside. */
	prints: z.string(),
});

/** Where the key is proved. The gate holds every one against what exists, and runs the snippets. */
const proofSchema = z.union([
	z.strictObject({ claim: ref }),
	/** A check that would not be passed were the key wrong. */
	z.strictObject({ check: ref }),
	z.strictObject({ snippet: snippetSchema }),
]);
export type QuizProof = z.infer<typeof proofSchema>;
const proofs = z.array(proofSchema).min(1);

export const LANGUAGES = ["ts", "tsx", "html", "http", "bash", "json", "text"] as const;
const codeSchema = z.strictObject({
	text: text(1),
	language: z.enum(LANGUAGES).default("tsx"),
	/** Shown above it: `app/actions.ts`. */
	title: z.string().min(1).max(60).optional(),
});
export type QuizCode = z.infer<typeof codeSchema>;

const common = {
	/** Unique in its file, and for good: what a learner remembers is kept under it. */
	id: kebab,
	/** 1: knows the word. 2: has used it. 3: can explain or debug it. */
	level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
	/** Syllabus points asked, the main one first. */
	points: z.array(z.string().regex(/^[A-J]\d{1,2}$/)).min(1),
	/** The question. */
	ask: text(10),
};
/** A sentence or two that sums it up, shown after the answer besides the explanations of the options. */
const note = text(15).optional();

const exactlyOne = { message: "mark exactly one option with `correct: true`" };
const oneCorrect = (options: { correct?: true }[]) => options.filter(({ correct }) => correct).length === 1;

export const singleSchema = z.strictObject({
	...common,
	kind: z.literal("single"),
	code: codeSchema.optional(),
	options: z.array(optionSchema).min(3).max(5).refine(oneCorrect, exactlyOne),
	proof: proofs,
	note,
});

export const multipleSchema = z.strictObject({
	...common,
	kind: z.literal("multiple"),
	code: codeSchema.optional(),
	/** One or more are correct; not all. */
	options: z
		.array(optionSchema)
		.min(4)
		.max(6)
		.refine((options) => options.some(({ correct }) => correct) && options.some(({ correct }) => !correct), {
			message: "mark at least one option with `correct: true`, and not all",
		}),
	proof: proofs,
	note,
});

export const trueFalseGridSchema = z.strictObject({
	...common,
	kind: z.literal("trueFalseGrid"),
	code: codeSchema.optional(),
	statements: z
		.array(z.strictObject({ text: text(5), isTrue: z.boolean(), why }))
		.min(3)
		.max(6)
		.refine((rows) => rows.some(({ isTrue }) => isTrue) && rows.some(({ isTrue }) => !isTrue), {
			message: "have true and false statements",
		}),
	proof: proofs,
	note,
});

/**
 * What is shown is what the gate runs; the correct option's text must be what it gives, white space at line ends
 * aside, and no other option's may be.
 */
export const predictOutputSchema = z.strictObject({
	...common,
	kind: z.literal("predictOutput"),
	run: z.discriminatedUnion("in", [
		/** Plain Node: for JavaScript, FormData, zod. The output is what it writes to stdout. */
		z.strictObject({ in: z.literal("node"), code: text(1) }),
		/** A real app on the pinned Next.js. */
		z.strictObject({
			in: z.literal("next"),
			/** Laid over the base app. */
			files: z.record(filePathSchema, z.string()),
			/** The file of `files` that the learner sees. */
			show: filePathSchema,
			/** Uses the app as a check would and gives the output. */
			observe: z.custom<(context: CheckContext) => Promise<string>>((value) => typeof value === "function", {
				message: "a function of the check's context that gives the output",
			}),
		}),
	]),
	/** Each option's text is a whole output. */
	options: z.array(optionSchema).min(3).max(5).refine(oneCorrect, exactlyOne),
	/** Further proof besides the run. */
	proof: z.array(proofSchema).default([]),
	note,
});

/** Steps as the author lists them are a valid order; `after` says which of them must come earlier in every one. */
export const orderSchema = z.strictObject({
	...common,
	kind: z.literal("order"),
	steps: z
		.array(
			z.strictObject({
				id: kebab,
				text: text(3),
				/** Ids of steps that must come before this one. Two steps without a path between them may swap. */
				after: z.array(kebab).default([]),
				/** Why it stands where it stands. */
				why,
			}),
		)
		.min(3)
		.max(7)
		.superRefine((steps, context) => {
			for (const [index, step] of steps.entries()) {
				const earlier = steps.slice(0, index).map(({ id }) => id);
				if (earlier.includes(step.id)) context.addIssue(`two steps have the id ${step.id}`);
				for (const id of step.after) {
					if (!earlier.includes(id))
						context.addIssue(`${step.id} comes after ${id}, which is not listed before it`);
				}
			}
			if (steps.every(({ after }) => after.length === 0)) context.addIssue("no step comes after another");
		}),
	proof: proofs,
	note,
});

/** Choose the line, then the reason. */
export const spotBugSchema = z
	.strictObject({
		...common,
		kind: z.literal("spotBug"),
		code: codeSchema,
		bug: z.strictObject({
			/** A piece of text that exactly one line of the code contains; several where any of them is a good answer. */
			line: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
			/** Why it is that line. */
			why,
		}),
		reasons: z.array(optionSchema).min(3).max(5).refine(oneCorrect, exactlyOne),
		proof: proofs,
		note,
	})
	.superRefine(({ code, bug }, context) => {
		for (const part of [bug.line].flat()) {
			const count = code.text.split("\n").filter((line) => line.includes(part)).length;
			if (count !== 1)
				context.addIssue(
					`${count} lines of the code contain ${JSON.stringify(part)}; it must be exactly one`,
				);
		}
	});

/** Said aloud or written, then held against a model answer; the learner ticks what the answer had. */
export const shortAnswerSchema = z.strictObject({
	...common,
	kind: z.literal("shortAnswer"),
	/** The model answer, as a person would say it. Paragraphs are separated by an empty line. */
	reference: z.string().trim().min(80).max(3000),
	/** What a good answer has; each is ticked or not. */
	rubric: z
		.array(
			z.strictObject({
				text: text(8),
				/** Why an interviewer listens for it. */
				why,
			}),
		)
		.min(2)
		.max(7),
	/** "And then the interviewer asks…": each with its own model answer, in order. */
	followUps: z.array(z.strictObject({ ask: text(10), reference: text(30) })).default([]),
	proof: proofs,
	note,
});

/** A kata: an app that is wrong, in the sandbox, until the checks pass. */
export const fixTheCodeSchema = z.strictObject({
	...common,
	kind: z.literal("fixTheCode"),
	/** The lesson whose app and checks are used. */
	lesson: lessonSlug,
	/**
	 * What the learner begins with: one of the lesson's variants (`"starter"`, `"mistakes/no-schema"`), or files laid
	 * over its solution.
	 */
	from: z.union([
		z.literal("starter"),
		z.templateLiteral(["mistakes/", z.string()]),
		z.strictObject({ files: z.record(filePathSchema, z.string().nullable()) }),
	]),
	/** Ids of that lesson's checks that must pass in the end; at least one of them fails at the start. */
	checks: z.array(kebab).min(1),
	/** What was wrong and what puts it right; shown when it is solved or given up. */
	why: text(40),
	/** The checks prove it; more may be named. */
	proof: z.array(proofSchema).default([]),
	note,
});

export const questionSchema = z.discriminatedUnion("kind", [
	singleSchema,
	multipleSchema,
	trueFalseGridSchema,
	predictOutputSchema,
	orderSchema,
	spotBugSchema,
	shortAnswerSchema,
	fixTheCodeSchema,
]);

/** A question as an author writes it: what has a default may be left out. */
export type QuestionInput = z.input<typeof questionSchema>;
/** A question, checked. */
export type Question = z.infer<typeof questionSchema>;
export type QuestionKind = Question["kind"];
export type QuestionOf<K extends QuestionKind> = Extract<Question, { kind: K }>;

/** The questions of one file. */
export const quizSchema = z
	.array(questionSchema)
	.min(1)
	.superRefine((questions, context) => {
		const seen = new Set<string>();
		for (const [index, { id }] of questions.entries()) {
			if (seen.has(id))
				context.addIssue({ code: "custom", path: [index, "id"], message: `two questions have the id ${id}` });
			seen.add(id);
		}
	});
