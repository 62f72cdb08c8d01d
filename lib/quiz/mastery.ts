import { type QuizCard, retrievability } from "./cards";
import type { QuestionInfo } from "./types";

/** How well a group of questions is known. */
export interface Mastery {
	questions: number;
	/** Questions answered at least once. */
	answered: number;
	/** Coverage × retrievability, from 0 to 1. */
	value: number;
	/** Known well enough to leave alone: never by one lucky answer. */
	mastered: boolean;
}

/** Right answers on this many different days make a question fully covered. */
const DAYS = 2;
const MASTERED = 0.8;

/**
 * Mastery of a group: the mean over its questions of how far each is covered (right, not guessed, on two different
 * days; one day counts half) times how likely it is still known at `now`.
 */
export function masteryOf(
	questions: readonly Pick<QuestionInfo, "id">[],
	cards: ReadonlyMap<string, QuizCard>,
	now: number,
): Mastery {
	let sum = 0;
	let answered = 0;
	let covered = 0;
	for (const { id } of questions) {
		const card = cards.get(id);
		if (!card) continue;
		answered += 1;
		const coverage = Math.min(DAYS, card.rightDays) / DAYS;
		if (coverage === 1) covered += 1;
		sum += coverage * retrievability(card, now);
	}
	const value = questions.length === 0 ? 0 : sum / questions.length;
	return {
		questions: questions.length,
		answered,
		value,
		mastered: questions.length > 0 && covered === questions.length && value >= MASTERED,
	};
}

/** The questions by some key of theirs, in the order in which keys first appear. */
export function groupBy<Q>(
	questions: readonly Q[],
	keysOf: (question: Q) => readonly string[],
): Map<string, Q[]> {
	const groups = new Map<string, Q[]>();
	for (const question of questions) {
		for (const key of keysOf(question)) {
			const group = groups.get(key);
			if (group) group.push(question);
			else groups.set(key, [question]);
		}
	}
	return groups;
}
