import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type QuizCard, replay } from "./cards";
import { planMock, shuffled } from "./choose";
import type { QuizEvent } from "./contract";
import { mocksOf } from "./mock";
import type { QuestionInfo } from "./types";

const MINUTE = 60_000;

/** An event of one interview `at` so many minutes after its start. */
function tell(...facts: [minute: number, fact: object][]): QuizEvent[] {
	return facts.map(
		([minute, fact], seq) =>
			({ clientId: "client-one", seq, at: minute * MINUTE, mock: "m", ...fact }) as QuizEvent,
	);
}
const started = { type: "mock-started", minutes: 15, extra: 0, questions: ["a", "b"] };
const shown = (question: string) => ({ type: "mock-shown", question });
const answeredWith = (question: string, chosen: number) => ({
	type: "mock-answered",
	question,
	guessed: false,
	answer: { of: "choice", chosen: [chosen] },
});
const at = (minute: number, ...facts: [number, object][]) => mocksOf(tell(...facts), minute * MINUTE)[0]!;

test("the time of each question is told apart, and a pause is no time at all", () => {
	const mock = at(
		30,
		[0, started],
		[2, shown("b")],
		[3, { type: "mock-paused" }],
		[23, { type: "mock-resumed" }],
		[24, shown("a")],
		[26, { type: "mock-paused" }],
	);
	expect(mock.state).toBe("paused");
	expect(mock.elapsedMs).toBe(6 * MINUTE);
	expect(Object.fromEntries(mock.timeBy)).toEqual({ a: 4 * MINUTE, b: 2 * MINUTE });
	expect(mock.current).toBe("a");
});

test("the last answer counts, until time is up", () => {
	const facts: [number, object][] = [
		[0, started],
		[1, answeredWith("a", 0)],
		[2, answeredWith("a", 1)],
		[16, answeredWith("a", 2)],
		[17, { type: "mock-ended" }],
	];
	expect(at(3, ...facts.slice(0, 3)).state).toBe("running");
	const late = at(40, ...facts);
	expect(late.state).toBe("ended");
	expect(late.answers.get("a")?.answer).toEqual({ of: "choice", chosen: [1] });
	expect(late.elapsedMs).toBe(15 * MINUTE);
});

test("time runs out by itself, later with extra time", () => {
	expect(at(14, [0, started]).state).toBe("running");
	expect(at(15, [0, started]).state).toBe("out-of-time");
	expect(at(18, [0, { ...started, extra: 25 }]).state).toBe("running");
	expect(at(19, [0, { ...started, extra: 25 }]).state).toBe("out-of-time");
});

test("read again after a reload, an interview is what it was", () => {
	const events = tell([0, started], [1, answeredWith("a", 0)], [2, shown("b")]);
	const again = JSON.parse(JSON.stringify([...events].reverse())) as QuizEvent[];
	expect(mocksOf(again, 3 * MINUTE)).toEqual(mocksOf(events, 3 * MINUTE));
});

const question = (id: string, fields: Partial<QuestionInfo> = {}): QuestionInfo => ({
	id,
	kind: "single",
	level: 2,
	points: ["A1"],
	part: "one",
	lessons: [],
	...fields,
});

const bank = Array.from({ length: 120 }, (_, n) =>
	question(`q${n}`, { level: ((n % 3) + 1) as 1 | 2 | 3, part: `part-${n % 7}` }),
);
const seeded = (seed: number) => () => {
	seed = (seed * 16_807) % 2_147_483_647;
	return seed / 2_147_483_647;
};

test("an interview fills its time with a mix of levels and parts, no kata, nothing twice", () => {
	const katas = Array.from({ length: 50 }, (_, n) => question(`k${n}`, { kind: "fixTheCode" }));
	fc.assert(
		fc.property(fc.constantFrom(15, 30, 45), fc.integer({ min: 1, max: 1_000_000 }), (minutes, seed) => {
			const ids = planMock([...bank, ...katas], new Map(), minutes, 0, seeded(seed));
			const chosen = ids.map((id) => bank.find((candidate) => candidate.id === id)!);
			expect(chosen.every(Boolean)).toBe(true);
			expect(new Set(ids).size).toBe(minutes);
			for (const level of [1, 2, 3])
				expect(chosen.filter((one) => one.level === level).length).toBeGreaterThanOrEqual(minutes / 6);
			expect(new Set(chosen.map(({ part }) => part)).size).toBe(7);
		}),
	);
});

test("what is weak is asked more often than what is known", () => {
	const at = Date.UTC(2026, 0, 1);
	const events = bank.map(
		({ id }, seq): QuizEvent => ({
			type: "question-answered",
			clientId: "client-one",
			seq,
			at,
			question: id,
			mode: "practice",
			outcome: seq % 2 === 0 ? "right" : "wrong",
			guessed: false,
			ms: 1,
			answer: { of: "choice", chosen: [] },
		}),
	);
	const cards: Map<string, QuizCard> = replay(events);
	let weak = 0;
	let all = 0;
	for (let seed = 1; seed <= 20; seed += 1) {
		const ids = planMock(bank, cards, 30, at + 86_400_000, seeded(seed * 977));
		weak += ids.filter((id) => cards.get(id)?.last.outcome === "wrong").length;
		all += ids.length;
	}
	expect(weak / all).toBeGreaterThan(0.6);
});

test("a few questions are all asked once; none gives none", () => {
	expect(planMock(bank.slice(0, 3), new Map(), 45, 0)).toHaveLength(3);
	expect(planMock([], new Map(), 45, 0)).toEqual([]);
});

test("an order by seed is the same every time and a whole one", () => {
	fc.assert(
		fc.property(fc.array(fc.integer()), fc.string(), (list, seed) => {
			expect(shuffled(list, seed)).toEqual(shuffled(list, seed));
			expect([...shuffled(list, seed)].sort()).toEqual([...list].sort());
		}),
	);
	const firsts = Array.from({ length: 40 }, (_, n) => shuffled(["a", "b", "c", "d"], `seed ${n}`)[0]);
	expect(new Set(firsts).size).toBe(4);
});
