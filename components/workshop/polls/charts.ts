import { misplaced } from "@/lib/quiz/grade";
import type { ShownQuestion } from "@/lib/quiz/types";
import type { Tally } from "@/lib/workshop/contract";

/** One answer and how many gave it. */
export interface PollBar {
	/** Text of a question (`Rich`), or plain output or code. */
	label: string;
	code: boolean;
	count: number;
	/** Of those who voted, 0 to 1. */
	share: number;
	right: boolean;
}

export interface PollChart {
	/** What is counted, where a question has several parts. */
	title: string | null;
	/** Options, which everyone sees in the order of the poll's seed. */
	mixed: boolean;
	bars: PollBar[];
}

/**
 * What a tally says, in the question's own words. Gives nothing when the two do not fit: the question changed since.
 * @param voters how many voted, where that is known
 */
export function pollCharts(question: ShownQuestion, tally: Tally, voters?: number): PollChart[] {
	if (tally.of === "choice" && "options" in question) {
		const all = question.kind === "multiple" ? Math.max(...tally.counts) : sum(tally.counts);
		return [
			{
				title: null,
				mixed: true,
				bars: question.options.map(({ text, correct }, index) =>
					bar(
						text,
						tally.counts[index] ?? 0,
						voters ?? all,
						correct === true,
						question.kind === "predictOutput",
					),
				),
			},
		];
	}
	if (tally.of === "grid" && question.kind === "trueFalseGrid") {
		return question.statements.map(({ text, isTrue }, index) => {
			const { yes = 0, no = 0, open = 0 } = tally.rows[index] ?? {};
			const all = voters ?? yes + no + open;
			return {
				title: text,
				mixed: false,
				bars: [bar("True", yes, all, isTrue), bar("False", no, all, !isTrue)],
			};
		});
	}
	if (tally.of === "order" && question.kind === "order") {
		const all = voters ?? sum(tally.orders.map(({ count }) => count));
		const textOf = (id: string) => question.steps.find((step) => step.id === id)?.text ?? id;
		return [
			{
				title: null,
				mixed: false,
				bars: tally.orders.map(({ order, count }) =>
					bar(
						order.map((id, index) => `${index + 1}. ${textOf(id)}`).join("  "),
						count,
						all,
						misplaced(question, order).length === 0,
					),
				),
			},
		];
	}
	if (tally.of === "bug" && question.kind === "spotBug") {
		const all = voters ?? sum(tally.lines.map(({ count }) => count));
		const most = [...tally.lines].sort((a, b) => b.count - a.count || a.line - b.line).slice(0, 8);
		return [
			{
				title: "Which line?",
				mixed: false,
				bars: most.map(({ line, count }) =>
					bar(
						`${line}  ${question.code.lines[line - 1]?.text.trim() ?? ""}`,
						count,
						all,
						question.bugLines.includes(line),
						true,
					),
				),
			},
			{
				title: "Why?",
				mixed: true,
				bars: question.reasons.map(({ text, correct }, index) =>
					bar(text, tally.reasons.find(({ reason }) => reason === index)?.count ?? 0, all, correct === true),
				),
			},
		];
	}
	return [];
}

function bar(label: string, count: number, of: number, right: boolean, code = false): PollBar {
	return { label, code, count, share: of > 0 ? Math.min(1, count / of) : 0, right };
}

function sum(counts: readonly number[]): number {
	return counts.reduce((total, count) => total + count, 0);
}
