import { SYLLABUS } from "@/lib/lessons/syllabus";
import type { LessonToVerify } from "./read";

export interface CoverageRow {
	id: string;
	title: string;
	/** Slugs of lessons whose frontmatter names the point. */
	lessons: string[];
	/** `slug#check` */
	checks: string[];
	/** `slug#claim` */
	claims: string[];
	/** `source#question` */
	questions: string[];
	/** What is missing, in words; empty for a covered point. */
	gap: string;
}

type CoveredLesson = Pick<LessonToVerify, "slug" | "modules"> & { source: { meta: { points: string[] } } };

interface CoveringQuiz {
	source: string;
	questions: readonly { id: string; points: readonly string[] }[];
}

/**
 * Point × lesson, check, claim and question. A point is covered when a lesson teaches it, a check or claim is on it, and
 * a question asks it; one of the area J when a question asks it.
 */
export function coverageOf(lessons: CoveredLesson[], quizzes: readonly CoveringQuiz[]): CoverageRow[] {
	return SYLLABUS.flatMap(({ points }) => points).map(({ id, title }) => {
		const taught = lessons.filter(({ source }) => source.meta.points.includes(id)).map(({ slug }) => slug);
		const having = (kind: "checks" | "claims") =>
			lessons.flatMap(({ slug, modules }) =>
				(modules?.[kind] ?? [])
					.filter(({ points }) => points.includes(id))
					.map((each) => `${slug}#${each.id}`),
			);
		const checks = having("checks");
		const claims = having("claims");
		const questions = quizzes.flatMap(({ source, questions }) =>
			questions.filter(({ points }) => points.includes(id)).map((each) => `${source}#${each.id}`),
		);
		// What interviewers ask is asked and answered; the lessons teach it under the points it rests on.
		const isInterview = id.startsWith("J");
		const missing = [
			taught.length === 0 && !isInterview ? "lesson" : "",
			checks.length + claims.length === 0 && !isInterview ? "check or claim" : "",
			questions.length === 0 ? "question" : "",
		];
		const gap = missing.filter((part) => part !== "").join(", ");
		return { id, title, lessons: taught, checks, claims, questions, gap: gap && `no ${gap}` };
	});
}

export function describeCoverage(rows: CoverageRow[]): string {
	const lines = rows.map(({ id, title, lessons, checks, claims, questions, gap }) => {
		const numbers = [lessons, checks, claims, questions]
			.map((list) => String(list.length || "·").padStart(11))
			.join("");
		return `${id.padEnd(4)}${numbers}  ${gap === "" ? title : `${title}  ← ${gap}`}`;
	});
	const gaps = rows.filter(({ gap }) => gap !== "").length;
	return [
		`    ${["lessons", "checks", "claims", "questions"].map((word) => word.padStart(11)).join("")}`,
		...lines,
		"",
		`${rows.length - gaps} of ${rows.length} points covered, ${gaps} with a gap.`,
	].join("\n");
}
