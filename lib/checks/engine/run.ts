import type { NextStatus } from "@/lib/sandbox/agent-protocol";
import { type AppLimit, limitInWords } from "@/lib/sandbox/app-limits";
import type { Preview } from "@/lib/sandbox/bridge/types";
import { isSandboxError } from "@/lib/sandbox/errors";
import type { Runner } from "@/lib/sandbox/runner";
import { abortableDelay } from "@/lib/util/delay";
import type { CheckContext, CheckDefinition, CheckResult, ClaimDefinition, Evidence } from "../types";
import { createContext } from "./context";
import { isCheckBlocked, isCheckFailure } from "./failure";
import { Layers, type Laying } from "./sandbox-files";
import { Tracker } from "./tracker";

/** Milliseconds one check may take in all; a slow sandbox is our fault, so beyond it the verdict is `broken`. */
export const CHECK_DEADLINE = 60_000;

export interface RunDependencies {
	runner: Runner;
	preview: Preview;
	/** Hash of the learner's files that the sandbox holds now. */
	sourceHash: string;
	/** Lays files over those under test and resolves once the app runs with them; `{}` undoes it. */
	layFiles: Laying;
	signal: AbortSignal;
	/** For tests. */
	deadlineMs?: number;
}

type Judged = Pick<CheckDefinition, "id" | "title" | "run">;
type Outcome = Pick<CheckResult, "verdict" | "message" | "expected" | "observed" | "brokenBy"> & {
	evidence?: Evidence[];
};

/**
 * Runs checks one after another over fresh data. Never rejects for anything a check does; rejects with the signal's
 * reason when it is aborted. `onStart` and `onResult` tell a display what is under way.
 */
export async function runChecks(
	definitions: CheckDefinition[],
	deps: RunDependencies,
	on: { start?: (id: string) => void; result?: (result: CheckResult) => void } = {},
): Promise<CheckResult[]> {
	const results = new Map<string, CheckResult>();
	for (const definition of definitions) {
		on.start?.(definition.id);
		const unmet = (definition.requires ?? []).find((id) => results.get(id)?.verdict !== "pass");
		const result = unmet
			? {
					result: blockedBy(
						definition,
						definitions.find((other) => other.id === unmet)?.title ?? unmet,
						deps,
					),
					changedFiles: false,
				}
			: await runOne(definition, deps);
		results.set(definition.id, result.result);
		on.result?.(result.result);
		// Files that do not come back leave the next check without an app, and it says so.
		if (result.changedFiles) await deps.layFiles({}, deps.signal).catch(() => deps.signal.throwIfAborted());
	}
	return [...results.values()];
}

/**
 * Runs a claim: the same context and the same verdicts. Files that it laid over its own stay: whoever lent the sandbox
 * to it takes it back with other files anyway, and a build for nothing takes long.
 */
export async function runClaim(claim: ClaimDefinition, deps: RunDependencies): Promise<CheckResult> {
	const { result } = await runOne({ id: claim.id, title: claim.statement, run: claim.run }, deps);
	return result;
}

async function runOne(
	definition: Judged,
	deps: RunDependencies,
): Promise<{ result: CheckResult; changedFiles: boolean }> {
	const started = Date.now();
	const tracker = new Tracker();
	const layers = new Layers(deps.layFiles);
	const outcome = await judge(definition, deps, tracker, layers);
	const result = {
		id: definition.id,
		title: definition.title,
		did: tracker.did,
		assertions: tracker.assertions,
		durationMs: Date.now() - started,
		sourceHash: deps.sourceHash,
		...outcome,
		evidence: [
			...tracker.evidence,
			...(outcome.evidence ?? []),
			...logEvidence(deps.runner, started, outcome),
		],
	};
	return { result, changedFiles: layers.isUsed };
}

async function judge(
	definition: Judged,
	deps: RunDependencies,
	tracker: Tracker,
	layers: Layers,
): Promise<Outcome> {
	// Ends everything the check started, also when it is over: a forgotten promise must not act on the next check.
	const own = new AbortController();
	const health = watchHealth(deps.runner, layers);
	const signal = AbortSignal.any([deps.signal, own.signal]);
	try {
		await deps.runner.resetData(undefined, signal);
		const context: CheckContext = createContext({ ...deps, tracker, layers, signal });
		const deadline = deps.deadlineMs ?? CHECK_DEADLINE;
		const finished = await Promise.race([
			// Also a `run` that throws at once becomes a rejection here.
			Promise.resolve()
				.then(() => definition.run(context))
				.then(() => true),
			outOfTime(deadline, layers, signal),
		]);
		if (!finished) return broken("sandbox", `The check did not end within ${deadline / 1000} seconds.`);
		const unfinished = tracker.unfinished();
		if (unfinished.length > 0) return broken("check", `The check did not await ${unfinished.join(", ")}.`);
		if (tracker.assertions === 0) return broken("check", "The check asserted nothing.");
		return { verdict: "pass", message: "", expected: "", observed: "" };
	} catch (error) {
		deps.signal.throwIfAborted();
		return explain(error, health.first());
	} finally {
		health.stop();
		own.abort(new DOMException("The check is over", "AbortError"));
	}
}

/** Resolves with `false` after `deadlineMs`; a build that the check asked for does not count. */
async function outOfTime(deadlineMs: number, layers: Layers, signal: AbortSignal): Promise<false> {
	const began = Date.now();
	for (;;) {
		const left = deadlineMs + layers.spentMs() - (Date.now() - began);
		if (left <= 0) return false;
		await abortableDelay(Math.max(left, 20), signal);
	}
}

type Health = Pick<NextStatus, "state"> & { limit?: AppLimit };

/**
 * The first state of Next.js other than `ready` that was seen during a check. What comes after it (a restart, `ready`
 * again) is the session mending things, and may be over before the check's own error arrives.
 */
function watchHealth(runner: Runner, layers: Layers): { first(): Health; stop(): void } {
	let first: Health = runner.next;
	const note = (health: Health) => {
		// Changing files restarts it, on purpose.
		if (first.state === "ready" && !layers.isLaying) first = health;
	};
	const stop = runner.subscribe((event) => {
		if (event.type === "gone") note({ state: "exited" });
		if (event.type === "next") note(event.status);
	});
	return { first: () => first, stop };
}

/** Which verdict an error means. An app whose process is gone or hangs is never held against the learner's check. */
function explain(error: unknown, health: Health): Outcome {
	if (health.state === "unresponsive") {
		return broken(
			"sandbox",
			"The app is so busy that it no longer answers, as in a loop that never ends. Mend the loop and run the check again.",
		);
	}
	if (health.state !== "ready") {
		const why = health.limit ? ` ${limitInWords(health.limit)}` : "";
		return broken(
			"sandbox",
			`The app's process ended while the check ran.${why} Once it is up again, run the check once more.`,
		);
	}
	if (isCheckBlocked(error))
		return { verdict: "blocked", message: error.message, expected: "", observed: "" };
	if (isCheckFailure(error)) {
		const { expected = "", observed = "", evidence } = error.details;
		return { verdict: "fail", message: error.message, expected, observed, evidence };
	}
	if (isSandboxError(error)) return broken("sandbox", error.message);
	return broken(
		"check",
		`The check itself has a fault: ${error instanceof Error ? error.message : String(error)}`,
	);
}

function broken(brokenBy: "check" | "sandbox", message: string): Outcome {
	return { verdict: "broken", brokenBy, message, expected: "", observed: "" };
}

function blockedBy(definition: CheckDefinition, title: string, deps: RunDependencies): CheckResult {
	return {
		id: definition.id,
		title: definition.title,
		verdict: "blocked",
		did: [],
		message: `This is looked at once “${title}” passes.`,
		expected: "",
		observed: "",
		evidence: [],
		assertions: 0,
		durationMs: 0,
		sourceHash: deps.sourceHash,
	};
}

/** The server's own words, where something went wrong: the lines since the check began. */
function logEvidence(runner: Runner, since: number, outcome: Outcome): Evidence[] {
	if (outcome.verdict === "pass" || outcome.verdict === "blocked") return [];
	const lines = runner.logs().filter((entry) => entry.at >= since && !/^\s*(GET|POST) \//.test(entry.text));
	if (lines.length === 0) return [];
	return [
		{
			kind: "text",
			label: "Server log",
			text: lines
				.slice(-25)
				.map((entry) => entry.text)
				.join("\n"),
		},
	];
}
