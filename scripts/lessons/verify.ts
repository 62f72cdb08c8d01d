import type { CheckResult } from "@/lib/checks/types";
import { listLessons } from "@/lib/lessons/load";
import { count } from "../words";
import { type Options, UsageError } from "./arguments";
import { judgeOne, type Problem } from "./gate";
import { type ClaimSentence, claimSentences } from "./mdx-ids";
import { onMachine } from "./on-machine";
import { overlayOfFolder } from "./overlay-of-folder";
import { describeReport, describeResults } from "./print";
import { type LessonToVerify, readForVerification, type VariantToRun } from "./read";
import { verifyRepeatedly } from "./repeat";
import { gateFacts, type LessonReport, runClaims, runLesson, runVariant } from "./run-lesson";
import type { Verifier } from "./verifier";

/** Where a command prints: `say` for people; `progress` never mixes with `--json`. */
export interface Output {
	say(text: string): void;
	progress(text: string): void;
	json(value: unknown): void;
}

export type OpenVerifier = () => Promise<Verifier>;

/** `verify`. Resolves with the exit code. */
export async function verify(options: Options, open: OpenVerifier, out: Output): Promise<number> {
	if (options.files !== null) return verifyFolder(options, options.files, open, out);
	const lessons = await readLessons(options);
	if (options.repeat !== null) {
		const rounds = { repeat: options.repeat, shuffle: options.shuffle, seed: options.seed };
		return withVerifier(open, (verifier) => verifyRepeatedly(lessons, rounds, verifier, out));
	}
	if (options.variant !== null) return verifyVariant(lessons, options.variant, open, out);
	if (options.quick) return verifyQuickly(lessons, open, out);
	const reports = await withVerifier(open, (verifier) => gateAll(lessons, verifier, out));
	const verdicts = reports.reduce((sum, report) => sum + report.gate.verdicts, 0);
	const rejected = reports.filter(({ accepted }) => !accepted);
	out.say(
		`\n${count(reports.length - rejected.length, "lesson")} accepted, ${rejected.length} rejected; ${count(verdicts, "verdict")} executed.`,
	);
	out.json({ accepted: rejected.length === 0, verdicts, lessons: reports.map(jsonOfReport) });
	return rejected.length === 0 && verdicts > 0 ? 0 : 1;
}

/** The whole gate for each lesson, printed as it goes. */
export async function gateAll(
	lessons: LessonToVerify[],
	verifier: Verifier,
	out: Output,
): Promise<LessonReport[]> {
	const reports: LessonReport[] = [];
	const start = (lesson: LessonToVerify | undefined) => {
		const running = lesson && runLesson(lesson, verifier, (line) => out.progress(`  ${line}`));
		// Awaited in its turn; until then a failure must not count as one that nobody looked at.
		running?.catch(() => {});
		return running;
	};
	// The next lesson begins while the last sandboxes of this one are at work.
	let next = start(lessons[0]);
	for (const index of lessons.keys()) {
		const current = next;
		next = start(lessons[index + 1]);
		const report = await current;
		if (!report) continue;
		out.say(describeReport(report));
		reports.push(report);
	}
	return reports;
}

/** `claims`. Resolves with the exit code. */
export async function verifyClaims(options: Options, open: OpenVerifier, out: Output): Promise<number> {
	const lessons = await readLessons(options);
	return withVerifier(open, async (verifier) => {
		const claims: { slug: string; results: CheckResult[]; unproved: ClaimSentence[] }[] = [];
		for (const lesson of lessons) {
			for (const message of lesson.modules ? [] : lesson.invalid) out.say(`✗ ${message}`);
			const results = await runClaims(lesson, verifier);
			out.say(`\n${lesson.slug}\n${describeResults(results)}`);
			const unproved = sentencesWithoutProof(lesson, results);
			for (const { id, text } of unproved) out.say(`  ✗ no proof${id === null ? "" : ` (${id})`}: “${text}”`);
			claims.push({ slug: lesson.slug, results, unproved });
		}
		const all = claims.flatMap(({ results }) => results);
		const proved = all.filter(({ verdict }) => verdict === "pass").length;
		const unread = lessons.filter(({ modules }) => modules === null).length;
		const sentences = claims.flatMap(({ unproved }) => unproved).length;
		const without = sentences > 0 ? ` ${count(sentences, "sentence")} marked as a claim without proof.` : "";
		out.say(`\n${proved} of ${count(all.length, "claim")} proved.${without}`);
		out.json({ proved, claims });
		return all.length > 0 && proved === all.length && unread === 0 && sentences === 0 ? 0 : 1;
	});
}

/** Sentences of the prose that are marked as claims, and of which no claim was proved now. */
function sentencesWithoutProof(lesson: LessonToVerify, results: CheckResult[]): ClaimSentence[] {
	const proved = new Set(results.filter(({ verdict }) => verdict === "pass").map(({ id }) => id));
	return claimSentences(lesson.source.body).filter(({ id }) => id === null || !proved.has(id));
}

interface ChosenVariant {
	lesson: LessonToVerify;
	variant: VariantToRun;
}

async function verifyVariant(
	lessons: LessonToVerify[],
	name: string,
	open: OpenVerifier,
	out: Output,
): Promise<number> {
	const chosen = lessons.map((lesson): ChosenVariant => {
		const variant = lesson.variants.find((each) => each.name === name);
		if (variant) return { lesson, variant };
		const names = lesson.variants.map((each) => each.name).join(", ");
		throw new UsageError(
			[`${lesson.slug} has no variant "${name}"; it has ${names || "none"}.`, ...lesson.invalid].join("\n"),
		);
	});
	return verifyVariants(chosen, open, out);
}

/** What tells most in little time: that the starter fails, the solution passes, and one mistake is told as it must be. */
function verifyQuickly(lessons: LessonToVerify[], open: OpenVerifier, out: Output): Promise<number> {
	return verifyVariants(lessons.flatMap(quickSelection), open, out);
}

/** The variants of a lesson that `--quick` runs. */
export function quickSelection(lesson: LessonToVerify): ChosenVariant[] {
	const mistake = lesson.variants.find(({ name }) => name.startsWith("mistakes/"))?.name;
	return lesson.variants
		.filter(({ name }) => name === "starter" || name === "solution" || name === mistake)
		.map((variant) => ({ lesson, variant }));
}

async function verifyVariants(chosen: ChosenVariant[], open: OpenVerifier, out: Output): Promise<number> {
	const rows = await withVerifier(open, (verifier) => judgeVariants(chosen, verifier, out));
	out.say(`\n${rows.filter(({ holds }) => holds).length} of ${count(rows.length, "variant")} as expected.`);
	out.json(rows);
	return rows.length > 0 && rows.every(({ holds }) => holds) ? 0 : 1;
}

export interface VariantReport {
	slug: string;
	variant: string;
	holds: boolean;
	problems: Problem[];
	results: CheckResult[];
}

/** Each variant by itself, one after another, printed as it goes. */
export async function judgeVariants(
	chosen: ChosenVariant[],
	verifier: Verifier,
	out: Output,
): Promise<VariantReport[]> {
	const rows: VariantReport[] = [];
	for (const { lesson, variant } of chosen) {
		const { name } = variant;
		const results = await runVariant(lesson, variant, verifier);
		const problems = judgeOne({ ...gateFacts(lesson), table: { [name]: results } }, variant);
		out.say(`\n${lesson.slug} ${name}\n${describeResults(results)}`);
		for (const { rule, message } of problems) out.say(`  ✗ ${rule}: ${message}`);
		out.say(`  ${problems.length === 0 ? "As expected." : "NOT as expected."}`);
		rows.push({ slug: lesson.slug, variant: name, holds: problems.length === 0, problems, results });
	}
	return rows;
}

async function verifyFolder(options: Options, dir: string, open: OpenVerifier, out: Output): Promise<number> {
	const overlay = await overlayOfFolder(dir);
	const [lesson] = await readLessons(options);
	const starter = lesson?.variants.find(({ name }) => name === "starter");
	if (!lesson?.modules || !starter) throw new Error(lesson?.invalid.join("\n") ?? "There is no such lesson.");
	const variant = { name: "files", files: { ...starter.files, ...overlay } };
	const results = await withVerifier(open, (verifier) => runVariant(lesson, variant, verifier));
	out.say(`\n${lesson.slug} over ${dir}\n${describeResults(results)}`);
	const code = exitCodeOfFolder(results);
	out.json({ slug: lesson.slug, files: dir, exitCode: code, results });
	return code;
}

/** 0: all pass, 1: some do not, 2: anything is broken or nothing was run. */
export function exitCodeOfFolder(results: Pick<CheckResult, "verdict">[]): 0 | 1 | 2 {
	if (results.length === 0 || results.some(({ verdict }) => verdict === "broken")) return 2;
	return results.every(({ verdict }) => verdict === "pass") ? 0 : 1;
}

/** The lessons asked for, each with what the machine can run of it. */
export async function readLessons({ slugs, lessonsRoot, machine }: Options): Promise<LessonToVerify[]> {
	const all = (await listLessons({ root: lessonsRoot })).map(({ slug }) => slug);
	const unknown = slugs.filter((slug) => !all.includes(slug));
	if (unknown.length > 0) {
		throw new UsageError(
			`There is no lesson ${unknown.join(", ")}. The lessons are: ${all.join(", ") || "none"}.`,
		);
	}
	if (all.length === 0) throw new UsageError("There are no lessons.");
	const lessons: LessonToVerify[] = [];
	for (const slug of slugs.length > 0 ? slugs : all) {
		const { lesson, leftOut } = onMachine(await readForVerification(slug, lessonsRoot), machine);
		if (lesson) lessons.push(lesson);
		if (leftOut.length > 0) console.error(`${slug}: not run on ${machine}: ${leftOut.join(", ")}`);
	}
	return lessons;
}

export async function withVerifier<T>(
	open: OpenVerifier,
	use: (verifier: Verifier) => Promise<T>,
): Promise<T> {
	const verifier = await open();
	try {
		return await use(verifier);
	} finally {
		await verifier.close();
	}
}

function jsonOfReport({ slug, accepted, gate, table, claims, durationMs }: LessonReport) {
	return { slug, accepted, ...gate, table, claims, durationMs };
}
