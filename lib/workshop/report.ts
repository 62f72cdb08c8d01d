import type { LearnerLog, RoomResults } from "./results";
import { resultRows } from "./results";

/** After a hint, a pass within this time counts as helped by it. */
const HELPED_WITHIN_MS = 10 * 60_000;

export interface CheckReport {
	lesson: string;
	check: string;
	title: string;
	/** Learners who ran it, and those of them who passed. */
	tried: number;
	passed: number;
	/** Medians over those who passed; `null` where nobody did. */
	minutesToPass: number | null;
	runsToPass: number | null;
}

export interface HintReport {
	lesson: string;
	check: string;
	title: string;
	level: 1 | 2 | 3;
	opened: number;
	/** Passed within ten minutes and before the next hint was opened. */
	helped: number;
}

/** Checks, the hardest first: by the share of those who tried and did not pass, then by runs and time. */
export function hardestChecks(results: RoomResults): CheckReport[] {
	const rows = resultRows(results, false);
	const reports = results.agenda.flatMap(({ lesson, checks }) =>
		checks.map(({ id, title }): CheckReport => {
			const tried = rows.filter((row) => row.lesson === lesson && row.check === id && row.runs > 0);
			const passed = tried.filter(({ firstPassAt }) => firstPassAt !== null);
			return {
				lesson,
				check: id,
				title,
				tried: tried.length,
				passed: passed.length,
				minutesToPass: median(passed.flatMap(({ minutesToPass }) => minutesToPass ?? [])),
				runsToPass: median(passed.flatMap(({ runsToPass }) => runsToPass ?? [])),
			};
		}),
	);
	const failed = ({ tried, passed }: CheckReport) => (tried === 0 ? -1 : 1 - passed / tried);
	return reports.sort(
		(a, b) =>
			failed(b) - failed(a) ||
			(b.runsToPass ?? 0) - (a.runsToPass ?? 0) ||
			(b.minutesToPass ?? 0) - (a.minutesToPass ?? 0),
	);
}

/** Hints that were opened, those that helped least first. */
export function weakestHints(results: RoomResults): HintReport[] {
	const reports: HintReport[] = [];
	for (const { lesson, checks } of results.agenda) {
		for (const { id, title } of checks) {
			for (const level of [1, 2, 3] as const) {
				const outcomes = results.learners.flatMap((learner) => hintHelped(learner, lesson, id, level) ?? []);
				if (outcomes.length === 0) continue;
				const helped = outcomes.filter(Boolean).length;
				reports.push({ lesson, check: id, title, level, opened: outcomes.length, helped });
			}
		}
	}
	return reports.sort((a, b) => a.helped / a.opened - b.helped / b.opened || b.opened - a.opened);
}

/** `null`: not opened, or opened after the check had passed. */
function hintHelped({ events }: LearnerLog, lesson: string, check: string, level: number): boolean | null {
	let opened: number | null = null;
	for (const event of events) {
		if (event.type === "hint-opened" && event.lesson === lesson && event.check === check) {
			if (event.level === level) opened ??= event.at;
			if (event.level > level && opened !== null) return false;
		}
		if (event.type !== "check-run" || event.lesson !== lesson || event.check !== check) continue;
		if (event.verdict !== "pass") continue;
		return opened === null ? null : event.at - opened <= HELPED_WITHIN_MS;
	}
	return opened === null ? null : false;
}

/** The report after a session, in Markdown. Holds no name. */
export function reportMarkdown(results: RoomResults): string {
	const hard = hardestChecks(results).filter(({ tried }) => tried > 0);
	const hints = weakestHints(results).filter(({ opened, helped }) => helped < opened);
	const lesson = (slug: string) => results.agenda.find((step) => step.lesson === slug)?.title ?? slug;
	const late = results.learners.filter(({ joinedIn }) => joinedIn !== null).length;
	const lines = [
		`# ${plain(results.title)}`,
		"",
		`${new Date(results.startedAt).toISOString().slice(0, 16).replace("T", " ")} UTC · ${results.learners.length} learners, ${late} of them joined later.`,
		"",
		"## Checks, the hardest first",
		"",
		...table(
			["Check", "Lesson", "Tried", "Passed", "Median minutes", "Median runs"],
			hard.map((row) => [
				row.title,
				lesson(row.lesson),
				row.tried,
				row.passed,
				row.minutesToPass,
				row.runsToPass,
			]),
		),
		"",
		"## Hints that did not help",
		"",
		"A hint helped when its check passed within ten minutes, before the next hint was opened.",
		"",
		...table(
			["Check", "Lesson", "Hint", "Opened", "Helped"],
			hints.map((row) => [row.title, lesson(row.lesson), row.level, row.opened, row.helped]),
		),
	];
	return `${lines.join("\n")}\n`;
}

function table(header: string[], rows: (string | number | null)[][]): string[] {
	if (rows.length === 0) return ["None."];
	const line = (cells: (string | number | null)[]) =>
		`| ${cells.map((one) => plain(`${one ?? "–"}`)).join(" | ")} |`;
	return [line(header), `|${" --- |".repeat(header.length)}`, ...rows.map(line)];
}

/** Text that Markdown takes as it is. */
function plain(text: string): string {
	return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>|#]/g, "\\$&");
}

/** The middle of the values, or the mean of the two in the middle; `null` for none. */
export function median(values: number[]): number | null {
	if (values.length === 0) return null;
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	if (sorted.length % 2 === 1) return sorted[middle]!;
	return Math.round(((sorted[middle - 1]! + sorted[middle]!) / 2) * 10) / 10;
}
