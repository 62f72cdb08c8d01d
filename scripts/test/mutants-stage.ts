import { checkMutants, describeMutants } from "../lessons/mutants/command";
import type { LessonToVerify } from "../lessons/read";
import type { Verifier } from "../lessons/verifier";
import type { Output } from "../lessons/verify";
import type { Counts } from "./summary";

/** How many mutants `npm test` runs: about two minutes' work for two sandboxes. */
export const SAMPLE = 24;
/** Always the same ones, so that a red run is red again; `npm run lessons -- mutants` runs them all. */
const SEED = 1;

/**
 * A sample of the mutants of those lessons that have an `equivalents.json`. A killed one is a pass; one that survived or gave no verdict, and an entry of
 * `equivalents.json` that is out of date, is a failure. So is not having run any.
 */
export async function runMutantSample(
	lessons: LessonToVerify[],
	verifier: Verifier,
	out: Output,
	{ sample = SAMPLE, seed = SEED }: { sample?: number; seed?: number } = {},
): Promise<Counts> {
	// Of the others nobody knows yet which ones make no difference.
	const known = lessons.filter(({ equivalents }) => equivalents !== null);
	const summary = await checkMutants(known, { sample, seed }, verifier, out);
	out.say(`Mutants: a sample of ${sample}, seed ${seed}\n${describeMutants(summary)}`);
	const killed = summary.reports.filter(({ verdict }) => verdict.outcome === "killed").length;
	return { passed: killed, failed: summary.problems.length + (summary.reports.length === 0 ? 1 : 0) };
}
