import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createHighlighter } from "shiki";
import { numberedFolders, readTextOrNull } from "@/lib/lessons/folders";
import { listParts } from "@/lib/lessons/load";
import { partSchema } from "@/lib/lessons/schema";
import { LANGUAGES } from "@/lib/quiz/schema";
import type { QuestionInfo, QuizPart, ShownQuestion } from "@/lib/quiz/types";
import { type QuizFile, readQuizFiles } from "../quiz/read";
import { type Colour, infoOf, showQuestion } from "../quiz/show";
import type { GenerateStep } from "./step";

/**
 * Writes `.generated/quiz.ts`, what is known of every question, and one file a part with the questions themselves, so
 * that a page loads those that it shows.
 */
const step: GenerateStep = {
	name: "quiz",
	inputs: ["lessons", "scripts/quiz", "lib/quiz", "lib/lessons"],
	outputs: [".generated/quiz.ts"],
	async run(root) {
		const files = await readQuizFiles(root);
		const folder = join(root, ".generated/quiz");
		await rm(folder, { recursive: true, force: true });
		await mkdir(folder, { recursive: true });
		const colour = await openColour();
		const parts = await quizParts(root, files);
		for (const { name } of parts) {
			const questions: ShownQuestion[] = [];
			for (const file of files.filter(({ part }) => part === name)) {
				for (const question of file.questions)
					questions.push(await showQuestion(file, question, colour, root));
			}
			await writeFile(join(folder, `${name}.ts`), moduleOf("ShownQuestion", questions));
		}
		const infos = files.flatMap((file) => file.questions.map((question) => infoOf(file, question)));
		await writeFile(join(root, ".generated/quiz.ts"), await indexOf(root, parts, infos));
	},
};

function moduleOf(type: string, value: unknown): string {
	return `// Generated from lessons/. Do not edit.
import type { ${type} } from "@/lib/quiz/types";

const questions: ${type}[] = ${JSON.stringify(value, null, "\t")};
export default questions;
`;
}

async function indexOf(root: string, parts: QuizPart[], infos: QuestionInfo[]): Promise<string> {
	const lessons = (await listParts({ root })).flatMap((part) =>
		part.lessons.map(({ slug, title }) => ({ slug, title })),
	);
	const loaders = parts.map(
		({ name }) => `\t${JSON.stringify(name)}: async () => (await import("./quiz/${name}")).default,\n`,
	);
	return `// Generated from lessons/. Do not edit.
import type { LessonLink, QuestionInfo, QuizPart, ShownQuestion } from "@/lib/quiz/types";

export const quizParts: QuizPart[] = ${JSON.stringify(parts, null, "\t")};

export const quizQuestions: QuestionInfo[] = ${JSON.stringify(infos, null, "\t")};

/** Every lesson, for the links of what to read next. */
export const quizLessons: LessonLink[] = ${JSON.stringify(lessons, null, "\t")};

export const loadQuizPart: Record<string, () => Promise<ShownQuestion[]>> = {
${loaders.join("")}};
`;
}

async function quizParts(root: string, files: QuizFile[]): Promise<QuizPart[]> {
	const parts: QuizPart[] = [];
	for (const { folder, name } of await numberedFolders(root, "lessons")) {
		if (!files.some(({ part }) => part === name)) continue;
		const text = await readTextOrNull(root, `lessons/${folder}/part.json`);
		const { title } = partSchema.parse(JSON.parse(text ?? "null"));
		parts.push({ name, title });
	}
	return parts;
}

/** Colours as in the prose of lessons: both themes as CSS variables, one picked by app/prose.css. */
async function openColour(): Promise<Colour> {
	const themes = { light: "github-light-default", dark: "github-dark-default" } as const;
	const shiki = await createHighlighter({
		themes: Object.values(themes),
		langs: LANGUAGES.filter((language) => language !== "text"),
	});
	return async (code, language) => {
		const { tokens } = shiki.codeToTokens(code, {
			lang: language as (typeof LANGUAGES)[number],
			themes,
			defaultColor: false,
		});
		return tokens.map((line) =>
			line
				.map(({ content, htmlStyle }) => {
					const style = Object.entries(htmlStyle ?? {})
						.map(([name, value]) => `${name}:${value}`)
						.join(";");
					return `<span style="${escapeHtml(style)}">${escapeHtml(content)}</span>`;
				})
				.join(""),
		);
	};
}

function escapeHtml(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}

export default step;
