import { STATUS_WORDS } from "@/components/checks/status";
import type { StuckReason } from "@/lib/workshop/board";
import type { AgendaStep, BoardRow } from "@/lib/workshop/contract";
import { markOf } from "./marks";

/** What stands in the columns: the checks of one lesson, or every lesson of the agenda. */
export type Columns =
	| { of: "lesson"; step: AgendaStep; number: number }
	| { of: "agenda"; steps: readonly AgendaStep[] };

/** CSS widths of the columns between the reason and the sum. */
export function widths(columns: Columns): string {
	if (columns.of === "lesson")
		return columns.step.checks.length === 0 ? "" : `repeat(${columns.step.checks.length}, 2rem)`;
	// A mark and its gap take 0.6875rem.
	return columns.steps.map(({ checks }) => `${Math.max(2.25, checks.length * 0.6875 + 0.9)}rem`).join(" ");
}

/** Passed now, of all there are, in the shown columns. */
export function passedOf(columns: Columns, row: BoardRow): { passed: number; of: number } {
	const steps = columns.of === "lesson" ? [columns.step] : columns.steps;
	let passed = 0;
	let of = 0;
	for (const { lesson, checks } of steps) {
		of += checks.length;
		for (const { id } of checks) if (row.lessons[lesson]?.checks[id]?.verdict === "pass") passed += 1;
	}
	return { passed, of };
}

/** One lesson of a row in words, for screen readers: `2 of 5 passed. Failed: title` */
export function lessonWords(step: AgendaStep, row: BoardRow): string {
	const cells = row.lessons[step.lesson]?.checks ?? {};
	const passed = step.checks.filter(({ id }) => cells[id]?.verdict === "pass").length;
	const failed = step.checks.filter(({ id }) => cells[id]?.verdict === "fail").map(({ title }) => title);
	const head = `${passed} of ${step.checks.length} passed.`;
	return failed.length === 0
		? head
		: `${head} ${STATUS_WORDS[markOf({ runs: 1, reds: 1, verdict: "fail" })]}: ${failed.join("; ")}`;
}

/** Why a learner may need help, in few words. `agenda` names the check. */
export function reasonWords(reason: StuckReason, agenda: readonly AgendaStep[]): string {
	switch (reason.kind) {
		case "asked":
			return "asks for help";
		case "sandbox":
			return reason.state === "unsupported" ? "no sandbox" : `sandbox ${reason.state}`;
		case "red":
			return `check ${numberOf(reason, agenda)} red ${reason.reds} times`;
		case "last-hint":
			return `all hints of check ${numberOf(reason, agenda)}`;
		case "idle":
			return `no edit for ${reason.minutes} min`;
	}
}

function numberOf(
	{ lesson, check }: { lesson: string; check: string },
	agenda: readonly AgendaStep[],
): number | string {
	const checks = agenda.find((step) => step.lesson === lesson)?.checks ?? [];
	const index = checks.findIndex(({ id }) => id === check);
	return index < 0 ? `“${check}”` : index + 1;
}
