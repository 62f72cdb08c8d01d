import * as z from "zod";

export interface Counts {
	passed: number;
	failed: number;
}

export interface StageResult extends Counts {
	name: string;
	durationMs: number;
}

/**
 * What a stage's counts become in the sum. A stage that ended badly without naming a failure, and one that was to count
 * tests and has none, is one failure: nothing is not a success.
 */
export function settle(counts: Counts, ended: "well" | "badly"): Counts {
	if (ended === "badly" && counts.failed === 0) return { ...counts, failed: 1 };
	if (counts.passed + counts.failed === 0) return { passed: 0, failed: 1 };
	return counts;
}

export function sum(stages: Counts[]): Counts {
	return stages.reduce(
		(total, { passed, failed }) => ({ passed: total.passed + passed, failed: total.failed + failed }),
		{ passed: 0, failed: 0 },
	);
}

const vitestSchema = z.object({
	numPassedTests: z.number(),
	numFailedTests: z.number(),
	numTotalTests: z.number(),
	/** Files that could not be loaded have no tests of their own. */
	numFailedTestSuites: z.number(),
	success: z.boolean(),
	testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

/** Counts of vitest's JSON report. A file that could not be loaded is one failure; what was skipped is one as well. */
export function countVitest(report: unknown): Counts {
	const { numPassedTests, numTotalTests, testResults } = vitestSchema.parse(report);
	const unloaded = testResults.filter(
		({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
	).length;
	return { passed: numPassedTests, failed: numTotalTests - numPassedTests + unloaded };
}

const playwrightSchema = z.object({
	stats: z.object({
		expected: z.number(),
		unexpected: z.number(),
		flaky: z.number(),
		skipped: z.number(),
	}),
	errors: z.array(z.unknown()).default([]),
});

/**
 * Counts of Playwright's JSON report. Skipped tests are failures. A flaky one (green at the second try, which only CI
 * allows; Playwright's list names it) is not: a loaded machine must not stop a change that has nothing to do with it.
 */
export function countPlaywright(report: unknown): Counts {
	const { stats, errors } = playwrightSchema.parse(report);
	return {
		passed: stats.expected + stats.flaky,
		failed: stats.unexpected + stats.skipped + errors.length,
	};
}

/** The plain last line. */
export function lastLine({ passed, failed }: Counts): string {
	return `${passed} passed, ${failed} failed`;
}

/** 0 only where something passed and nothing failed. */
export function exitCode({ passed, failed }: Counts): 0 | 1 {
	return passed > 0 && failed === 0 ? 0 : 1;
}
