import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import type { Question } from "@/lib/quiz/schema";
import { ROOT } from "../root";
import { messageOf } from "../words";

const TIMEOUT_MS = 20_000;

export interface SnippetProblem {
	question: string;
	message: string;
}

/**
 * Runs the snippets of a question that need plain Node only, and holds what they print against its key. Gives what is
 * wrong, and how many were run.
 */
export async function runSnippets(question: Question): Promise<{ ran: number; problems: SnippetProblem[] }> {
	const problems: SnippetProblem[] = [];
	let ran = 0;
	const add = (message: string) => problems.push({ question: question.id, message });
	for (const proof of question.proof) {
		if (!("snippet" in proof)) continue;
		ran += 1;
		const outcome = await attempt(proof.snippet.code);
		if (!outcome.ok) add(outcome.message);
		else if (sameOutput(outcome.text, proof.snippet.prints) === false)
			add(`the snippet prints ${JSON.stringify(outcome.text)}, not ${JSON.stringify(proof.snippet.prints)}`);
	}
	if (question.kind === "predictOutput" && question.run.in === "node") {
		ran += 1;
		const outcome = await attempt(question.run.code);
		const message = outcome.ok ? judgeOutput(question, outcome.text) : outcome.message;
		if (message !== null) add(message);
	}
	return { ran, problems };
}

/** What speaks against the key when this is what really comes out; `null` when nothing does. Pure. */
export function judgeOutput(
	{ options }: Extract<Question, { kind: "predictOutput" }>,
	output: string,
): string | null {
	const right = options.filter(({ text }) => sameOutput(text, output));
	const key = options.find(({ correct }) => correct);
	if (right.length === 1 && right[0] === key) return null;
	if (right.length > 1) return `more than one option is what comes out: ${JSON.stringify(output)}`;
	const seen = right[0] ? "another option is right" : "no option is right";
	return `${seen}: the output is ${JSON.stringify(output)}, and the key says ${JSON.stringify(key?.text)}`;
}

/** Whether two outputs are the same to a reader: white space at the ends of lines and of the whole does not count. */
export function sameOutput(a: string, b: string): boolean {
	return normal(a) === normal(b);
}

function normal(text: string): string {
	return text
		.split("\n")
		.map((line) => line.trimEnd())
		.join("\n")
		.trim();
}

type Outcome = { ok: true; text: string } | { ok: false; message: string };

async function attempt(code: string): Promise<Outcome> {
	try {
		return { ok: true, text: await runNode(code) };
	} catch (error) {
		return { ok: false, message: `the snippet cannot be run: ${messageOf(error)}` };
	}
}

/** Runs a TypeScript module in a process of its own; resolves with its stdout. */
async function runNode(code: string): Promise<string> {
	const { outputFiles } = await build({
		stdin: { contents: code, resolveDir: ROOT, loader: "tsx" },
		bundle: true,
		write: false,
		format: "esm",
		platform: "node",
		target: "node20",
		logLevel: "silent",
		nodePaths: [join(ROOT, "node_modules")],
		define: { "process.env.NODE_ENV": '"production"' },
	});
	// Below the repository, so that what is left out of the bundle is found.
	await mkdir(join(ROOT, ".generated"), { recursive: true });
	const folder = await mkdtemp(join(ROOT, ".generated/snippet-"));
	try {
		const file = join(folder, "snippet.mjs");
		await writeFile(file, outputFiles[0]!.text);
		return await output(file);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

function output(file: string): Promise<string> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [file], {
			env: { NODE_ENV: "production", PATH: process.env.PATH, TZ: "UTC", NO_COLOR: "1" },
			stdio: ["ignore", "pipe", "pipe"],
			signal: AbortSignal.timeout(TIMEOUT_MS),
		});
		let stdout = "";
		let stderr = "";
		child.stdout.setEncoding("utf8").on("data", (text) => {
			stdout += text;
		});
		child.stderr.setEncoding("utf8").on("data", (text) => {
			stderr += text;
		});
		child.on("error", (error) =>
			reject(error.name === "AbortError" ? new Error(`it did not end within ${TIMEOUT_MS / 1000} s`) : error),
		);
		child.on("close", (code) => {
			if (code === 0) resolve(stdout);
			else reject(new Error(`it ended with code ${code}: ${stderr.trim().split("\n").slice(-6).join("\n")}`));
		});
	});
}
