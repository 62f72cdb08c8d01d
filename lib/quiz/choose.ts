import { dueAt, type QuizCard, retrievability } from "./cards";
import type { QuestionInfo } from "./types";

type Cards = ReadonlyMap<string, QuizCard>;

/**
 * Ids of the questions to review at `now`, the most overdue first. Questions that are gone are left out.
 * @param asked questions without a card that are due all the same, and since when
 */
export function dueQuestions(
	questions: readonly Pick<QuestionInfo, "id">[],
	cards: Cards,
	asked: ReadonlyMap<string, number>,
	interviewAt: number | null,
	now: number,
): string[] {
	return questions
		.flatMap(({ id }) => {
			const card = cards.get(id);
			const due = card ? dueAt(card, interviewAt, now) : asked.get(id);
			return due === undefined ? [] : [{ id, due }];
		})
		.filter(({ due }) => due <= now)
		.sort((a, b) => a.due - b.due || (a.id < b.id ? -1 : 1))
		.map(({ id }) => id);
}

/** Ids in the order in which to practise them: what is new first, easy before hard, then what is known least. */
export function practiceOrder(questions: readonly QuestionInfo[], cards: Cards, now: number): string[] {
	const strength = ({ id }: QuestionInfo) => {
		const card = cards.get(id);
		return card ? 1 + retrievability(card, now) : 0;
	};
	return [...questions]
		.sort((a, b) => strength(a) - strength(b) || a.level - b.level || (a.id < b.id ? -1 : 1))
		.map(({ id }) => id);
}

/** Ids of the questions whose newest answer was not right, newest first. */
export function wrongAnswers(questions: readonly Pick<QuestionInfo, "id">[], cards: Cards): string[] {
	return questions
		.flatMap(({ id }) => {
			const card = cards.get(id);
			return card && card.last.outcome !== "right" ? [card] : [];
		})
		.sort((a, b) => b.lastAt - a.lastAt)
		.map(({ question }) => question);
}

/** Minutes a question of each kind takes in an interview. */
const MINUTES: Record<QuestionInfo["kind"], number> = {
	single: 1,
	predictOutput: 1.5,
	multiple: 1.5,
	trueFalseGrid: 1.5,
	order: 1.5,
	spotBug: 2,
	shortAnswer: 3,
	fixTheCode: 12,
};

/** How the levels are mixed: share of each. */
const LEVELS = { 1: 0.25, 2: 0.45, 3: 0.3 } as const;

/**
 * Questions of a mock interview of that many minutes: weak and unseen ones more often, the levels mixed, and the parts
 * taken in turn, so that none fills it alone. Katas are left out: they need more time than a talk has. `random` gives
 * numbers from 0 to 1.
 */
export function planMock(
	questions: readonly QuestionInfo[],
	cards: Cards,
	minutes: number,
	now: number,
	random: () => number = Math.random,
): string[] {
	const weight = ({ id }: QuestionInfo) => {
		const card = cards.get(id);
		// A question never seen weighs as much as one half forgotten.
		return card ? 0.15 + (1 - retrievability(card, now)) + (card.last.outcome === "right" ? 0 : 0.5) : 0.65;
	};
	// Weighted order without replacement (Efraimidis and Spirakis, 2006): the key random^(1/weight), largest first.
	const pool = questions
		.filter(({ kind }) => kind !== "fixTheCode")
		.map((question) => ({ question, key: random() ** (1 / weight(question)) }))
		.sort((a, b) => b.key - a.key)
		.map(({ question }) => question);
	const spent = { 1: 0, 2: 0, 3: 0 };
	const byPart = new Map<string, number>();
	const chosen: QuestionInfo[] = [];
	let left = minutes;
	while (left > 0 && pool.length > 0) {
		const total = minutes - left;
		const lag = (question: QuestionInfo) =>
			LEVELS[question.level] * (total + 1) - spent[question.level] - (byPart.get(question.part) ?? 0) / 2;
		// The pool is in its weighted order, and the first of the best is taken.
		let best = 0;
		for (const [index, question] of pool.entries()) if (lag(question) > lag(pool[best]!)) best = index;
		const [question] = pool.splice(best, 1);
		if (!question) break;
		const takes = MINUTES[question.kind];
		if (takes > left && chosen.length > 0) continue;
		chosen.push(question);
		left -= takes;
		spent[question.level] += takes;
		byPart.set(question.part, (byPart.get(question.part) ?? 0) + 1);
	}
	return chosen.sort((a, b) => a.level - b.level).map(({ id }) => id);
}

/** The list in an order of its own for each seed; the same for the same seed. */
export function shuffled<T>(list: readonly T[], seed: string): T[] {
	let state = 2_166_136_261;
	for (const char of seed) state = Math.imul(state ^ char.charCodeAt(0), 16_777_619);
	// mulberry32: small, and enough to shuffle options.
	const random = () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
	const result = [...list];
	for (let i = result.length - 1; i > 0; i -= 1) {
		const j = Math.floor(random() * (i + 1));
		[result[i], result[j]] = [result[j]!, result[i]!];
	}
	return result;
}
