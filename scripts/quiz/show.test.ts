import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { questionSchema } from "@/lib/quiz/schema";
import { findQuizFiles, readQuizFiles } from "./read";
import { showQuestion } from "./show";

const why = "Because that is what happens when it is run.";
const colour = async (code: string) => code.split("\n").map((line) => `<i>${line}</i>`);
const file = { source: "forms/zod", part: "forms", ofLesson: true };
const spotBug = questionSchema.parse({
	id: "bug",
	kind: "spotBug",
	level: 2,
	points: ["A1"],
	ask: "Which line is wrong?",
	code: { text: "\none();\n\ttwo();\nthree();\n" },
	bug: { line: ["two", "three"], why },
	reasons: [
		{ text: "a", correct: true, why },
		{ text: "b", why },
		{ text: "c", why },
	],
	proof: [{ claim: "other/lesson#claim" }],
});

test("lines of a bug are numbered as they are shown, and lessons to read are those of the proof too", async () => {
	const shown = await showQuestion(file, spotBug, colour, "/");
	expect(shown).toMatchObject({
		id: "forms/zod#bug",
		bugLines: [2, 3],
		lessons: ["forms/zod", "other/lesson"],
		code: { title: null },
	});
	expect(shown.code?.lines[1]).toEqual({ text: "  two();", html: "<i>  two();</i>" });
	expect(shown).not.toHaveProperty("proof");
});

test("what the gate runs is what the learner sees, and its code stays out of the page", async () => {
	const question = questionSchema.parse({
		id: "out",
		kind: "predictOutput",
		level: 2,
		points: ["A1"],
		ask: "What does it show?",
		run: {
			in: "next",
			files: { "app/page.tsx": "shown", "lib/x.ts": "hidden" },
			show: "app/page.tsx",
			observe: async () => "1",
		},
		options: ["1", "2", "3"].map((text, n) => ({ text, why, ...(n === 0 ? { correct: true } : {}) })),
	});
	const shown = await showQuestion(file, question, colour, "/");
	expect(shown.code).toEqual({ title: "app/page.tsx", lines: [{ text: "shown", html: "<i>shown</i>" }] });
	expect(JSON.stringify(shown)).not.toContain("hidden");
	expect(shown).not.toHaveProperty("run");
});

test("questions of lessons and of parts are found, and a faulty one is named with its field", async () => {
	const root = await mkdtemp(join(tmpdir(), "quiz-"));
	try {
		await mkdir(join(root, "lessons/01-talk"), { recursive: true });
		await writeFile(join(root, "lessons/01-talk/part.json"), '{"title":"Talk","summary":"Talking."}');
		await writeFile(
			join(root, "lessons/01-talk/short.quiz.ts"),
			'export default [{ id: "one", kind: "single" }];',
		);
		expect(await findQuizFiles(root)).toEqual([
			{ source: "talk/short", file: "lessons/01-talk/short.quiz.ts", part: "talk", ofLesson: false },
		]);
		await expect(readQuizFiles(root)).rejects.toThrow(/short\.quiz\.ts.*one → options/s);
		await writeFile(join(root, "lessons/01-talk/short.quiz.ts"), 'import "@/lib/nothing";');
		await expect(readQuizFiles(root)).rejects.toThrow(/cannot be bundled/);
	} finally {
		await rm(root, { recursive: true, force: true });
	}
});
