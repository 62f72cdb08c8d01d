import { MUTANT_KINDS } from "@/lib/lessons/schema";
import { count } from "../../words";
import type { LessonToVerify } from "../read";
import type { Verifier } from "../verifier";
import type { Output } from "../verify";
import { type MutantReport, mutantsOfLesson, runMutants, sampleOf, staleEquivalents } from "./run";

export interface MutantsSummary {
	reports: MutantReport[];
	/** In words: survivors, broken ones, and entries of equivalents.json that are out of date. */
	problems: string[];
	/** How many there are; more than `reports` for a sample. */
	derived: number;
}

/** Derives the mutants of the lessons and runs them, or a sample of them. Prints as it goes. */
export async function checkMutants(
	lessons: LessonToVerify[],
	{ sample, seed }: { sample: number | null; seed: number },
	verifier: Verifier,
	out: Output,
): Promise<MutantsSummary> {
	const all = lessons.flatMap(mutantsOfLesson);
	const chosen = sample === null ? all : sampleOf(all, sample, seed);
	const reports = await runMutants(chosen, verifier, (report) => out.progress(`  ${inOneLine(report)}`));
	const open = reports.filter(
		({ verdict }) => verdict.outcome === "survived" || verdict.outcome === "broken",
	);
	const problems = [...open.map(inOneLine), ...lessons.flatMap(staleEquivalents)];
	return { reports, problems, derived: all.length };
}

/** Kind × outcome, then what is open, then one sentence. */
export function describeMutants({ reports, problems, derived }: MutantsSummary): string {
	const number = (kind: string | null, outcome: string) =>
		reports.filter(
			({ mutant, verdict }) => (kind === null || mutant.kind === kind) && verdict.outcome === outcome,
		).length;
	const row = (title: string, kind: string | null) => {
		const cells = OUTCOMES.map((outcome) => String(number(kind, outcome) || "·").padStart(11));
		return `  ${title.padEnd(22)}${cells.join("")}`;
	};
	const rest = derived > reports.length ? ` of ${derived}` : "";
	return [
		"",
		`  ${"".padEnd(22)}${OUTCOMES.map((outcome) => outcome.padStart(11)).join("")}`,
		...MUTANT_KINDS.map((kind) => row(kind, kind)),
		row("all", null),
		"",
		...problems.map((problem) => `✗ ${problem}`),
		`${count(reports.length, "mutant")}${rest}: ${number(null, "killed")} killed, ${number(null, "equivalent")} equivalent, ${problems.length} open.`,
	].join("\n");
}

const OUTCOMES = ["killed", "equivalent", "survived", "broken"] as const;

function inOneLine({ slug, mutant, verdict }: MutantReport): string {
	const detail =
		verdict.outcome === "killed"
			? `by ${verdict.by}`
			: verdict.outcome === "equivalent"
				? verdict.reason
				: verdict.outcome === "broken"
					? verdict.message
					: "";
	const words = `${slug} ${mutant.file}:${mutant.line} ${mutant.kind}: ${verdict.outcome}`;
	return `${words}${detail && ` (${detail})`}: ${mutant.code}`;
}
