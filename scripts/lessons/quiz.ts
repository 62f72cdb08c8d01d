import { LessonError } from "@/lib/lessons/error";
import { needsApp, runApp } from "../quiz/apps";
import { judgeQuiz } from "../quiz/judge";
import { findQuizFiles, type QuizFile, readQuizFile } from "../quiz/read";
import { runSnippets } from "../quiz/snippets";
import { readWorld } from "../quiz/world";
import { count } from "../words";
import { type Options, UsageError } from "./arguments";
import type { OpenVerifier, Output } from "./verify";
import { withVerifier } from "./verify";

interface FileReport {
	source: string;
	file: string;
	questions: number;
	problems: { rule: string; question: string | null; message: string }[];
}

/**
 * `quiz`: every question of the files asked for. A product is opened only where a key needs a running app. Resolves
 * with the exit code.
 */
export async function verifyQuiz(
	options: Pick<Options, "slugs" | "lessonsRoot" | "static">,
	open: OpenVerifier,
	out: Output,
): Promise<number> {
	const sources = await quizSources(options.lessonsRoot);
	const unknown = options.slugs.filter((slug) => !sources.includes(slug));
	if (unknown.length > 0)
		throw new UsageError(
			`There are no questions for ${unknown.join(", ")}. There are some for: ${sources.join(", ") || "nothing"}.`,
		);
	const slugs = options.slugs.length > 0 ? options.slugs : sources;
	const { questions, ran, problems, files } = await gateQuiz({ ...options, slugs }, open, out);
	out.json({ accepted: problems === 0, questions, ran, files });
	return problems === 0 && questions > 0 ? 0 : 1;
}

/** For what there are questions: slugs of lessons, and names of a part's own files. */
export async function quizSources(root: string): Promise<string[]> {
	return (await findQuizFiles(root)).map(({ source }) => source);
}

export interface QuizReport {
	questions: number;
	/** Outputs that were compared with a key. */
	ran: number;
	problems: number;
	files: FileReport[];
}

/** The whole gate for the questions of these sources, printed as it goes. */
export async function gateQuiz(
	{ slugs, lessonsRoot: root, static: isStatic }: Pick<Options, "slugs" | "lessonsRoot" | "static">,
	open: OpenVerifier,
	out: Output,
): Promise<QuizReport> {
	const world = await readWorld(root);
	const reports: FileReport[] = [];
	const apps: { file: QuizFile; report: FileReport }[] = [];
	let ran = 0;
	for (const place of (await findQuizFiles(root)).filter(({ source }) => slugs.includes(source))) {
		const report: FileReport = { source: place.source, file: place.file, questions: 0, problems: [] };
		reports.push(report);
		try {
			const file = await readQuizFile(root, place);
			report.questions = file.questions.length;
			report.problems.push(...judgeQuiz(file.questions, world));
			for (const question of file.questions) {
				const outcome = await runSnippets(question);
				ran += outcome.ran;
				report.problems.push(...outcome.problems.map((problem) => ({ rule: "output", ...problem })));
			}
			if (file.questions.some(needsApp)) apps.push({ file, report });
		} catch (error) {
			if (!(error instanceof LessonError)) throw error;
			report.problems.push({ rule: "invalid", question: null, message: error.message });
		}
	}
	const waiting = apps.flatMap(({ file }) => file.questions.filter(needsApp)).length;
	if (waiting > 0 && !isStatic) ran += await runApps(apps, open, out, root);
	for (const report of reports) out.say(describe(report));
	const problems = reports.reduce((sum, report) => sum + report.problems.length, 0);
	const questions = reports.reduce((sum, report) => sum + report.questions, 0);
	const left = isStatic && waiting > 0 ? ` ${count(waiting, "question")} not run: they need an app.` : "";
	out.say(
		`\n${count(questions, "question")} in ${count(reports.length, "file")}, ${count(ran, "output")} compared, ${count(problems, "problem")}.${left}`,
	);
	return { questions, ran, problems, files: reports };
}

function runApps(
	apps: { file: QuizFile; report: FileReport }[],
	open: OpenVerifier,
	out: Output,
	root: string,
): Promise<number> {
	return withVerifier(open, async (verifier) => {
		const jobs = apps.flatMap(({ file, report }) =>
			file.questions.filter(needsApp).map((question) => ({ file, report, question })),
		);
		await Promise.all(
			jobs.map(async ({ file, report, question }) => {
				const problems = await runApp(file, question, verifier, root);
				out.progress(
					`  ${file.source}#${question.id}: ${problems.length === 0 ? "as keyed" : "NOT as keyed"}`,
				);
				report.problems.push(...problems.map((problem) => ({ rule: "output", ...problem })));
			}),
		);
		return jobs.length;
	});
}

function describe({ source, file, questions, problems }: FileReport): string {
	const lines = [
		`${problems.length === 0 ? "✓" : "✗"} ${source}  ${count(questions, "question")}  (${file})`,
	];
	for (const { rule, question, message } of problems)
		lines.push(`    ${rule}: ${question === null ? "" : `${question}: `}${message}`);
	return lines.join("\n");
}
