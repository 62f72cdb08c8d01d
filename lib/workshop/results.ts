import type { AgendaStep } from "./contract";
import { toCsv } from "./csv";
import type { Entry, KeptEvent } from "./entries";

/** One learner on one check. Times in milliseconds since the epoch. */
export interface ResultRow {
	/** Name, or "Learner 3" in results without names. */
	learner: string;
	lesson: string;
	lessonTitle: string;
	check: string;
	checkTitle: string;
	firstPassAt: number | null;
	/** From opening the lesson first to passing first. */
	minutesToPass: number | null;
	/** All runs that gave a verdict on the learner's code: passes and failures. */
	runs: number;
	/** Of these, those up to and with the first pass. */
	runsToPass: number | null;
	/** The highest hint opened: 0 to 3. */
	hints: number;
	/** Hints opened before the first pass. */
	hintsBeforePass: number;
	/** Where the room was when a latecomer joined. */
	joinedIn: string | null;
}

/** What the log tells of the results. */
export interface RoomResults {
	title: string;
	startedAt: number;
	endedAt: number | null;
	agenda: AgendaStep[];
	learners: LearnerLog[];
}

/** One learner's own events, in the order in which they happened. */
export interface LearnerLog {
	id: string;
	name: string;
	joinedIn: string | null;
	events: KeptEvent[];
}

/** Reads the log once. Learners who were removed and forgotten are not in it. */
export function readResults(entries: readonly Entry[]): RoomResults {
	const results: RoomResults = { title: "", startedAt: 0, endedAt: null, agenda: [], learners: [] };
	const learners = new Map<string, LearnerLog>();
	const seen = new Set<string>();
	for (const { at, by, body } of entries) {
		if (body.kind === "created") {
			results.title = body.title;
			results.agenda = body.agenda;
			results.startedAt = at;
		} else if (body.kind === "joined" && by.role === "learner") {
			learners.set(by.id, { id: by.id, name: body.name, joinedIn: body.in ?? null, events: [] });
		} else if (body.kind === "event" && by.role === "learner") {
			const key = `${by.id}:${body.event.clientId}:${body.event.seq}`;
			if (!seen.has(key)) learners.get(by.id)?.events.push(body.event);
			seen.add(key);
		} else if (body.kind === "command") {
			const { command } = body;
			if (command.type === "room-end") results.endedAt = at;
			if (command.type === "room-update" && command.title !== undefined) results.title = command.title;
			// A lesson taken off the agenda keeps its results.
			if (command.type === "room-update" && command.agenda) {
				const now = new Set(command.agenda.map(({ lesson }) => lesson));
				results.agenda = [...command.agenda, ...results.agenda.filter(({ lesson }) => !now.has(lesson))];
			}
			if (command.type === "learner-rename") {
				const learner = learners.get(command.learner);
				if (learner) learner.name = command.name;
			}
			if (command.type === "learner-remove" && command.forget) learners.delete(command.learner);
		}
	}
	for (const { events } of learners.values()) events.sort((a, b) => a.at - b.at || a.seq - b.seq);
	results.learners = [...learners.values()];
	return results;
}

/** Learner × check. Without names learners are numbered by their random ids: not in the order in which they came. */
export function resultRows(results: RoomResults, names: boolean): ResultRow[] {
	const byId = [...results.learners].sort((a, b) => (a.id < b.id ? -1 : 1));
	const label = new Map(byId.map(({ id, name }, index) => [id, names ? name : `Learner ${index + 1}`]));
	return (names ? results.learners : byId).flatMap((learner) =>
		results.agenda.flatMap((step) =>
			step.checks.map((check) => ({
				learner: label.get(learner.id)!,
				lesson: step.lesson,
				lessonTitle: step.title,
				check: check.id,
				checkTitle: check.title,
				...measure(learner, step.lesson, check.id),
				joinedIn: learner.joinedIn,
			})),
		),
	);
}

type Measured = Omit<ResultRow, "learner" | "lesson" | "lessonTitle" | "check" | "checkTitle" | "joinedIn">;

function measure({ events }: LearnerLog, lesson: string, check: string): Measured {
	let openedAt: number | null = null;
	const measured: Measured = {
		firstPassAt: null,
		minutesToPass: null,
		runs: 0,
		runsToPass: null,
		hints: 0,
		hintsBeforePass: 0,
	};
	for (const event of events) {
		if (event.type === "lesson-opened" && event.lesson === lesson) openedAt ??= event.at;
		if (event.type === "check-run" && event.lesson === lesson && event.check === check) {
			if (event.verdict === "pass" || event.verdict === "fail") measured.runs += 1;
			if (event.verdict === "pass" && measured.firstPassAt === null) {
				measured.firstPassAt = event.at;
				measured.runsToPass = measured.runs;
				measured.hintsBeforePass = measured.hints;
				if (openedAt !== null) measured.minutesToPass = toMinutes(event.at - openedAt);
			}
		}
		if (event.type === "hint-opened" && event.lesson === lesson && event.check === check) {
			measured.hints = Math.max(measured.hints, event.level);
		}
	}
	if (measured.firstPassAt === null) measured.hintsBeforePass = measured.hints;
	return measured;
}

/** Minutes with one digit after the point. */
export function toMinutes(ms: number): number {
	return Math.round(ms / 6_000) / 10;
}

export function resultsCsv(results: RoomResults, names: boolean): string {
	const header = [
		"learner",
		"lesson",
		"check",
		"check title",
		"first pass (UTC)",
		"minutes to pass",
		"runs",
		"runs to pass",
		"hints",
		"hints before pass",
		"joined at lesson",
	];
	const rows = resultRows(results, names).map((row) => [
		row.learner,
		row.lesson,
		row.check,
		row.checkTitle,
		row.firstPassAt === null ? null : new Date(row.firstPassAt).toISOString(),
		row.minutesToPass,
		row.runs,
		row.runsToPass,
		row.hints,
		row.hintsBeforePass,
		row.joinedIn,
	]);
	return toCsv(header, rows);
}

export function resultsJson(results: RoomResults, names: boolean): string {
	const { title, startedAt, endedAt, agenda } = results;
	return `${JSON.stringify({ format: "server-actions-playground/results", version: 1, title, startedAt, endedAt, agenda, rows: resultRows(results, names) }, null, "\t")}\n`;
}
