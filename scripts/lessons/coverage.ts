import { type CoverageRow, totalsOf } from "@/lib/lessons/coverage";

/** The table of `npm run lessons -- coverage`. */
export function describeCoverage(rows: CoverageRow[]): string {
	const lines = rows.map(({ id, title, lessons, checks, claims, questions, gap }) => {
		const numbers = [lessons, checks, claims, questions]
			.map((list) => String(list.length || "·").padStart(11))
			.join("");
		return `${id.padEnd(4)}${numbers}  ${gap === "" ? title : `${title}  ← ${gap}`}`;
	});
	const { points, covered, asked } = totalsOf(rows);
	return [
		`    ${["lessons", "checks", "claims", "questions"].map((word) => word.padStart(11)).join("")}`,
		...lines,
		"",
		`${covered} of ${points} points covered, ${points - covered} with a gap; ${asked} have a question.`,
	].join("\n");
}
