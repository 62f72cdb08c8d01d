import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { listLessons } from "@/lib/lessons/load";
import { ROOT } from "../root";
import { count } from "../words";
import type { GateReport, Rule } from "./gate";
import { truthTable } from "./print";
import { readForVerification } from "./read";
import { type LessonReport, runLesson } from "./run-lesson";
import type { Verifier } from "./verifier";
import type { Output } from "./verify";

export const CANARIES = join(ROOT, "tests/content/canaries");

/** `canary.json`: how the gate must judge the lesson beside it. */
export const canarySchema = z.strictObject({
	/** What is wrong with it, for people. */
	describes: z.string().min(10),
	/** The gate turns it down for exactly these rules; none: it must accept it. */
	rules: z.array(z.string().transform((rule) => rule as Rule)),
	/** In the message of one of the problems. */
	phrase: z.string().optional(),
});
export type CanaryExpectation = z.infer<typeof canarySchema>;

export interface CanaryReport {
	name: string;
	verdicts: number;
	/** Why the gate did not judge it as it must; `null` when it did. */
	fault: string | null;
}

/** Names of all canaries. */
export async function listCanaries(): Promise<string[]> {
	const entries = await readdir(CANARIES, { withFileTypes: true });
	return entries
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name)
		.sort();
}

export async function readCanary(name: string): Promise<CanaryExpectation> {
	return canarySchema.parse(JSON.parse(await readFile(join(CANARIES, name, "canary.json"), "utf8")));
}

/** Runs the gate over lessons that are wrong on purpose: a gate that accepts one of them is of no use. */
export async function runCanaries(
	verifier: Verifier,
	out: Output,
	only: string[] = [],
): Promise<CanaryReport[]> {
	const reports: CanaryReport[] = [];
	for (const name of await listCanaries()) {
		if (only.length > 0 && !only.includes(name)) continue;
		const expectation = await readCanary(name);
		const report = await runCanary(name, verifier);
		const fault = judgeCanary(expectation, report.gate);
		if (fault !== null) out.say(`\n${name}\n${truthTable(report.variants, report.checkIds, report.table)}`);
		out.progress(`  canary ${name}: ${fault ?? wordFor(expectation)}`);
		reports.push({ name, verdicts: report.gate.verdicts, fault });
	}
	return reports;
}

/** `null` where the gate judged as it must, otherwise what it did instead. */
export function judgeCanary({ rules, phrase }: CanaryExpectation, { problems }: GateReport): string | null {
	const said = problems.map(({ rule, message }) => `${rule}: ${message}`).join("; ") || "nothing";
	const missing = rules.filter((rule) => !problems.some((problem) => problem.rule === rule));
	if (missing.length > 0) return `must be rejected for ${missing.join(", ")}; the gate said: ${said}`;
	if (problems.some(({ rule }) => !rules.includes(rule)))
		return `must be ${rules.length === 0 ? "accepted" : `rejected for ${rules.join(", ")} only`}; the gate said: ${said}`;
	if (phrase !== undefined && !problems.some(({ message }) => message.includes(phrase)))
		return `no problem says "${phrase}"; the gate said: ${said}`;
	return null;
}

export function describeCanaries(canaries: CanaryReport[]): string {
	const faults = canaries.filter(({ fault }) => fault !== null);
	const verdicts = canaries.reduce((sum, canary) => sum + canary.verdicts, 0);
	return [
		...faults.map(({ name, fault }) => `✗ canary ${name}: ${fault}`),
		`${count(canaries.length - faults.length, "canary", "canaries")} judged rightly, ${faults.length} wrongly; ${count(verdicts, "verdict")} executed.`,
	].join("\n");
}

async function runCanary(name: string, verifier: Verifier): Promise<LessonReport> {
	const root = join(CANARIES, name);
	const [summary, ...more] = await listLessons({ root });
	if (!summary || more.length > 0) throw new Error(`The canary ${name} must hold exactly one lesson.`);
	return runLesson(await readForVerification(summary.slug, root), verifier);
}

function wordFor({ rules }: CanaryExpectation): string {
	return rules.length === 0 ? "accepted, as it must be" : `rejected for ${rules.join(", ")}, as it must be`;
}
