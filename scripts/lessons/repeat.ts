import type { CheckResult, Verdict } from "@/lib/checks/types";
import { seededRandom, shuffled } from "../random";
import { count } from "../words";
import type { LessonToVerify } from "./read";
import { type LessonTask, reportOf, runTask, tasksOf } from "./run-lesson";
import type { Verifier } from "./verifier";
import type { Output } from "./verify";

export interface Rounds {
	repeat: number;
	shuffle: boolean;
	seed: number;
}

/** One verdict of one round. */
export interface Cell {
	slug: string;
	/** `solution`, `mistakes/x`, `claim y` */
	row: string;
	id: string;
	round: number;
	verdict: Verdict;
	message: string;
}

export interface Disagreement {
	/** `slug row#id` */
	cell: string;
	/** How often each verdict was given. */
	verdicts: Partial<Record<Verdict, number>>;
	/** What the rarer verdicts said, with their rounds. */
	rare: string[];
}

/**
 * Runs everything of the lessons several times, in another order each time where `shuffle` says so: the tasks of all
 * lessons among one another, and the checks of a task as far as their requirements allow. Resolves with the exit code:
 * 1 where two rounds disagree on a verdict, or the gate turns a lesson down in any round.
 */
export async function verifyRepeatedly(
	lessons: LessonToVerify[],
	{ repeat, shuffle, seed }: Rounds,
	verifier: Verifier,
	out: Output,
): Promise<number> {
	const random = seededRandom(seed);
	const cells: Cell[] = [];
	const rejected: string[] = [];
	for (let round = 1; round <= repeat; round++) {
		const all = lessons.flatMap((lesson) => tasksOf(lesson).map((task) => ({ lesson, task })));
		const order = shuffle ? shuffled(all, random) : all;
		const results = new Map<LessonTask, CheckResult[]>();
		await Promise.all(
			order.map(async ({ lesson, task }) => {
				const given = await runTask(shuffle ? inAnyOrder(lesson, task, random) : task, verifier);
				results.set(task, given);
				const row = task.kind === "variant" ? task.name : `claim ${task.name}`;
				for (const { id, verdict, message } of given)
					cells.push({ slug: lesson.slug, row, id, round, verdict, message });
			}),
		);
		for (const lesson of lessons) {
			const own = all.filter((each) => each.lesson === lesson).map(({ task }) => task);
			for (const problem of judgeRound(lesson, own, results))
				rejected.push(`round ${round}: ${lesson.slug}: ${problem}`);
		}
		out.progress(`  round ${round} of ${repeat}: ${count(cells.length, "verdict")} so far`);
	}
	const found = disagreements(cells);
	out.say(describeDisagreements(found, rejected, { cells: cells.length, repeat, shuffle, seed }));
	out.json({ rounds: repeat, shuffle, seed, verdicts: cells.length, disagreements: found, rejected });
	return cells.length > 0 && found.length === 0 && rejected.length === 0 ? 0 : 1;
}

/** Cells that did not get the same verdict in every round. Pure. */
export function disagreements(cells: Cell[]): Disagreement[] {
	const byCell = groupBy(cells, ({ slug, row, id }) => `${slug} ${row}#${id}`);
	const found: Disagreement[] = [];
	for (const [cell, all] of byCell) {
		const byVerdict = groupBy(all, ({ verdict }) => verdict);
		if (byVerdict.size === 1) continue;
		const mostOften = Math.max(...[...byVerdict.values()].map(({ length }) => length));
		const usual = [...byVerdict.values()].find(({ length }) => length === mostOften);
		found.push({
			cell,
			verdicts: Object.fromEntries([...byVerdict].map(([verdict, { length }]) => [verdict, length])),
			rare: all
				.filter((each) => !usual?.includes(each))
				.map(({ round, verdict, message }) => `round ${round}: ${verdict}${message && `: ${message}`}`),
		});
	}
	return found.sort((a, b) => (a.cell < b.cell ? -1 : 1));
}

function describeDisagreements(
	found: Disagreement[],
	rejected: string[],
	{ cells, repeat, shuffle, seed }: Rounds & { cells: number },
): string {
	const rounds = `${count(repeat, "round")}${shuffle ? `, shuffled from seed ${seed}` : ""}`;
	return [
		"",
		...rejected.map((problem) => `✗ ${problem}`),
		...found.flatMap(({ cell, verdicts, rare }) => [
			`≠ ${cell}: ${Object.entries(verdicts)
				.map(([verdict, times]) => `${times} × ${verdict}`)
				.join(", ")}`,
			...rare.map((line) => `    ${line}`),
		]),
		`${count(found.length, "disagreement")} in ${rounds}; ${count(cells, "verdict")} executed.`,
	].join("\n");
}

function judgeRound(
	lesson: LessonToVerify,
	tasks: LessonTask[],
	results: Map<LessonTask, CheckResult[]>,
): string[] {
	const of = (kind: LessonTask["kind"]) => tasks.filter((task) => task.kind === kind);
	const table = Object.fromEntries(of("variant").map((task) => [task.name, results.get(task) ?? []]));
	const claims = of("claim").flatMap((task) => results.get(task) ?? []);
	return reportOf(lesson, table, claims, 0).gate.problems.map(({ rule, message }) => `${rule}: ${message}`);
}

/** The task with its checks in a random order in which each comes after those that it requires. */
function inAnyOrder(lesson: LessonToVerify, task: LessonTask, random: () => number): LessonTask {
	if (task.kind === "claim") return task;
	const order = orderOf(lesson.modules?.checks ?? [], random);
	return { ...task, task: { ...task.task, order } };
}

/** Ids of the checks in a random order; requirements first. Pure but for `random`. */
export function orderOf(checks: { id: string; requires?: string[] }[], random: () => number): string[] {
	const order: string[] = [];
	const add = ({ id, requires = [] }: { id: string; requires?: string[] }) => {
		if (order.includes(id)) return;
		for (const required of checks.filter((check) => requires.includes(check.id) && check.id !== id))
			add(required);
		order.push(id);
	};
	for (const check of shuffled(checks, random)) add(check);
	return order;
}

function groupBy<T>(items: T[], keyOf: (item: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
	return groups;
}
