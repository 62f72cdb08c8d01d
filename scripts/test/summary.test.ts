import { expect, test } from "vitest";
import { countPlaywright, countVitest, exitCode, lastLine, settle, sum } from "./summary";

test("nothing is never a success", () => {
	expect(settle({ passed: 0, failed: 0 }, "well")).toEqual({ passed: 0, failed: 1 });
	expect(settle({ passed: 0, failed: 0 }, "badly")).toEqual({ passed: 0, failed: 1 });
	expect(settle({ passed: 7, failed: 0 }, "badly")).toEqual({ passed: 7, failed: 1 });
	expect(settle({ passed: 7, failed: 2 }, "badly")).toEqual({ passed: 7, failed: 2 });
	expect(settle({ passed: 7, failed: 0 }, "well")).toEqual({ passed: 7, failed: 0 });
	expect(exitCode({ passed: 0, failed: 0 })).toBe(1);
	expect(exitCode({ passed: 3, failed: 1 })).toBe(1);
	expect(exitCode({ passed: 3, failed: 0 })).toBe(0);
});

test("the sum and the last line", () => {
	const total = sum([
		{ passed: 2, failed: 0 },
		{ passed: 40, failed: 3 },
	]);
	expect(lastLine(total)).toBe("42 passed, 3 failed");
	expect(lastLine(sum([]))).toBe("0 passed, 0 failed");
});

test("vitest: files that do not load and skipped tests count as failures", () => {
	const file = (status: string, tests: number) => ({ status, assertionResults: Array(tests).fill({}) });
	const report = {
		numPassedTests: 5,
		numFailedTests: 1,
		numTotalTests: 7,
		numFailedTestSuites: 2,
		success: false,
	};
	const testResults = [file("passed", 4), file("failed", 3), file("failed", 0)];
	expect(countVitest({ ...report, testResults })).toEqual({ passed: 5, failed: 3 });
	expect(() => countVitest({})).toThrow();
});

test("Playwright: skipped tests and errors outside of tests count as failures", () => {
	const stats = { expected: 9, unexpected: 1, flaky: 1, skipped: 1 };
	expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 10, failed: 3 });
	expect(countPlaywright({ stats: { expected: 9, unexpected: 0, flaky: 0, skipped: 0 } })).toEqual({
		passed: 9,
		failed: 0,
	});
});
