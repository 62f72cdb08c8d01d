import { expect, test } from "vitest";
import { type Question, type QuestionInput, quizSchema } from "@/lib/quiz/schema";
import { judgeKataResults } from "./apps";
import { judgeQuiz, type QuizWorld } from "./judge";
import { judgeOutput, runSnippets } from "./snippets";

const world: QuizWorld = {
	points: new Set(["A1", "B1"]),
	claims: new Set(["forms/zod#refuses"]),
	checks: new Set(["forms/zod#stores", "forms/zod#shows"]),
	variants: new Map([
		[
			"forms/zod",
			new Map([
				["starter", null],
				["mistakes/no-schema", ["stores"]],
			]),
		],
	]),
};

const why = "Because that is what happens when it is run.";
const single = (fields: object = {}): QuestionInput =>
	({
		id: "one",
		kind: "single",
		level: 1,
		points: ["A1"],
		ask: "Which of these is so?",
		options: [
			{ text: "first thing", correct: true, why: `${why} 1` },
			{ text: "second thing", why: `${why} 2` },
			{ text: "third thing", why: `${why} 3` },
		],
		proof: [{ claim: "forms/zod#refuses" }],
		...fields,
	}) as QuestionInput;

const parsed = (...questions: QuestionInput[]): Question[] => quizSchema.parse(questions);
const rules = (...questions: QuestionInput[]) =>
	judgeQuiz(parsed(...questions), world).map(({ rule }) => rule);

test("a good question has no problem", () => {
	expect(judgeQuiz(parsed(single()), world)).toEqual([]);
});

test.each([
	["a point that does not exist", { points: ["J9"] }, "unknown-point"],
	["a claim that does not exist", { proof: [{ claim: "forms/zod#nothing" }] }, "unknown-proof"],
	["a check that does not exist", { proof: [{ check: "forms/zod#nothing" }] }, "unknown-proof"],
	["text of a template", { ask: "REPLACE ME with a question" }, "placeholder"],
	[
		"one explanation twice",
		{
			options: [
				{ text: "a", correct: true, why },
				{ text: "b", why },
				{ text: "c", why: `${why}!` },
			],
		},
		"explanation-repeated",
	],
	[
		"one option twice",
		{
			options: [
				{ text: "same", correct: true, why: `${why} 1` },
				{ text: "`same`", why: `${why} 2` },
				{ text: "else", why: `${why} 3` },
			],
		},
		"option-repeated",
	],
	[
		"all of the above",
		{
			options: [
				{ text: "one thing", correct: true, why: `${why} 1` },
				{ text: "two thing", why: `${why} 2` },
				{ text: "All of the above", why: `${why} 3` },
			],
		},
		"refers-to-other-options",
	],
])("%s is refused", (_, fields, rule) => {
	expect(rules(single(fields))).toEqual([rule]);
});

test("a file in which the longest option is usually right is refused; one hit is not a habit", () => {
	const telling = (id: string) =>
		single({
			id,
			options: [
				{ text: "the one with much more to say than the others", correct: true, why: `${why} 1` },
				{ text: "short thing", why: `${why} 2` },
				{ text: "short other", why: `${why} 3` },
			],
		});
	expect(rules(telling("a"))).toEqual([]);
	expect(rules(telling("a"), telling("b"))).toEqual(["longest-is-key"]);
	expect(rules(telling("a"), single(), single({ id: "c" }))).toEqual([]);
});

test.each([
	["no explanation", { options: [{ text: "a", correct: true, why: "" }] }],
	["no proof", { proof: [] }],
	["two keys", { options: ["a", "b", "c"].map((text) => ({ text, correct: true, why })) }],
	["a field that is not known", { answer: 1 }],
	["a level above three", { level: 4 }],
])("the schema refuses %s", (_, fields) => {
	expect(quizSchema.safeParse([single(fields)]).success).toBe(false);
});

test("ids are unique in a file", () => {
	expect(quizSchema.safeParse([single(), single()]).success).toBe(false);
});

test("steps must be listed in an order that they themselves allow", () => {
	const order = (after: string) => ({
		...single(),
		kind: "order",
		options: undefined,
		steps: [
			{ id: "a", text: "first", after: after === "b" ? ["b"] : [], why },
			{ id: "b", text: "then", after: after === "a" ? ["a"] : [], why },
			{ id: "c", text: "also", why },
		],
	});
	const parse = ({ options: _, ...question }: ReturnType<typeof order>) =>
		quizSchema.safeParse([question]).success;
	expect(parse(order("a"))).toBe(true);
	expect(parse(order("b"))).toBe(false);
	expect(parse(order("none"))).toBe(false);
});

test("a kata names a variant, a check and something to mend", () => {
	const { options: _, ...rest } = single() as QuestionInput & { options: unknown };
	const kata = (fields: object) =>
		({
			...rest,
			kind: "fixTheCode",
			lesson: "forms/zod",
			from: "mistakes/no-schema",
			checks: ["stores"],
			why: why + why,
			...fields,
		}) as QuestionInput;
	expect(rules(kata({}))).toEqual([]);
	expect(rules(kata({ lesson: "forms/none" }))).toEqual(["unknown-lesson"]);
	expect(rules(kata({ from: "mistakes/none" }))).toEqual(["unknown-lesson"]);
	expect(rules(kata({ checks: ["shows"] }))).toEqual(["unknown-check"]);
	expect(rules(kata({ checks: ["stores", "none"] }))).toEqual(["unknown-check"]);
	expect(judgeKataResults(["stores"], [{ id: "stores", verdict: "fail", message: "" }])).toBeNull();
	expect(judgeKataResults(["stores"], [{ id: "stores", verdict: "pass", message: "" }])).toMatch(
		/nothing to mend/,
	);
	expect(judgeKataResults(["stores"], [{ id: "stores", verdict: "broken", message: "lost" }])).toMatch(
		/broken: lost/,
	);
});

const prediction = (code: string, ...texts: string[]) =>
	parsed({
		id: "out",
		kind: "predictOutput",
		level: 1,
		points: ["A1"],
		ask: "What does it print?",
		run: { in: "node", code },
		options: texts.map((text, index) => ({
			text,
			why: `${why} ${index}`,
			...(index === 0 ? { correct: true } : {}),
		})),
	})[0] as Extract<Question, { kind: "predictOutput" }>;

test("a key is held against what the code prints", async () => {
	const code =
		'import * as z from "zod";\nconst n: number = z.coerce.number().parse("4");\nconsole.log(n + 1);';
	expect(await runSnippets(prediction(code, "5", "41", "NaN"))).toEqual({ ran: 1, problems: [] });
	expect((await runSnippets(prediction(code, "41", "5", "NaN"))).problems[0]?.message).toMatch(
		/another option is right: the output is "5/,
	);
	expect(
		(await runSnippets(prediction("throw new Error('no')", "1", "2", "3"))).problems[0]?.message,
	).toMatch(/ended with code 1[\s\S]*no/);
});

test("an output that two options have, or none, is refused", () => {
	expect(judgeOutput(prediction("1", "5", "4", "3"), "5\n")).toBeNull();
	expect(judgeOutput(prediction("1", "5", "5 ", "3"), "5")).toMatch(/more than one/);
	expect(judgeOutput(prediction("1", "5", "4", "3"), "6")).toMatch(/no option is right/);
});
