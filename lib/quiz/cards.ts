import { type Card, createEmptyCard, fsrs, type Grade, Rating } from "ts-fsrs";
import type { Outcome, QuizEvent, QuizEventOf } from "./contract";

const DAY = 86_400_000;

/** No fuzz: the same log must give the same cards wherever and whenever it is replayed. */
const scheduler = fsrs({ request_retention: 0.9, enable_fuzz: false, enable_short_term: true });

/** What a learner remembers of one question, as derived from the log. Times in milliseconds since the epoch. */
export interface QuizCard {
	question: string;
	due: number;
	lastAt: number;
	/** FSRS's own state, from which the next one is made. */
	fsrs: Card;
	/** Answers in all. */
	answers: number;
	/** Days (UTC) with a right answer that was no guess. */
	rightDays: number;
	/** The newest of them, in days since the epoch. */
	lastRightDay: number | null;
	last: QuizEventOf<"question-answered">;
}

/** "I guessed" counts as hard, and never makes an answer better than it was. */
export function ratingOf({ outcome, guessed }: { outcome: Outcome; guessed: boolean }): Grade {
	if (outcome === "wrong") return Rating.Again;
	return outcome === "partly" || guessed ? Rating.Hard : Rating.Good;
}

/**
 * The cards by question, replayed from the review log. Neither the order of the events nor an event given twice makes a
 * difference.
 */
export function replay(events: readonly QuizEvent[]): Map<string, QuizCard> {
	const cards = new Map<string, QuizCard>();
	const votes = new Set<string>();
	for (const event of inOrder(events)) {
		if (event.type !== "question-answered") continue;
		// Two tabs of one room both write down how the poll went.
		const vote = `${event.room}:${event.question}`;
		if (event.room !== undefined && votes.has(vote)) continue;
		votes.add(vote);
		cards.set(event.question, next(cards.get(event.question) ?? null, event));
	}
	return cards;
}

/** Questions that came up in a workshop and were never answered, with the time of it: due from then on. */
export function askedQuestions(events: readonly QuizEvent[]): Map<string, number> {
	const asked = new Map<string, number>();
	for (const event of inOrder(events)) {
		if (event.type === "question-asked" && !asked.has(event.question)) asked.set(event.question, event.at);
	}
	for (const event of events) if (event.type === "question-answered") asked.delete(event.question);
	return asked;
}

function next(card: QuizCard | null, event: QuizEventOf<"question-answered">): QuizCard {
	const at = new Date(event.at);
	const before = card?.fsrs ?? createEmptyCard<Card>(at);
	const after = scheduler.next(before, at, ratingOf(event)).card;
	const solid = event.outcome === "right" && !event.guessed;
	const day = Math.floor(event.at / DAY);
	return {
		question: event.question,
		due: after.due.getTime(),
		lastAt: event.at,
		fsrs: after,
		answers: (card?.answers ?? 0) + 1,
		rightDays: (card?.rightDays ?? 0) + (solid && card?.lastRightDay !== day ? 1 : 0),
		lastRightDay: solid ? day : (card?.lastRightDay ?? null),
		last: event,
	};
}

/** How likely the answer is still known at `now`, from 0 to 1. */
export function retrievability(card: QuizCard, now: number): number {
	return scheduler.get_retrievability(card.fsrs, new Date(now), false);
}

/**
 * When a card is to be reviewed. Before an interview no interval is longer than half of what was left until then when
 * it was last answered (but at least a day), so that everything comes round again; and nothing waits beyond the day
 * before. A date that has passed changes nothing.
 */
export function dueAt(card: QuizCard, interviewAt: number | null, now: number): number {
	if (interviewAt === null || interviewAt <= now) return card.due;
	const half = card.lastAt + Math.max(DAY, (interviewAt - card.lastAt) / 2);
	return Math.min(card.due, half, Math.max(interviewAt - DAY, card.lastAt));
}

/** Start of the interview's day in the local time zone; `null` when no date is set. */
export function interviewDate(events: readonly QuizEvent[]): { date: string | null; at: number | null } {
	const set = inOrder(events).filter((event) => event.type === "interview-date-set");
	const date = set.at(-1)?.date ?? null;
	return { date, at: date === null ? null : new Date(`${date}T00:00:00`).getTime() };
}

/** Every event once, oldest first; of two that claim one number, the same one every time. */
export function inOrder<E extends QuizEvent>(events: readonly E[]): E[] {
	const unique = new Map<string, { event: E; text: string }>();
	for (const event of events) {
		const key = `${event.clientId}:${event.seq}`;
		const text = JSON.stringify(Object.entries(event).sort(([a], [b]) => (a < b ? -1 : 1)));
		const other = unique.get(key);
		if (other === undefined || text < other.text) unique.set(key, { event, text });
	}
	return [...unique.values()]
		.map(({ event }) => event)
		.sort(
			(a, b) => a.at - b.at || (a.clientId < b.clientId ? -1 : a.clientId > b.clientId ? 1 : a.seq - b.seq),
		);
}
