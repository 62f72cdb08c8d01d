import type { CheckResult } from "@/lib/checks/types";
import { messageOf } from "../words";
import { type GateInput, type GateReport, judgeLesson } from "./gate";
import type { LessonToVerify, VariantToRun } from "./read";
import { ProductUnusable, type Verifier, type VerifyTask } from "./verifier";

export interface LessonReport {
	slug: string;
	accepted: boolean;
	gate: GateReport;
	variants: GateInput["variants"];
	checkIds: string[];
	table: Record<string, CheckResult[]>;
	claims: CheckResult[];
	durationMs: number;
}

/** Runs everything of a lesson: all checks over all variants, and all claims. Judges what came out. */
export async function runLesson(
	lesson: LessonToVerify,
	verifier: Verifier,
	progress: (line: string) => void = () => {},
): Promise<LessonReport> {
	const started = performance.now();
	const table: Record<string, CheckResult[]> = {};
	const [, claims] = await Promise.all([
		Promise.all(
			lesson.variants.map(async (variant) => {
				table[variant.name] = await runVariant(lesson, variant, verifier);
				progress(`${lesson.slug} ${variant.name}: ${tally(table[variant.name]!)}`);
			}),
		),
		runClaims(lesson, verifier, progress),
	]);
	const gate = judgeLesson({ ...gateFacts(lesson), table, claimResults: claims });
	if (!lesson.recorded)
		gate.warnings.push(
			`What its solution does is not recorded yet: npm run lessons -- record ${lesson.slug}`,
		);
	return {
		slug: lesson.slug,
		accepted: gate.problems.length === 0,
		gate,
		variants: lesson.variants,
		checkIds: (lesson.modules?.checks ?? []).map(({ id }) => id),
		table,
		claims,
		durationMs: performance.now() - started,
	};
}

/** What the gate is told of a lesson besides results. */
export function gateFacts(lesson: LessonToVerify): Omit<GateInput, "table" | "claimResults"> {
	const { modules, variants, claimFolders, mdx, invalid, placeholders } = lesson;
	const { checks, claims } = modules ?? { checks: [], claims: [] };
	return { checks, claims, variants, claimFolders, mdx, invalid, placeholders };
}

/** The verdicts of a lesson's checks over one variant. A sandbox that does not come up makes each of them broken. */
export async function runVariant(
	lesson: LessonToVerify,
	variant: Pick<VariantToRun, "name" | "files">,
	verifier: Verifier,
): Promise<CheckResult[]> {
	const { modules } = lesson;
	if (!modules || modules.checks.length === 0) return [];
	const task = taskFor(lesson, modules.code, variant.name, variant.files);
	return runOrBroken(verifier, task, modules.checks);
}

export async function runClaims(
	lesson: LessonToVerify,
	verifier: Verifier,
	progress: (line: string) => void = () => {},
): Promise<CheckResult[]> {
	const { modules } = lesson;
	if (!modules) return [];
	const results = await Promise.all(
		modules.claims.map(async ({ id, statement, mode }) => {
			const task = taskFor(lesson, modules.code, `claim ${id}`, lesson.claimFiles[id] ?? {});
			const job = { ...task, claim: id, mode: mode ?? task.mode };
			const result = await runOrBroken(verifier, job, [{ id, title: statement }]);
			progress(`${lesson.slug} claim ${id}: ${tally(result)}`);
			return result;
		}),
	);
	return results.flat();
}

function taskFor(lesson: LessonToVerify, code: string, name: string, files: VerifyTask["files"]): VerifyTask {
	const { mode, preview } = lesson.source.meta;
	return { lesson: `${lesson.slug} (${name})`, files, mode, previewPath: preview, code };
}

async function runOrBroken(
	verifier: Verifier,
	task: VerifyTask,
	ids: { id: string; title: string }[],
): Promise<CheckResult[]> {
	try {
		return await verifier.run(task);
	} catch (error) {
		if (error instanceof ProductUnusable) throw error;
		const message = `Not run: ${messageOf(error)}`;
		return ids.map(({ id, title }) => ({
			id,
			title,
			verdict: "broken",
			did: [],
			message,
			expected: "",
			observed: "",
			evidence: [],
			assertions: 0,
			durationMs: 0,
			sourceHash: "",
		}));
	}
}

export function tally(results: Pick<CheckResult, "verdict">[]): string {
	const verdicts = ["pass", "fail", "blocked", "broken"] as const;
	const parts = verdicts
		.map((verdict) => ({ verdict, n: results.filter((result) => result.verdict === verdict).length }))
		.filter(({ n }) => n > 0)
		.map(({ verdict, n }) => `${n} ${verdict}`);
	return parts.length > 0 ? parts.join(", ") : "nothing was run";
}
