import type { CheckResult, Evidence, Verdict } from "@/lib/checks/types";
import { count, seconds } from "../words";
import { type GateInput, isExpected } from "./gate";
import type { LessonReport } from "./run-lesson";
import type { Verifier } from "./verifier";

const MARKS: Record<Verdict, string> = { pass: "pass", fail: "FAIL", blocked: "blocked", broken: "BROKEN" };
const EVIDENCE_LINES = 12;

/** Verdicts in words: one paragraph a check, with what was expected and observed where it did not pass. */
export function describeResults(results: CheckResult[]): string {
	return results.map(describeResult).join("\n");
}

function describeResult(result: CheckResult): string {
	const { verdict, title, id, durationMs } = result;
	const lines = [`  ${MARKS[verdict].padEnd(7)}  ${title}  (${id}, ${seconds(durationMs)})`];
	if (verdict === "pass") return lines.join("\n");
	const add = (label: string, text: string) => {
		if (text !== "") lines.push(...indent(`${label}${text}`, 11));
	};
	add("", result.message);
	if (result.did.length > 0 && verdict !== "blocked") add("Did: ", result.did.join(" → "));
	add("Expected: ", result.expected);
	add("Observed: ", result.observed);
	for (const evidence of result.evidence) add(`${evidence.label}: `, evidenceText(evidence));
	return lines.join("\n");
}

function evidenceText(evidence: Evidence): string {
	switch (evidence.kind) {
		case "text":
			return shorten(evidence.text);
		case "html":
			return shorten(evidence.html);
		case "data":
			return shorten(JSON.stringify(evidence.value, null, 1) ?? "undefined");
		case "exchange":
			return evidence.summary;
	}
}

function shorten(text: string): string {
	const lines = text.split("\n").map((line) => (line.length > 300 ? `${line.slice(0, 300)} …` : line));
	if (lines.length <= EVIDENCE_LINES) return lines.join("\n");
	return [...lines.slice(0, EVIDENCE_LINES), `… ${lines.length - EVIDENCE_LINES} more lines`].join("\n");
}

function indent(text: string, by: number): string[] {
	return text.split("\n").map((line, index) => " ".repeat(index === 0 ? by : by + 2) + line);
}

/** The truth table of variant × check. A verdict that is not what the variant promises is marked with `!`. */
export function truthTable(
	variants: GateInput["variants"],
	checkIds: string[],
	table: Record<string, Pick<CheckResult, "id" | "verdict">[]>,
): string {
	const heads = checkIds.map((_, index) => String(index + 1));
	const rows = variants.map((variant) => {
		const cells = checkIds.map((id) => {
			const cell = table[variant.name]?.find((candidate) => candidate.id === id);
			if (!cell) return "–!";
			return MARKS[cell.verdict] + (isExpected(variant, id, cell.verdict) ? "" : "!");
		});
		return [variant.name, ...cells];
	});
	const grid = [["", ...heads], ...rows];
	const widths = grid[0]!.map((_, column) => Math.max(...grid.map((row) => row[column]!.length)));
	const body = grid.map((row) =>
		`  ${row.map((text, column) => text.padEnd(widths[column]!)).join("  ")}`.trimEnd(),
	);
	return [...body, ...checkIds.map((id, index) => `  ${index + 1} = ${id}`)].join("\n");
}

export function describeReport(report: LessonReport): string {
	const { slug, gate, claims } = report;
	const proved = claims.filter(({ verdict }) => verdict === "pass").length;
	const lines = [
		"",
		`${slug}: ${report.accepted ? "accepted" : "REJECTED"} (${count(gate.verdicts, "verdict")}, ${seconds(report.durationMs)})`,
		truthTable(report.variants, report.checkIds, report.table),
		`  claims: ${proved} of ${claims.length} proved`,
	];
	const unproved = claims.filter(({ verdict }) => verdict !== "pass");
	if (unproved.length > 0) lines.push(describeResults(unproved));
	for (const { rule, message } of gate.problems) lines.push(...indent(`✗ ${rule}: ${message}`, 2));
	for (const warning of gate.warnings) lines.push(`  note: ${warning}`);
	return lines.join("\n");
}

/** Where the time of the sandboxes went: what to look at when the gate becomes slow. */
export function describeTimes({ tasks, ready, current, checks }: ReturnType<Verifier["times"]>): string {
	if (tasks === 0) return "";
	const each = (ms: number) => seconds(ms / tasks);
	return `  ${count(tasks, "task")}, each on average ${each(ready)} until the app ran, ${each(current)} until it had the files, ${each(checks)} of checks`;
}
