import { readLesson, readVariant } from "@/lib/lessons/load";
import type { Question, QuizCode } from "@/lib/quiz/schema";
import type { QuestionInfo, ShownCode, ShownQuestion } from "@/lib/quiz/types";
import type { QuizFile } from "./read";

/** Gives each line of a piece of code as HTML. */
export type Colour = (code: string, language: string) => Promise<string[]>;

/** A question as the product shows it: code in colours, files of a kata put together. `root` holds `lessons/`. */
export async function showQuestion(
	file: Pick<QuizFile, "source" | "part" | "ofLesson">,
	question: Question,
	colour: Colour,
	root: string,
): Promise<ShownQuestion> {
	const shown = {
		...infoOf(file, question),
		ask: question.ask,
		note: question.note ?? null,
		code: await codeOf(question, colour),
	};
	switch (question.kind) {
		case "single":
		case "multiple":
		case "predictOutput":
			return { ...shown, kind: question.kind, options: question.options };
		case "trueFalseGrid":
			return { ...shown, kind: question.kind, statements: question.statements };
		case "order":
			return { ...shown, kind: question.kind, steps: question.steps };
		case "spotBug":
			return {
				...shown,
				kind: question.kind,
				code: await colourCode(question.code, colour),
				bugLines: bugLines(question),
				bugWhy: question.bug.why,
				reasons: question.reasons,
			};
		case "shortAnswer": {
			const { reference, rubric, followUps } = question;
			return { ...shown, kind: question.kind, reference, rubric, followUps };
		}
		case "fixTheCode": {
			const { lesson, checks, why } = question;
			return { ...shown, kind: question.kind, lesson, files: await kataFiles(question, root), checks, why };
		}
	}
}

/** What is known of a question without loading it. */
export function infoOf(
	{ source, part, ofLesson }: Pick<QuizFile, "source" | "part" | "ofLesson">,
	question: Question,
): QuestionInfo {
	const { id, kind, level, points } = question;
	const refs = question.proof.flatMap((proof) =>
		"claim" in proof ? [proof.claim] : "check" in proof ? [proof.check] : [],
	);
	const lessons = [
		...(ofLesson ? [source] : []),
		...(kind === "fixTheCode" ? [question.lesson] : []),
		...refs.map((ref) => ref.split("#")[0]!),
	];
	return { id: `${source}#${id}`, kind, level, points, part, lessons: [...new Set(lessons)] };
}

async function codeOf(question: Question, colour: Colour): Promise<ShownCode | null> {
	if (question.kind === "predictOutput") {
		const { run } = question;
		if (run.in === "node") return colourCode({ text: run.code, language: "ts" }, colour);
		return colourCode({ text: run.files[run.show] ?? "", language: "tsx", title: run.show }, colour);
	}
	return "code" in question && question.code ? colourCode(question.code, colour) : null;
}

async function colourCode({ text, language, title }: QuizCode, colour: Colour): Promise<ShownCode> {
	const clean = text.replace(/^\n+|\s+$/g, "").replaceAll("\t", "  ");
	const html = await colour(clean, language);
	return {
		title: title ?? null,
		lines: clean.split("\n").map((line, index) => ({ text: line, html: html[index] ?? "" })),
	};
}

function bugLines({ code, bug }: Extract<Question, { kind: "spotBug" }>): number[] {
	const lines = code.text.replace(/^\n+|\s+$/g, "").split("\n");
	return [bug.line].flat().map((part) => lines.findIndex((line) => line.includes(part)) + 1);
}

async function kataFiles(
	{ lesson, from }: Extract<Question, { kind: "fixTheCode" }>,
	root: string,
): Promise<Record<string, string | null>> {
	if (typeof from === "string") return (await readVariant(lesson, from, { root })).edits;
	return { ...(await readLesson(lesson, { root })).solution, ...from.files };
}
