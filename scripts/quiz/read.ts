import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import * as z from "zod";
import { LessonError } from "@/lib/lessons/error";
import { numberedFolders } from "@/lib/lessons/folders";
import { readSources } from "@/lib/lessons/load";
import { type Question, quizSchema } from "@/lib/quiz/schema";
import { ROOT } from "../root";

/** One file of questions. */
export interface QuizFile {
	/** `convention/your-first-action` for a lesson's file, `interview/the-six-questions` for a part's. */
	source: string;
	/** Relative to the root. */
	file: string;
	/** The part's name, without its number. */
	part: string;
	/** Whether it is the file of a lesson. */
	ofLesson: boolean;
	questions: Question[];
	/** As one ES module for a browser, with the export `quiz`. */
	code: string;
}

/** Where questions stand: `lessons/<part>/<lesson>/quiz.ts` and `lessons/<part>/<name>.quiz.ts`, in order. */
export async function findQuizFiles(
	root: string,
): Promise<Pick<QuizFile, "source" | "file" | "part" | "ofLesson">[]> {
	const found: Pick<QuizFile, "source" | "file" | "part" | "ofLesson">[] = [];
	const lessons = await readSources({ root });
	for (const { folder, name: part } of await numberedFolders(root, "lessons")) {
		for (const { slug, dir } of lessons.filter((lesson) => lesson.dir.startsWith(`lessons/${folder}/`))) {
			const names = await readdir(join(root, dir));
			if (names.includes("quiz.ts"))
				found.push({ source: slug, file: `${dir}/quiz.ts`, part, ofLesson: true });
		}
		for (const name of (await readdir(join(root, "lessons", folder))).sort()) {
			const match = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.quiz\.ts$/.exec(name);
			if (!match) continue;
			const source = `${part}/${match[1]}`;
			const file = `lessons/${folder}/${name}`;
			if (lessons.some(({ slug }) => slug === source))
				throw new LessonError(file, `has the name of the lesson ${source}; call it something else`);
			found.push({ source, file, part, ofLesson: false });
		}
	}
	return found;
}

/** Reads one file of questions. Throws a `LessonError` that names question and field. */
export async function readQuizFile(
	root: string,
	place: Pick<QuizFile, "source" | "file" | "part" | "ofLesson">,
): Promise<QuizFile> {
	const { file } = place;
	const code = await bundleQuiz(root, file);
	let quiz: unknown;
	try {
		({ quiz } = await import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`));
	} catch (error) {
		throw new LessonError(file, `cannot be loaded: ${String(error)}`, { cause: error });
	}
	const parsed = quizSchema.safeParse(quiz);
	if (!parsed.success) throw new LessonError(file, describeIssues(parsed.error, quiz));
	return { ...place, code, questions: parsed.data };
}

/** Every file of questions below `root`. Throws a `LessonError`. */
export async function readQuizFiles(root: string): Promise<QuizFile[]> {
	const files: QuizFile[] = [];
	for (const place of await findQuizFiles(root)) files.push(await readQuizFile(root, place));
	return files;
}

async function bundleQuiz(root: string, file: string): Promise<string> {
	try {
		const { outputFiles } = await build({
			stdin: {
				contents: `export { default as quiz } from ${JSON.stringify(join(root, file))};`,
				resolveDir: root,
				loader: "ts",
			},
			bundle: true,
			write: false,
			format: "esm",
			platform: "browser",
			target: "es2022",
			logLevel: "silent",
			tsconfig: join(ROOT, "tsconfig.json"),
			nodePaths: [join(ROOT, "node_modules")],
		});
		return outputFiles[0]!.text;
	} catch (error) {
		throw new LessonError(file, `cannot be bundled: ${String(error)}`, { cause: error });
	}
}

function describeIssues(error: z.ZodError, quiz: unknown): string {
	return error.issues
		.map(({ path, message }) => {
			const [index, ...rest] = path;
			const question = Array.isArray(quiz) && typeof index === "number" ? quiz[index] : undefined;
			const id = z.object({ id: z.string() }).safeParse(question);
			const name = id.success ? id.data.id : index === undefined ? "the file" : `question ${String(index)}`;
			return `${[name, ...rest].map(String).join(" → ")}: ${message}`;
		})
		.join("; ");
}
