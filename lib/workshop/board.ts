import type { AgendaStep, BoardRow, CheckCell } from "./contract";

/** From when on the board takes a learner for stuck. */
export interface StuckLimits {
	/** The same check failed this often in a row. */
	reds: number;
	/** No edit for so many minutes, in a lesson that is not done. */
	idleMinutes: number;
}
export const STUCK_LIMITS: StuckLimits = { reds: 3, idleMinutes: 5 };

/** Why somebody may need help, for a person to read. */
export type StuckReason =
	| { kind: "asked" }
	| { kind: "sandbox"; state: "crashed" | "failed" | "unsupported" }
	| { kind: "red"; lesson: string; check: string; reds: number }
	| { kind: "last-hint"; lesson: string; check: string }
	| { kind: "idle"; minutes: number };

export interface Stuckness {
	/** 0: nothing says that help is needed. Points, to sort by; see {@link weigh}. */
	score: number;
	/** The weightiest first. */
	reasons: StuckReason[];
}

/**
 * How much a learner seems to need help. Who is not connected is not idle: they may be at work without a network.
 * @param now by the hub's clock, in milliseconds
 * @param asked whether the learner has an open call for help
 */
export function stuckness(
	row: BoardRow,
	now: number,
	asked: boolean,
	limits: StuckLimits = STUCK_LIMITS,
): Stuckness {
	const reasons: StuckReason[] = [];
	if (asked) reasons.push({ kind: "asked" });
	const { sandbox } = row;
	if (sandbox === "crashed" || sandbox === "failed" || sandbox === "unsupported") {
		reasons.push({ kind: "sandbox", state: sandbox });
	}
	const current = row.lesson === undefined ? undefined : row.lessons[row.lesson];
	if (row.lesson !== undefined && current && current.completedAt === undefined) {
		for (const [check, cell] of Object.entries(current.checks)) {
			if (isGreen(cell)) continue;
			if (cell.reds >= limits.reds) {
				reasons.push({ kind: "red", lesson: row.lesson, check, reds: cell.reds });
			}
			if (cell.hint === 3) reasons.push({ kind: "last-hint", lesson: row.lesson, check });
		}
		const minutes = Math.floor((now - (row.editedAt ?? current.openedAt ?? row.joinedAt)) / 60_000);
		if (row.connected && minutes >= limits.idleMinutes) reasons.push({ kind: "idle", minutes });
	}
	const weighed = reasons.map((reason) => ({ reason, weight: weigh(reason, limits) }));
	weighed.sort((a, b) => b.weight - a.weight);
	return {
		score: weighed.reduce((sum, { weight }) => sum + weight, 0),
		reasons: weighed.map(({ reason }) => reason),
	};
}

/** Points of one reason: being asked for outweighs what is guessed; what lasts weighs more, up to a bound. */
function weigh(reason: StuckReason, limits: StuckLimits): number {
	switch (reason.kind) {
		case "asked":
			return 10;
		case "sandbox":
			return 4;
		case "red":
			return 3 + Math.min(reason.reds - limits.reds, 10) * 0.4;
		case "last-hint":
			return 3;
		case "idle":
			return 2 + Math.min((reason.minutes - limits.idleMinutes) / 5, 3);
	}
}

function isGreen(cell: CheckCell): boolean {
	return cell.verdict === "pass";
}

/** Learners who fail the same check now. */
export interface FailingCluster {
	lesson: string;
	check: string;
	title: string;
	/** Number of the check in its lesson, from 1: "9 people fail the second check". */
	number: number;
	learners: string[];
	/** What the check told them, the most frequent first. */
	messages: { message: string; count: number }[];
}

/** The largest first; among equals by agenda. A cluster is two learners or more. */
export function failingClusters(
	rows: Record<string, BoardRow>,
	agenda: readonly AgendaStep[],
	atLeast = 2,
): FailingCluster[] {
	const clusters: FailingCluster[] = [];
	for (const { lesson, checks } of agenda) {
		for (const [index, { id, title }] of checks.entries()) {
			const failing = Object.entries(rows).filter(
				([, row]) => row.lessons[lesson]?.checks[id]?.verdict === "fail",
			);
			if (failing.length < atLeast) continue;
			const counts = new Map<string, number>();
			for (const [, row] of failing) {
				const message = row.lessons[lesson]?.checks[id]?.message;
				if (message !== undefined) counts.set(message, (counts.get(message) ?? 0) + 1);
			}
			clusters.push({
				lesson,
				check: id,
				title,
				number: index + 1,
				learners: failing.map(([learner]) => learner),
				messages: [...counts]
					.map(([message, count]) => ({ message, count }))
					.sort((a, b) => b.count - a.count || (a.message < b.message ? -1 : 1)),
			});
		}
	}
	return clusters.sort((a, b) => b.learners.length - a.learners.length);
}

export type BoardOrder = "needs-help" | "name" | "progress" | "joined";

/**
 * Ids of the rows in an order. Equals stand by name, then by id, so that rows do not jump about.
 * @param score of {@link stuckness}, by id
 */
export function sortRows(
	rows: Record<string, BoardRow>,
	order: BoardOrder,
	score: (learner: string) => number,
): string[] {
	const names = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
	const key = (id: string): number => {
		if (order === "needs-help") return -score(id);
		if (order === "progress") return -passedChecks(rows[id]!);
		return order === "joined" ? rows[id]!.joinedAt : 0;
	};
	return Object.keys(rows).sort(
		(a, b) => key(a) - key(b) || names.compare(rows[a]!.name, rows[b]!.name) || (a < b ? -1 : 1),
	);
}

/** How many checks passed at least once. */
export function passedChecks(row: BoardRow): number {
	return Object.values(row.lessons)
		.flatMap(({ checks }) => Object.values(checks))
		.filter(({ passedAt }) => passedAt !== undefined).length;
}
