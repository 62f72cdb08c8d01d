import type { CheckResult } from "@/lib/checks/types";
import type { Equivalent } from "@/lib/lessons/schema";
import { seededRandom, shuffled } from "../../random";
import type { LessonToVerify } from "../read";
import { runTask, variantTask } from "../run-lesson";
import type { Verifier } from "../verifier";
import { deriveMutants, type Mutant } from "./derive";

export type MutantVerdict =
	/** A check failed over it. */
	| { outcome: "killed"; by: string }
	/** Listed in equivalents.json; not run. */
	| { outcome: "equivalent"; reason: string }
	/** Every check passes over it: a hole in the checks, or an equivalent that is not listed. */
	| { outcome: "survived" }
	/** No check said anything about it. */
	| { outcome: "broken"; message: string };

export interface MutantReport {
	slug: string;
	mutant: Omit<Mutant, "text">;
	verdict: MutantVerdict;
}

export interface LessonMutant {
	lesson: LessonToVerify;
	mutant: Mutant;
}

export function mutantsOfLesson(lesson: LessonToVerify): LessonMutant[] {
	if (!lesson.modules || lesson.modules.checks.length === 0) return [];
	return deriveMutants(lesson.solution).map((mutant) => ({ lesson, mutant }));
}

/**
 * A sample that is the same for the same seed. Equivalents are not drawn: there is nothing to run. Kinds take turns, so
 * that the rare ones are in it.
 */
export function sampleOf(all: LessonMutant[], size: number, seed: number): LessonMutant[] {
	const toRun = shuffled(all, seededRandom(seed)).filter((each) => equivalentFor(each) === null);
	const kinds = [...new Set(toRun.map(({ mutant }) => mutant.kind))].sort();
	const piles = kinds.map((kind) => toRun.filter(({ mutant }) => mutant.kind === kind));
	const sample: LessonMutant[] = [];
	while (sample.length < Math.min(size, toRun.length)) {
		for (const pile of piles) {
			const next = pile.shift();
			if (next && sample.length < size) sample.push(next);
		}
	}
	return sample;
}

/** Runs each mutant until a check fails over it. Reports come in the order of `mutants`. */
export async function runMutants(
	mutants: LessonMutant[],
	verifier: Verifier,
	progress: (report: MutantReport) => void,
): Promise<MutantReport[]> {
	return Promise.all(
		mutants.map(async (each) => {
			const { text: _, ...mutant } = each.mutant;
			const report = { slug: each.lesson.slug, mutant, verdict: await verdictOn(each, verifier) };
			progress(report);
			return report;
		}),
	);
}

async function verdictOn(each: LessonMutant, verifier: Verifier): Promise<MutantVerdict> {
	const reason = equivalentFor(each);
	if (reason !== null) return { outcome: "equivalent", reason };
	const { lesson, mutant } = each;
	const solution = lesson.variants.find(({ name }) => name === "solution");
	if (!lesson.modules || !solution) return { outcome: "broken", message: "The lesson cannot be read." };
	const task = variantTask(lesson, lesson.modules, {
		name: `mutant ${mutant.kind} in ${mutant.file}:${mutant.line}`,
		files: { ...solution.files, [mutant.file]: mutant.text },
	});
	return judgeMutant(await runTask({ ...task, task: { ...task.task, untilRed: true } }, verifier));
}

/** Pure. */
export function judgeMutant(results: Pick<CheckResult, "id" | "verdict" | "message">[]): MutantVerdict {
	const failed = results.find(({ verdict }) => verdict === "fail");
	if (failed) return { outcome: "killed", by: failed.id };
	const broken = results.find(({ verdict }) => verdict !== "pass");
	if (broken) return { outcome: "broken", message: `${broken.id}: ${broken.message}` };
	if (results.length === 0) return { outcome: "broken", message: "Not one check was run." };
	return { outcome: "survived" };
}

/** Why nobody could see the difference, or `null`. */
function equivalentFor({ lesson, mutant }: LessonMutant): string | null {
	return mutant.equivalent ?? lesson.equivalents?.find((each) => isOf(each, mutant))?.reason ?? null;
}

function isOf({ kind, file, code, occurrence }: Equivalent, mutant: Mutant): boolean {
	if (kind !== mutant.kind || file !== mutant.file || code !== mutant.code) return false;
	return occurrence === undefined || occurrence === mutant.occurrence;
}

/** Entries of `equivalents.json` that no mutant answers to: the solution has changed since. */
export function staleEquivalents(lesson: LessonToVerify): string[] {
	const mutants = deriveMutants(lesson.solution);
	return (lesson.equivalents ?? [])
		.filter((equivalent) => !mutants.some((mutant) => isOf(equivalent, mutant)))
		.map(
			({ kind, file, code }) => `${lesson.slug}: equivalents.json names no mutant: ${kind} ${file}: ${code}`,
		);
}
