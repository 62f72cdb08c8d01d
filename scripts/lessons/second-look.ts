import { isExpected } from "./gate";
import type { LessonToVerify } from "./read";
import { type LessonReport, type LessonTask, reportOf, runTask, tasksOf } from "./run-lesson";
import type { Verifier } from "./verifier";

export interface SecondLook {
	report: LessonReport;
	/** Tasks that came out right at the second look only: a race, which is a fault of the lesson or of ours. */
	unsteady: string[];
}

/**
 * Runs the tasks of a rejected lesson once more that did not come out as they must, and only those, so that a machine
 * under load does not stop a change that has nothing to do with it. Nothing is run for an accepted lesson.
 */
export async function lookAgain(
	lesson: LessonToVerify,
	report: LessonReport,
	verifier: Verifier,
): Promise<SecondLook> {
	const wrong = report.accepted ? [] : tasksOf(lesson).filter((task) => !isRight(report, task));
	if (wrong.length === 0) return { report, unsteady: [] };
	const results = new Map(
		await Promise.all(wrong.map(async (task) => [task.name, await runTask(task, verifier)] as const)),
	);
	const of = (kind: LessonTask["kind"]) => wrong.filter((task) => task.kind === kind).map(({ name }) => name);
	const table = { ...report.table };
	for (const name of of("variant")) table[name] = results.get(name) ?? [];
	const claimNames = of("claim");
	const claims = report.claims.flatMap((claim) =>
		claimNames.includes(claim.id) ? (results.get(claim.id) ?? []) : [claim],
	);
	const second = reportOf(lesson, table, claims, report.durationMs);
	const right = wrong.filter((task) => isRight(second, task));
	return {
		report: second,
		unsteady: right.map(({ kind, name }) => `${lesson.slug} ${kind === "claim" ? `claim ${name}` : name}`),
	};
}

function isRight({ table, claims, variants }: LessonReport, { kind, name, ids }: LessonTask): boolean {
	if (kind === "claim") return claims.some(({ id, verdict }) => id === name && verdict === "pass");
	const variant = variants.find((each) => each.name === name);
	const cells = table[name] ?? [];
	if (!variant || cells.length !== ids.length) return false;
	if (name === "starter" && !cells.some(({ verdict }) => verdict === "fail")) return false;
	return cells.every(({ id, verdict, message }) => {
		const phrase = variant.expectation?.fails[id];
		return isExpected(variant, id, verdict) && (phrase === undefined || message.includes(phrase));
	});
}
