import type { SnapshotManifest } from "@/lib/sandbox/machines/webcontainer/manifest";
import { megabytes } from "./make";

/** What a learner's browser may be asked to load before the first lesson, and to keep in memory. */
export const BUDGET = { compressedBytes: 7_000_000, bytes: 51_000_000, files: 2_400 };

/** What of a snapshot is over the budget, in words; empty where nothing is. */
export function overBudget({ compressedBytes, bytes, files }: SnapshotManifest): string[] {
	const over: string[] = [];
	if (compressedBytes > BUDGET.compressedBytes)
		over.push(
			`${megabytes(compressedBytes)} compressed; the budget is ${megabytes(BUDGET.compressedBytes)}.`,
		);
	if (bytes > BUDGET.bytes) over.push(`${megabytes(bytes)}; the budget is ${megabytes(BUDGET.bytes)}.`);
	if (files > BUDGET.files) over.push(`${files} files; the budget is ${BUDGET.files}.`);
	return over;
}
