import type { PollQuestion, Tally, VoteAnswer } from "./contract";

/** How many different orders a tally lists. */
const MAX_ORDERS = 10;

/** Whether an answer can be one to this question. */
export function fitsPoll({ of, size }: PollQuestion, answer: VoteAnswer): boolean {
	if (answer.of !== of) return false;
	switch (answer.of) {
		case "choice":
			return (
				answer.chosen.every((option) => option < size) && new Set(answer.chosen).size === answer.chosen.length
			);
		case "grid":
			return answer.marked.length === size;
		case "order":
			return answer.order.length === size && new Set(answer.order).size === size;
		case "bug":
			return answer.line <= size;
	}
}

/** Counts the answers to one question; each voter has one. */
export function tally({ of, size }: PollQuestion, answers: Iterable<VoteAnswer>): Tally {
	const list = [...answers];
	switch (of) {
		case "choice": {
			const counts = Array<number>(size).fill(0);
			for (const answer of list) {
				if (answer.of === "choice") for (const option of answer.chosen) counts[option]! += 1;
			}
			return { of, counts };
		}
		case "grid": {
			const rows = Array.from({ length: size }, () => ({ yes: 0, no: 0, open: 0 }));
			for (const answer of list) {
				if (answer.of !== "grid") continue;
				for (const [index, mark] of answer.marked.entries()) {
					rows[index]![mark === null ? "open" : mark ? "yes" : "no"] += 1;
				}
			}
			return { of, rows };
		}
		case "order": {
			const orders = countBy(list.flatMap((answer) => (answer.of === "order" ? [answer.order] : [])));
			return { of, orders: orders.slice(0, MAX_ORDERS).map(([order, count]) => ({ order, count })) };
		}
		case "bug": {
			const bugs = list.filter((answer) => answer.of === "bug");
			return {
				of,
				lines: countBy(bugs.map(({ line }) => line)).map(([line, count]) => ({ line, count })),
				reasons: countBy(bugs.map(({ reason }) => reason)).map(([reason, count]) => ({ reason, count })),
			};
		}
	}
}

/** Each value with its count, the most frequent first. */
function countBy<T>(values: T[]): [T, number][] {
	const counts = new Map<string, [T, number]>();
	for (const value of values) {
		const key = JSON.stringify(value);
		const entry = counts.get(key) ?? [value, 0];
		entry[1] += 1;
		counts.set(key, entry);
	}
	return [...counts.entries()]
		.sort(([a, [, m]], [b, [, n]]) => n - m || (a < b ? -1 : 1))
		.map(([, entry]) => entry);
}
