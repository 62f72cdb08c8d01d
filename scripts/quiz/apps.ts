import type { CheckResult } from "@/lib/checks/types";
import type { Question } from "@/lib/quiz/schema";
import { readForVerification } from "../lessons/read";
import type { Verifier } from "../lessons/verifier";
import { messageOf } from "../words";
import type { QuizFile } from "./read";
import { judgeOutput, type SnippetProblem } from "./snippets";

/** Whether the key of a question is only known by running an app. */
export function needsApp(question: Question): boolean {
	if (question.kind === "predictOutput") return question.run.in === "next";
	// What a mistake fails is proved where the lesson is verified.
	return question.kind === "fixTheCode" && (question.from === "starter" || typeof question.from !== "string");
}

/** Runs the app of a question in a real sandbox and judges its key by what was seen. */
export async function runApp(
	file: QuizFile,
	question: Question,
	verifier: Verifier,
	root: string,
): Promise<SnippetProblem[]> {
	try {
		const message =
			question.kind === "predictOutput"
				? await runPrediction(file, question, verifier)
				: question.kind === "fixTheCode"
					? await runKata(question, verifier, root)
					: null;
		return message === null ? [] : [{ question: question.id, message }];
	} catch (error) {
		return [{ question: question.id, message: `not run: ${messageOf(error)}` }];
	}
}

async function runPrediction(
	file: QuizFile,
	question: Extract<Question, { kind: "predictOutput" }>,
	verifier: Verifier,
): Promise<string | null> {
	if (question.run.in !== "next") return null;
	// What was observed leaves the sandbox as evidence of a claim.
	const code = `${file.code}
export const checks = [];
export const claims = [{
	id: ${JSON.stringify(question.id)}, statement: "The output", points: [],
	async run(context) {
		const { run } = quiz.find(({ id }) => id === ${JSON.stringify(question.id)});
		const output = await run.observe(context);
		context.show({ kind: "text", label: "output", text: String(output) });
		context.expect(typeof output, "observe gives a string.").toBe("string");
	},
}];`;
	const [result] = await verifier.run({
		lesson: `${file.source} (question ${question.id})`,
		files: question.run.files,
		mode: "development",
		previewPath: "/",
		code,
		claim: question.id,
	});
	const output = result?.evidence.find((evidence) => evidence.kind === "text" && evidence.label === "output");
	if (result?.verdict !== "pass" || output?.kind !== "text")
		return `the app gave no output (${result?.verdict ?? "no verdict"}): ${result?.message ?? ""}`;
	return judgeOutput(question, output.text);
}

async function runKata(
	question: Extract<Question, { kind: "fixTheCode" }>,
	verifier: Verifier,
	root: string,
): Promise<string | null> {
	const lesson = await readForVerification(question.lesson, root);
	const { from } = question;
	const name = typeof from === "string" ? from : "solution";
	const variant = lesson.variants.find((each) => each.name === name);
	if (!lesson.modules || !variant) return `${question.lesson} cannot be read: ${lesson.invalid.join("; ")}`;
	const files = typeof from === "string" ? variant.files : { ...variant.files, ...from.files };
	const { mode, preview } = lesson.source.meta;
	const results = await verifier.run({
		lesson: `${question.lesson} (kata ${question.id})`,
		files,
		mode,
		previewPath: preview,
		code: lesson.modules.code,
		only: question.checks,
	});
	return judgeKataResults(question.checks, results);
}

/** A kata must be broken in the way that it says, and in no other. Pure. */
export function judgeKataResults(
	checks: readonly string[],
	results: readonly Pick<CheckResult, "id" | "verdict" | "message">[],
): string | null {
	const broken = results.find(({ verdict }) => verdict === "broken");
	if (broken) return `"${broken.id}" is broken: ${broken.message}`;
	const failing = results.filter(({ verdict }) => verdict === "fail").map(({ id }) => id);
	return checks.some((id) => failing.includes(id))
		? null
		: `none of its checks fails at the start, so there is nothing to mend (failing: ${failing.join(", ") || "none"})`;
}
