import { messageOf, seconds } from "../words";
import type { Stage } from "./stages";
import { type Counts, type StageResult, settle, sum } from "./summary";

/**
 * Runs stages one after another, with a headline and a duration each; stops at the first that fails unless told
 * otherwise. Gives the sum over those that ran.
 */
export async function runStages(
	stages: Stage[],
	options: { keepGoing: boolean; signal: AbortSignal; say?: (line: string) => void },
): Promise<Counts> {
	const { keepGoing, signal, say = console.log } = options;
	const results: StageResult[] = [];
	for (const [index, stage] of stages.entries()) {
		say(`\n━━ ${index + 1}/${stages.length} ${stage.name} ━━`);
		const started = performance.now();
		const counts = await runStage(stage, signal, say);
		signal.throwIfAborted();
		const result = { name: stage.name, durationMs: performance.now() - started, ...counts };
		results.push(result);
		say(`── ${describe(result)}`);
		if (result.failed > 0 && !keepGoing) break;
	}
	say("\nSummary");
	for (const result of results) say(`  ${describe(result)}`);
	const left = stages.slice(results.length).map(({ name }) => name);
	if (left.length > 0) say(`  not run: ${left.join(", ")} (--keep-going runs them all)`);
	return sum(results);
}

async function runStage(stage: Stage, signal: AbortSignal, say: (line: string) => void): Promise<Counts> {
	try {
		const { ended, counts } = await stage.run(signal);
		// A stage without tests of its own (generate, build) counts only when it fails.
		if (counts === null) return { passed: 0, failed: ended === "well" ? 0 : 1 };
		return settle(counts, ended);
	} catch (error) {
		say(messageOf(error));
		return { passed: 0, failed: 1 };
	}
}

function describe({ name, durationMs, passed, failed }: StageResult): string {
	const counted = passed + failed > 0 ? `${passed} passed, ${failed} failed` : "done";
	return `${name}: ${counted} (${seconds(durationMs)})`;
}
