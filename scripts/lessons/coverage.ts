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
	/** What is missing, in words; empty for a covered point. */
	gap: string;
}

type CoveredLesson = Pick<LessonToVerify, "slug" | "modules"> & { source: { meta: { points: string[] } } };

/** Point × lesson, check and claim. A point is covered when a lesson teaches it and a check or claim is on it. */
export function coverageOf(lessons: CoveredLesson[]): CoverageRow[] {
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
		const missing = [
			taught.length === 0 ? "lesson" : "",
			checks.length + claims.length === 0 ? "check or claim" : "",
		];
		const gap = missing.filter((part) => part !== "").join(", ");
		return { id, title, lessons: taught, checks, claims, gap: gap && `no ${gap}` };
	});
}

export function describeCoverage(rows: CoverageRow[]): string {
	const lines = rows.map(({ id, title, lessons, checks, claims, gap }) => {
		const numbers = [lessons, checks, claims].map((list) => String(list.length || "·").padStart(7)).join("");
		return `${id.padEnd(4)}${numbers}  ${gap === "" ? title : `${title}  ← ${gap}`}`;
	});
	const gaps = rows.filter(({ gap }) => gap !== "").length;
	return [
		`    ${["lessons", " checks", " claims"].join("")}`,
		...lines,
		"",
		`${rows.length - gaps} of ${rows.length} points covered, ${gaps} with a gap.`,
	].join("\n");
}
