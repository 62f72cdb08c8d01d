import * as z from "zod";
import { type Mode, modeSchema } from "@/lib/sandbox/agent-protocol";
import { filePathSchema } from "@/lib/sandbox/files";
import { needSchema } from "@/lib/sandbox/machine-needs";

/** Frontmatter of `lesson.mdx`. */
export const lessonFrontmatterSchema = z
	.strictObject({
		title: z.string().min(3).max(80),
		/** One sentence for the lesson map. */
		summary: z.string().min(10).max(200),
		/** Syllabus points taught, for instance `["A1", "B3"]`. */
		points: z.array(z.string().regex(/^[A-J]\d{1,2}$/)).min(1),
		minutes: z.number().int().min(3).max(30),
		/** Files open as tabs at the start; the first one is shown. */
		open: z.array(filePathSchema).min(1),
		/** Where the preview opens. */
		preview: z.string().startsWith("/"),
		/** The mode the lesson opens in. */
		mode: modeSchema.default("development"),
		/** Modes between which the learner may switch, `mode` among them; with production the build's output is shown. */
		modes: z.array(modeSchema).min(1).optional(),
		/** What not every machine has; the lesson then runs on one that has it. */
		needs: z.array(needSchema).default([]),
		/** Patterns (`app/**`) inside which files may be created, renamed and deleted. */
		structure: z.array(z.string()).default(["app/**", "lib/**", "components/**"]),
		/** Files the learner can read but not change, besides those of the base app. */
		readonly: z.array(filePathSchema).default([]),
		/** Official pages for further reading. */
		reading: z.array(z.strictObject({ title: z.string(), href: z.url() })).min(1),
	})
	.refine(({ mode, modes }) => modes === undefined || modes.includes(mode), {
		message: "modes must have the mode in which the lesson opens",
		path: ["modes"],
	});
export type LessonFrontmatter = z.infer<typeof lessonFrontmatterSchema>;

/** The modes a lesson can be run in. */
export function modesOf({ mode, modes }: Pick<LessonFrontmatter, "mode" | "modes">): Mode[] {
	return modes ?? [mode];
}

/** `part.json` of a part's folder. */
export const partSchema = z.strictObject({
	title: z.string(),
	summary: z.string(),
});

/** `mistakes/<name>/expect.json` */
export const mistakeExpectationSchema = z.strictObject({
	/** One sentence: what the person got wrong. */
	describes: z.string().min(10),
	/** Exactly these checks fail, each with a message that contains the phrase. Others pass or are blocked. */
	fails: z.record(z.string(), z.string().min(3)).refine((fails) => Object.keys(fails).length > 0, {
		message: "Name at least one check that fails",
	}),
});
export type MistakeExpectation = z.infer<typeof mistakeExpectationSchema>;

/** Ways in which the gate makes a solution wrong by itself (`npm run lessons -- mutants`). */
export const MUTANT_KINDS = [
	"revalidation-dropped",
	"await-dropped",
	"use-server-removed",
	"validation-skipped",
	"redirect-swallowed",
	"auth-removed",
	"secret-returned",
] as const;
export type MutantKind = (typeof MUTANT_KINDS)[number];

/** `equivalents.json`: changes of the solution that are none, with the reason why no check can see them. */
export const equivalentsSchema = z.array(
	z.strictObject({
		kind: z.enum(MUTANT_KINDS),
		/** Path in the app. */
		file: filePathSchema,
		/** As the table of mutants prints it. */
		code: z.string().min(1),
		/** Which one, where the same code stands in the file several times: 1 is the first. Left out: all of them. */
		occurrence: z.int().min(1).optional(),
		reason: z.string().min(20),
	}),
);
export type Equivalent = z.infer<typeof equivalentsSchema>[number];
