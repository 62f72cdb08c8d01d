import type { Tone } from "@/components/ui/badge";
import type { TallyMark } from "@/components/ui/tally";
import type { CheckResult } from "@/lib/checks/types";
import type { ChecksState } from "@/lib/playground/types";

export type CheckStatus = "not-run" | "running" | "pass" | "fail" | "blocked" | "broken";

export interface CheckView {
	id: string;
	title: string;
	status: CheckStatus;
	/** The result speaks of other code than what is in the editor now. */
	stale: boolean;
	result: CheckResult | null;
}

export const STATUS_WORDS: Record<CheckStatus, string> = {
	"not-run": "Not run",
	running: "Running",
	pass: "Passed",
	fail: "Failed",
	blocked: "Blocked",
	broken: "Broken",
};

/** What a status means, for the people who meet it for the first time. */
export const STATUS_MEANING: Partial<Record<CheckStatus, string>> = {
	blocked: "Something it needs first is not there yet. This does not count against you.",
	broken: "The check itself or the sandbox failed, not your code. Run it again.",
};

export const STATUS_TONES: Record<CheckStatus, Tone> = {
	"not-run": "neutral",
	running: "accent",
	pass: "pass",
	fail: "fail",
	blocked: "blocked",
	broken: "broken",
};

/** How each check stands now, in the lesson's order. */
export function viewChecks(
	briefs: readonly { id: string; title: string }[],
	{ results, run }: Pick<ChecksState, "results" | "run">,
	sourceHash: string | null,
): CheckView[] {
	return briefs.map(({ id, title }) => {
		const result = results[id] ?? null;
		const running = run.state === "running" && run.current === id;
		return {
			id,
			title,
			result,
			status: running ? "running" : (result?.verdict ?? "not-run"),
			stale: !running && result !== null && sourceHash !== null && result.sourceHash !== sourceHash,
		};
	});
}

export function countPassed(views: readonly CheckView[]): number {
	return views.filter(({ status }) => status === "pass").length;
}

/** Every check is green for the code in the editor. */
export function allGreen(views: readonly CheckView[]): boolean {
	return views.length > 0 && views.every(({ status, stale }) => status === "pass" && !stale);
}

export function tallyMark({ status, stale }: CheckView): TallyMark {
	if (status === "not-run") return "none";
	if (status === "pass" && stale) return "earlier";
	return status;
}

/** One sentence on a finished run, for screen readers. */
export function announceRun(views: readonly CheckView[]): string {
	const passed = countPassed(views);
	const failed = views.find(({ status }) => status === "fail");
	const broken = views.find(({ status }) => status === "broken");
	const head = allGreen(views)
		? `All ${views.length} checks pass.`
		: `${passed} of ${views.length} checks pass.`;
	if (failed?.result) return `${head} Failed: ${failed.title}. ${failed.result.message}`;
	if (broken?.result) return `${head} Broken: ${broken.title}. ${broken.result.message}`;
	return head;
}
