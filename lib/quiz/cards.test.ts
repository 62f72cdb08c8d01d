import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	askedQuestions,
	dueAt,
	interviewDate,
	type QuizCard,
	ratingOf,
	replay,
	retrievability,
} from "./cards";
import { dueQuestions } from "./choose";
import type { QuizEvent, QuizEventOf } from "./contract";
import { masteryOf } from "./mastery";

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 5, 9);

const answered = (fields: Partial<QuizEventOf<"question-answered">>): QuizEventOf<"question-answered"> => ({
	type: "question-answered",
	clientId: "client-one",
	seq: 0,
	at: START,
	question: "a/b#c",
	mode: "practice",
	outcome: "right",
	guessed: false,
	ms: 1000,
	answer: { of: "choice", chosen: [0] },
	...fields,
});

/** The card after right answers on these days, counted from the start. */
const after = (...answers: Partial<QuizEventOf<"question-answered">>[]): QuizCard =>
	replay(answers.map((fields, seq) => answered({ seq, ...fields }))).get("a/b#c")!;

const logs: fc.Arbitrary<QuizEvent[]> = fc
	.array(
		fc.record({
			clientId: fc.constantFrom("client-one", "client-two"),
			question: fc.constantFrom("a/b#c", "a/b#d", "__proto__/x#constructor"),
			at: fc.integer({ min: START, max: START + 200 * DAY }),
			outcome: fc.constantFrom("right", "partly", "wrong"),
			guessed: fc.boolean(),
			mode: fc.constantFrom("practice", "review", "mock"),
		}),
		{ maxLength: 40 },
	)
	.map((list) => list.map((fields, seq) => answered({ ...(fields as object), seq })));

test("replaying a log gives identical cards, whatever the order and however often an event is given", () => {
	fc.assert(
		fc.property(
			logs.chain((list) =>
				fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }), fc.subarray(list)),
			),
			([list, mixed, again]) => {
				const cards = replay(list);
				expect(replay([...mixed, ...again])).toEqual(cards);
				// Out through a file and in again.
				expect(replay(JSON.parse(JSON.stringify(list)) as QuizEvent[])).toEqual(cards);
			},
		),
	);
});

test("of two events that claim one number, the same one is taken every time", () => {
	const one = answered({ outcome: "right" });
	const other = answered({ outcome: "wrong" });
	expect(replay([one, other])).toEqual(replay([other, one]));
	expect(replay([one, other]).get("a/b#c")?.answers).toBe(1);
});

test("a guess counts as hard, and never makes a wrong answer better", () => {
	expect(ratingOf({ outcome: "right", guessed: false })).toBe(3);
	expect(ratingOf({ outcome: "right", guessed: true })).toBe(2);
	expect(ratingOf({ outcome: "partly", guessed: false })).toBe(2);
	expect(ratingOf({ outcome: "wrong", guessed: true })).toBe(1);
	const known = after({}, { at: START + 3 * DAY });
	const guessed = after({}, { at: START + 3 * DAY, guessed: true });
	expect(guessed.due).toBeLessThan(known.due);
});

test("what is known is put off longer each time, and a wrong answer brings it back soon", () => {
	const twice = after({}, { at: START + 3 * DAY });
	const thrice = after({}, { at: START + 3 * DAY }, { at: START + 20 * DAY });
	expect(thrice.due - thrice.lastAt).toBeGreaterThan(twice.due - twice.lastAt);
	const lapsed = after({}, { at: START + 3 * DAY }, { at: START + 20 * DAY, outcome: "wrong" });
	expect(lapsed.due - lapsed.lastAt).toBeLessThan(DAY);
	expect(retrievability(thrice, thrice.lastAt + DAY)).toBeGreaterThan(
		retrievability(thrice, thrice.lastAt + 90 * DAY),
	);
});

test("an interview date caps intervals; one that has passed does not", () => {
	const card = after({}, { at: START + 3 * DAY }, { at: START + 20 * DAY }, { at: START + 60 * DAY });
	const { lastAt } = card;
	expect(card.due).toBeGreaterThan(lastAt + 30 * DAY);
	expect(dueAt(card, null, lastAt)).toBe(card.due);
	expect(dueAt(card, lastAt + 20 * DAY, lastAt)).toBe(lastAt + 10 * DAY);
	expect(dueAt(card, lastAt + 1.5 * DAY, lastAt)).toBe(lastAt + 0.5 * DAY);
	expect(dueAt(card, lastAt - DAY, lastAt)).toBe(card.due);
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 400 }), (days) => {
			expect(dueAt(card, lastAt + days * DAY, lastAt)).toBeLessThan(lastAt + days * DAY);
			expect(dueAt(card, lastAt + days * DAY, lastAt)).toBeLessThanOrEqual(card.due);
		}),
	);
});

test("the newest interview date counts, and it can be taken away", () => {
	const set = (seq: number, date: string | null): QuizEvent => ({
		type: "interview-date-set",
		clientId: "client-one",
		seq,
		at: seq,
		date,
	});
	expect(interviewDate([])).toEqual({ date: null, at: null });
	expect(interviewDate([set(2, "2026-12-01"), set(1, "2026-11-01")]).date).toBe("2026-12-01");
	expect(interviewDate([set(1, "2026-11-01"), set(2, null)])).toEqual({ date: null, at: null });
});

test("nothing is mastered by one lucky answer, nor by many on one day", () => {
	const questions = [{ id: "a/b#c" }];
	const of = (...answers: Partial<QuizEventOf<"question-answered">>[]) => {
		const card = after(...answers);
		return masteryOf(questions, new Map([[card.question, card]]), card.lastAt);
	};
	expect(of({})).toMatchObject({ value: 0.5, mastered: false, answered: 1 });
	expect(of({}, { at: START + 1000 }, { at: START + 2000 }).mastered).toBe(false);
	expect(of({}, { at: START + 1000, outcome: "wrong" }, { at: START + 2000 }).value).toBeLessThanOrEqual(0.5);
	expect(of({ guessed: true }, { at: START + 2 * DAY, guessed: true }).value).toBe(0);
	expect(of({}, { at: START + 2 * DAY })).toMatchObject({ value: 1, mastered: true });
	expect(
		of({}, { at: START + 2 * DAY }, { at: START + 4 * DAY, outcome: "wrong" }).value,
	).toBeLessThanOrEqual(1);
});

test("a part is only as well known as it is covered, and fades with time", () => {
	const card = after({}, { at: START + 2 * DAY });
	const cards = new Map([[card.question, card]]);
	expect(masteryOf([{ id: "a/b#c" }, { id: "a/b#d" }], cards, card.lastAt)).toEqual({
		questions: 2,
		answered: 1,
		value: 0.5,
		mastered: false,
	});
	expect(masteryOf([{ id: "a/b#c" }], cards, card.lastAt + 300 * DAY).mastered).toBe(false);
	expect(masteryOf([], cards, 0)).toMatchObject({ value: 0, mastered: false });
});

describe("questions of a workshop", () => {
	const of = (seq: number, at: number, fact: object) =>
		({ clientId: `client-${seq % 2}`, seq, at, ...fact }) as QuizEvent;
	const vote = (outcome: "right" | "wrong", room: string) => ({
		type: "question-answered",
		question: "a/b#c",
		mode: "poll",
		room,
		outcome,
		guessed: false,
		ms: 0,
		answer: { of: "choice", chosen: [0] },
	});

	test("a vote written down by two tabs counts once, in another room again", () => {
		const once = replay([of(1, 10, vote("wrong", "ROOM"))]);
		expect(replay([of(1, 10, vote("wrong", "ROOM")), of(2, 11, vote("wrong", "ROOM"))])).toEqual(once);
		expect(
			replay([of(1, 10, vote("wrong", "ROOM")), of(2, 11, vote("right", "OTHER"))]).get("a/b#c")?.answers,
		).toBe(2);
	});

	test("what came up without a vote is due from then on, until it is answered", () => {
		const asked = of(1, 10, { type: "question-asked", question: "a/b#c", room: "ROOM" });
		expect(askedQuestions([asked, { ...asked, seq: 3, at: 20 }])).toEqual(new Map([["a/b#c", 10]]));
		expect(replay([asked]).size).toBe(0);
		expect(dueQuestions([{ id: "a/b#c" }], new Map(), new Map([["a/b#c", 10]]), null, 9)).toEqual([]);
		expect(dueQuestions([{ id: "a/b#c" }], new Map(), new Map([["a/b#c", 10]]), null, 10)).toEqual(["a/b#c"]);
		expect(askedQuestions([of(2, 5, vote("right", "ROOM")), asked]).size).toBe(0);
	});
});
