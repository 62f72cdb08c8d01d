import type { CheckResult } from "@/lib/checks/types";
import { messageOf } from "../words";
import { type GateInput, type GateReport, judgeLesson } from "./gate";
import type { BundledModules } from "./modules";
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

/** One row of a lesson's table, or one of its claims. */
export interface LessonTask {
	kind: "variant" | "claim";
	/** The variant's name, or the claim's id. */
	name: string;
	task: VerifyTask;
	/** The verdicts it must give. */
	ids: { id: string; title: string }[];
}

/** Everything that is to be run of a lesson, variants first. */
export function tasksOf(lesson: LessonToVerify): LessonTask[] {
	const { modules, variants } = lesson;
	if (!modules) return [];
	return [
		...(modules.checks.length === 0 ? [] : variants.map((variant) => variantTask(lesson, modules, variant))),
		...modules.claims.map((claim) => claimTask(lesson, modules, claim)),
	];
}

/** Runs everything of a lesson: all checks over all variants, and all claims. Judges what came out. */
export async function runLesson(
	lesson: LessonToVerify,
	verifier: Verifier,
	progress: (line: string) => void = () => {},
): Promise<LessonReport> {
	const started = performance.now();
	const table: Record<string, CheckResult[]> = Object.fromEntries(
		lesson.variants.map(({ name }) => [name, []]),
	);
	const claims = new Map<string, CheckResult[]>();
	await Promise.all(
		tasksOf(lesson).map(async (each) => {
			const results = await runTask(each, verifier);
			if (each.kind === "variant") table[each.name] = results;
			else claims.set(each.name, results);
			const what = each.kind === "variant" ? each.name : `claim ${each.name}`;
			progress(`${lesson.slug} ${what}: ${tally(results)}`);
		}),
	);
	return reportOf(lesson, table, [...claims.values()].flat(), performance.now() - started);
}

/** What the gate says to the results of a lesson. */
export function reportOf(
	lesson: LessonToVerify,
	table: Record<string, CheckResult[]>,
	claims: CheckResult[],
	durationMs: number,
): LessonReport {
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
		durationMs,
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
	variant: Pick<VariantToRun, "name" | "files" | "mode">,
	verifier: Verifier,
): Promise<CheckResult[]> {
	const { modules } = lesson;
	if (!modules || modules.checks.length === 0) return [];
	return runTask(variantTask(lesson, modules, variant), verifier);
}

export async function runClaims(lesson: LessonToVerify, verifier: Verifier): Promise<CheckResult[]> {
	const { modules } = lesson;
	if (!modules) return [];
	const results = modules.claims.map((claim) => runTask(claimTask(lesson, modules, claim), verifier));
	return (await Promise.all(results)).flat();
}

export function variantTask(
	lesson: LessonToVerify,
	{ checks, code }: BundledModules,
	{ name, files, mode }: Pick<VariantToRun, "name" | "files" | "mode">,
): LessonTask {
	const task = taskFor(lesson, code, name, files);
	return { kind: "variant", name, ids: checks, task: { ...task, mode: mode ?? task.mode } };
}

function claimTask(
	lesson: LessonToVerify,
	{ code }: BundledModules,
	{ id, statement, mode }: BundledModules["claims"][number],
): LessonTask {
	const task = taskFor(lesson, code, `claim ${id}`, lesson.claimFiles[id] ?? {});
	return {
		kind: "claim",
		name: id,
		ids: [{ id, title: statement }],
		task: { ...task, claim: id, mode: mode ?? task.mode },
	};
}

function taskFor(lesson: LessonToVerify, code: string, name: string, files: VerifyTask["files"]): VerifyTask {
	const { mode, preview } = lesson.source.meta;
	return { lesson: `${lesson.slug} (${name})`, files, mode, previewPath: preview, code };
}

/** A sandbox that cannot run the task at all makes each of its verdicts broken. */
export async function runTask({ task, ids }: LessonTask, verifier: Verifier): Promise<CheckResult[]> {
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
