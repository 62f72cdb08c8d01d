import { cpus } from "node:os";
import type { CheckResult } from "@/lib/checks/types";
import { readArguments } from "../lessons/arguments";
import { openProductVerifier } from "../lessons/open-product";
import type { LessonToVerify } from "../lessons/read";
import { judgeVariants, type Output, quickSelection, readLessons, withVerifier } from "../lessons/verify";
import { ROOT } from "../root";
import { overBudget } from "../snapshot/budget";
import { makeSnapshot, megabytes, presentSnapshot } from "../snapshot/make";
import type { Counts } from "./summary";

/** What Next.js says where `AsyncLocalStorage` does not hold. */
const INVARIANT = "Expected workStore to be initialized";

/**
 * The machine "webcontainer" under the conditions of a WebContainer: the snapshot keeps its budget; the first lesson of
 * each part holds, by a few of its variants; and without our async context nothing of it would.
 */
export async function runWebContainer(out: Output): Promise<Counts> {
	const counts: Counts = { passed: 0, failed: 0 };
	const judge = (holds: boolean, what: string) => {
		counts[holds ? "passed" : "failed"] += 1;
		console.log(`  ${holds ? "✓" : "✗"} ${what}`);
	};
	const options = await readArguments(["verify", "--machine", "webcontainer", "--quick"], cpus().length);
	const lessons = firstOfEachPart(await readLessons(options));

	await withVerifier(
		() => openProductVerifier(options),
		async (verifier) => {
			const rows = await judgeVariants(lessons.flatMap(quickSelection), verifier, out);
			for (const { slug, variant, holds } of rows) judge(holds, `${slug} ${variant}`);
		},
	);
	await withVerifier(
		() => openProductVerifier({ ...options, workers: 1, environment: { ASYNC_CONTEXT: "native" } }),
		async (verifier) => {
			const solution = lessons
				.slice(0, 1)
				.flatMap(quickSelection)
				.filter(({ variant }) => variant.name === "solution");
			const [row] = await judgeVariants(solution, verifier, out);
			judge(stopsWithInvariant(row?.results ?? []), `without our async context Next.js says "${INVARIANT}"`);
		},
	);
	// Last, as it takes longest: lessons need no small snapshot.
	const present = await presentSnapshot(ROOT);
	const snapshot =
		present !== null && overBudget(present).length === 0
			? present
			: await makeSnapshot(ROOT, { say: console.log });
	const over = overBudget(snapshot);
	judge(
		over.length === 0,
		`the snapshot: ${megabytes(snapshot.compressedBytes)} compressed. ${over.join(" ")}`,
	);
	return counts;
}

export function firstOfEachPart<L extends Pick<LessonToVerify, "slug">>(lessons: L[]): L[] {
	const parts = new Set<string>();
	return lessons.filter(({ slug }) => {
		const part = slug.split("/")[0] ?? slug;
		return !parts.has(part) && parts.add(part);
	});
}

/** No check passes, and at least one tells of the reason. */
export function stopsWithInvariant(results: CheckResult[]): boolean {
	return (
		results.length > 0 &&
		results.every(({ verdict }) => verdict !== "pass") &&
		results.some((result) => JSON.stringify(result).includes(INVARIANT))
	);
}
