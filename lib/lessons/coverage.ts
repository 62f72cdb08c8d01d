import { SYLLABUS } from "./syllabus";

interface OnPoints {
	id: string;
	points: string[];
}

/** What coverage looks at in a lesson. */
export interface CoverageFacts {
	slug: string;
	/** Points that the lesson says it teaches. */
	points: string[];
	checks: OnPoints[];
	claims: OnPoints[];
}

interface CoveringQuiz {
	source: string;
	questions: readonly { id: string; points: readonly string[] }[];
}

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

/**
 * Point × lesson, check, claim and question. A point is covered when a lesson teaches it, a check or claim is on it, and
 * a question asks it; one of the area J when a question asks it. Pure.
 */
export function coverageOf(lessons: CoverageFacts[], quizzes: readonly CoveringQuiz[]): CoverageRow[] {
	return SYLLABUS.flatMap(({ points }) => points).map(({ id, title }) => {
		const taught = lessons.filter(({ points }) => points.includes(id)).map(({ slug }) => slug);
		const having = (kind: "checks" | "claims") =>
			lessons.flatMap((lesson) =>
				lesson[kind].filter(({ points }) => points.includes(id)).map((one) => `${lesson.slug}#${one.id}`),
			);
		const [checks, claims] = [having("checks"), having("claims")];
		const questions = quizzes.flatMap(({ source, questions: all }) =>
			all.filter(({ points }) => points.includes(id)).map((one) => `${source}#${one.id}`),
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

export interface CoverageTotals {
	points: number;
	covered: number;
	/** Points with at least one question. */
	asked: number;
}

export function totalsOf(rows: CoverageRow[]): CoverageTotals {
	return {
		points: rows.length,
		covered: rows.filter(({ gap }) => gap === "").length,
		asked: rows.filter(({ questions }) => questions.length > 0).length,
	};
}
