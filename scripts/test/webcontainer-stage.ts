import { cpus } from "node:os";
import { readArguments } from "../lessons/arguments";
import { openProductVerifier } from "../lessons/open-product";
import type { LessonToVerify } from "../lessons/read";
import { judgeVariants, type Output, quickSelection, readLessons, withVerifier } from "../lessons/verify";
import { ROOT } from "../root";
import { overBudget } from "../snapshot/budget";
import { makeSnapshot, megabytes, presentSnapshot } from "../snapshot/make";
import type { Counts } from "./summary";

/**
 * The machine "webcontainer" under the conditions of a WebContainer: the snapshot keeps its budget; the first lesson of
 * each part holds, by a few of its variants. (That nothing would without our async context: tests/webcontainer.)
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
