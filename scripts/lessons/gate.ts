import type { CheckResult, Verdict } from "@/lib/checks/types";
import type { MistakeExpectation } from "@/lib/lessons/schema";
import type { MdxIds } from "./mdx-ids";

/** Why a lesson is turned down. */
export type Rule =
	| "lesson-invalid"
	| "placeholder"
	| "no-checks"
	| "duplicate-id"
	| "unknown-requirement"
	| "hints-empty"
	| "mdx-unknown-id"
	| "claim-not-mentioned"
	| "claim-files-unused"
	| "starter-passes"
	| "check-never-red"
	| "correct-variant-fails"
	| "mistake-unknown-check"
	| "mistake-not-caught"
	| "mistake-fails-more"
	| "mistake-phrase"
	| "broken"
	| "claim-fails"
	| "cells-missing"
	| "no-verdicts";

export interface Problem {
	rule: Rule;
	message: string;
}

type Cell = Pick<CheckResult, "id" | "verdict" | "message">;

/** Everything the gate looks at; it reads nothing itself. */
export interface GateInput {
	/** Faults found while the lesson was read: missing files, invalid frontmatter, prose that does not compile. */
	invalid: string[];
	/** Files in which the scaffold's placeholder still stands. */
	placeholders: string[];
	checks: { id: string; hints: readonly string[]; requires?: string[] }[];
	claims: { id: string }[];
	/** Ids of the folders `claims/<id>`. */
	claimFolders: string[];
	mdx: MdxIds;
	variants: { name: string; expectation: MistakeExpectation | null }[];
	/** Results by variant. */
	table: Record<string, Cell[]>;
	claimResults: Cell[];
}

export interface GateReport {
	problems: Problem[];
	warnings: string[];
	/** Verdicts of checks and claims that were executed. */
	verdicts: number;
}

/**
 * Judges a lesson by its truth table of variant × check. Pure. The lesson is accepted when there is no problem;
 * warnings do not count.
 */
export function judgeLesson(input: GateInput): GateReport {
	const problems = [
		...judgeShape(input),
		...judgeCells(input),
		...input.variants.flatMap((variant) => judgeVariant(input, variant)),
		...judgeRedness(input),
		...judgeClaims(input),
	];
	const verdicts = Object.values(input.table).flat().length + input.claimResults.length;
	if (verdicts === 0) problems.push({ rule: "no-verdicts", message: "Not one check or claim was run." });
	return { problems, warnings: warn(input), verdicts };
}

function judgeShape(input: GateInput): Problem[] {
	const problems: Problem[] = [];
	const add = (rule: Rule, message: string) => problems.push({ rule, message });
	for (const message of input.invalid) add("lesson-invalid", message);
	for (const file of input.placeholders)
		add("placeholder", `${file} still has text of the scaffold to replace.`);

	const checkIds = input.checks.map(({ id }) => id);
	const claimIds = input.claims.map(({ id }) => id);
	if (checkIds.length === 0) add("no-checks", "The lesson has no checks.");
	for (const id of repeated(checkIds)) add("duplicate-id", `Two checks are called "${id}".`);
	for (const id of repeated(claimIds)) add("duplicate-id", `Two claims are called "${id}".`);
	for (const [index, check] of input.checks.entries()) {
		const earlier = checkIds.slice(0, index);
		for (const id of check.requires ?? []) {
			if (!earlier.includes(id)) {
				add("unknown-requirement", `The check "${check.id}" requires "${id}", which is no check before it.`);
			}
		}
		if (check.hints.length !== 3 || check.hints.some((hint) => hint.trim() === "")) {
			add("hints-empty", `The check "${check.id}" needs three hints, none of them empty.`);
		}
	}

	for (const id of input.mdx.checks) {
		if (!checkIds.includes(id))
			add("mdx-unknown-id", `The prose names the check "${id}", which does not exist.`);
	}
	for (const id of input.mdx.claims) {
		if (!claimIds.includes(id))
			add("mdx-unknown-id", `The prose names the claim "${id}", which does not exist.`);
	}
	for (const id of claimIds) {
		if (!input.mdx.claims.includes(id))
			add("claim-not-mentioned", `The prose does not mention the claim "${id}".`);
	}
	for (const id of input.claimFolders) {
		if (!claimIds.includes(id))
			add("claim-files-unused", `There is a folder claims/${id}, but no claim "${id}".`);
	}
	return problems;
}

/** The table must have exactly one cell for each variant and check: what was not run proves nothing. */
function judgeCells(input: GateInput): Problem[] {
	const problems: Problem[] = [];
	const wanted = input.checks.map(({ id }) => id);
	for (const { name } of input.variants) {
		const difference = differ(wanted, input.table[name]?.map(({ id }) => id) ?? []);
		if (difference) problems.push({ rule: "cells-missing", message: `${name}: ${difference}` });
	}
	const difference = differ(
		input.claims.map(({ id }) => id),
		input.claimResults.map(({ id }) => id),
	);
	if (difference) problems.push({ rule: "cells-missing", message: `claims: ${difference}` });
	return problems;
}

function judgeVariant(input: GateInput, variant: GateInput["variants"][number]): Problem[] {
	const { name, expectation } = variant;
	const cells = input.table[name] ?? [];
	const broken = cells
		.filter(({ verdict }) => verdict === "broken")
		.map(
			({ id, message }): Problem => ({ rule: "broken", message: `${name}: "${id}" is broken: ${message}` }),
		);
	if (name === "starter") {
		const red = cells.some(({ verdict }) => verdict === "fail" || verdict === "broken");
		if (cells.length === 0 || red) return broken;
		return [{ rule: "starter-passes", message: "The starter fails no check: there is nothing left to do." }];
	}
	if (expectation) return [...broken, ...judgeMistake(input, name, expectation, cells)];
	const wrong = cells.filter(({ verdict }) => verdict === "fail" || verdict === "blocked");
	return [
		...broken,
		...wrong.map(({ id, verdict, message }): Problem => {
			const word = verdict === "fail" ? "fails" : "is blocked";
			return {
				rule: "correct-variant-fails",
				message: `${name}: "${id}" ${word}, but must pass: ${message}`,
			};
		}),
	];
}

function judgeMistake(
	input: GateInput,
	name: string,
	{ fails }: MistakeExpectation,
	cells: Cell[],
): Problem[] {
	const problems: Problem[] = [];
	for (const [id, phrase] of Object.entries(fails)) {
		const cell = cells.find((candidate) => candidate.id === id);
		if (!input.checks.some((check) => check.id === id)) {
			problems.push({ rule: "mistake-unknown-check", message: `${name}: there is no check "${id}".` });
		} else if (cell && cell.verdict !== "fail" && cell.verdict !== "broken") {
			problems.push({
				rule: "mistake-not-caught",
				message: `${name}: "${id}" must fail, but its verdict is ${cell.verdict}.`,
			});
		} else if (cell?.verdict === "fail" && !cell.message.includes(phrase)) {
			problems.push({
				rule: "mistake-phrase",
				message: `${name}: "${id}" fails, but its message does not contain "${phrase}": ${cell.message}`,
			});
		}
	}
	for (const { id, verdict, message } of cells) {
		if (verdict === "fail" && !(id in fails)) {
			problems.push({
				rule: "mistake-fails-more",
				message: `${name}: "${id}" fails as well, but expect.json does not name it: ${message}`,
			});
		}
	}
	return problems;
}

/** A check that is red nowhere shows nothing by being green. */
function judgeRedness(input: GateInput): Problem[] {
	const cells = Object.values(input.table).flat();
	if (cells.length === 0) return [];
	return input.checks
		.filter(
			({ id }) =>
				!cells.some((cell) => cell.id === id && (cell.verdict === "fail" || cell.verdict === "broken")),
		)
		.map(({ id }) => ({
			rule: "check-never-red",
			message: `The check "${id}" fails in no variant. Add a mistake that it catches.`,
		}));
}

function judgeClaims(input: GateInput): Problem[] {
	return input.claimResults
		.filter(({ verdict }) => verdict !== "pass")
		.map(
			({ id, verdict, message }): Problem =>
				verdict === "broken"
					? { rule: "broken", message: `claim "${id}" is broken: ${message}` }
					: { rule: "claim-fails", message: `claim "${id}" is not proved (${verdict}): ${message}` },
		);
}

function warn(input: GateInput): string[] {
	const number = (prefix: string) => input.variants.filter(({ name }) => name.startsWith(prefix)).length;
	const warnings: string[] = [];
	const alternatives = number("alternatives/");
	const mistakes = number("mistakes/");
	if (alternatives < 2) warnings.push(`${alternatives} of at least 2 alternatives.`);
	if (mistakes < 4) warnings.push(`${mistakes} of at least 4 mistakes.`);
	return warnings;
}

function repeated(ids: string[]): string[] {
	return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

function differ(wanted: string[], got: string[]): string | null {
	const missing = wanted.filter((id) => !got.includes(id));
	const extra = got.filter((id) => !wanted.includes(id));
	const twice = got.length > new Set(got).size;
	if (missing.length > 0) return `no verdict for ${missing.join(", ")}.`;
	if (extra.length > 0) return `a verdict for ${extra.join(", ")}, which the lesson does not have.`;
	return twice ? "more than one verdict for a check." : null;
}

/** What speaks against one variant alone: the part of {@link judgeLesson} that needs no other variant. */
export function judgeOne(
	input: Pick<GateInput, "checks" | "table">,
	variant: GateInput["variants"][number],
): Problem[] {
	const none = { invalid: [], placeholders: [], claims: [], claimFolders: [], claimResults: [] };
	const alone: GateInput = { ...input, ...none, mdx: { checks: [], claims: [] }, variants: [variant] };
	const problems = [...judgeCells(alone), ...judgeVariant(alone, variant)];
	const ran = (input.table[variant.name] ?? []).length;
	if (ran === 0) problems.push({ rule: "no-verdicts", message: "Not one check was run." });
	return problems;
}

/** Whether a verdict is what the variant promises; for the display of the table. */
export function isExpected(variant: GateInput["variants"][number], id: string, verdict: Verdict): boolean {
	if (verdict === "broken") return false;
	if (variant.name === "starter") return true;
	if (!variant.expectation) return verdict === "pass";
	return (verdict === "fail") === id in variant.expectation.fails;
}
