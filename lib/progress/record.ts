import type { CheckDefinition, CheckResult } from "@/lib/checks/types";
import type { ProgressFact } from "./events";

/** The part of the checks' state that tells of progress. */
export interface CheckedState {
	definitions: CheckDefinition[];
	results: Record<string, CheckResult>;
	hints: Record<string, number>;
}

/** What a learner did between two states of a lesson's checks. `blocked` and `broken` are no facts about the learner. */
export function factsBetween(lesson: string, before: CheckedState, after: CheckedState): ProgressFact[] {
	const facts: ProgressFact[] = [];
	for (const [check, result] of Object.entries(after.results)) {
		const old = before.results[check];
		if (old === result) continue;
		const repeated = old?.verdict === result.verdict && old.sourceHash === result.sourceHash;
		if (repeated) continue;
		if (result.verdict === "pass") facts.push({ type: "check-passed", lesson, check });
		if (result.verdict === "fail") facts.push({ type: "check-failed", lesson, check });
	}
	for (const [check, level] of Object.entries(after.hints)) {
		for (let opened = (before.hints[check] ?? 0) + 1; opened <= Math.min(level, 3); opened += 1) {
			facts.push({ type: "hint-opened", lesson, check, level: opened });
		}
	}
	if (isComplete(after) && !isComplete(before)) facts.push({ type: "lesson-completed", lesson });
	return facts;
}

/** Whether every check is green on one and the same source. */
export function isComplete({ definitions, results }: CheckedState): boolean {
	const hash = results[definitions[0]?.id ?? ""]?.sourceHash;
	return (
		definitions.length > 0 &&
		definitions.every(({ id }) => results[id]?.verdict === "pass" && results[id].sourceHash === hash)
	);
}
