import { type RunDependencies, runChecks, runClaim } from "@/lib/checks/engine/run";
import type { CheckDefinition, CheckResult, ClaimDefinition } from "@/lib/checks/types";
import type { BaseApp } from "@/lib/lessons/types";
import type { Mode } from "@/lib/sandbox/agent-protocol";
import { hashTree, overlay } from "@/lib/sandbox/files";
import { withRequired } from "./checks";
import type { Sandbox } from "./sandbox";

/** One cell row of the truth table: a variant of a lesson and what is to be run over it. */
export interface VerifyJob {
	lesson: string;
	/** Overlay over the base app; `null` takes a file away. */
	files: Record<string, string | null>;
	mode: Mode;
	previewPath: string;
	/** URL of an ES module that exports `checks` and `claims`. */
	modulesUrl: string;
	/** Runs this claim instead of the checks. */
	claim?: string;
	/** Runs only these checks and what they require. */
	only?: string[];
	/** Ids of all checks in the order in which they are to run, each after those that it requires. */
	order?: string[];
	/** Runs the checks in turn until the first that does not pass; the later ones have no result. */
	untilRed?: boolean;
}

/** How long the first page may take to compile, in milliseconds. */
const COMPILE_TIMEOUT = 60_000;

/** Milliseconds that a job spent: until the app ran, until it ran the newest files, and in the checks. */
export interface VerifyTimes {
	ready: number;
	current: number;
	checks: number;
}

export interface VerifyHost {
	ready: true;
	run(job: VerifyJob): Promise<{ results: CheckResult[]; times: VerifyTimes }>;
}

declare global {
	interface Window {
		/** Only on /authors/verify: the door for `npm run lessons -- verify`. */
		playgroundVerify?: VerifyHost;
	}
}

/**
 * Runs jobs one after another in `sandbox`: the product's own session, preview and engine. The preview shows nothing but
 * what a check opens: each page that is loaded for nobody costs half a second.
 */
export function createVerifyHost(base: BaseApp, { session, preview }: Sandbox): VerifyHost {
	return {
		ready: true,
		async run(job) {
			const loaded: { checks: CheckDefinition[]; claims: ClaimDefinition[] } = await import(
				/* webpackIgnore: true */ /* turbopackIgnore: true */ job.modulesUrl
			);
			const { signal } = new AbortController();
			const began = Date.now();
			const files = overlay(base.files, job.files);
			// One name for all jobs: the page need not be compiled from files that may not have been noticed yet, and each
			// check begins with fresh data anyway.
			const target = { lesson: "verification", files, mode: job.mode, previewPath: "/" };
			session.setDesired(target);
			await session.whenReady(signal);
			const ready = Date.now();
			const { runner, previewUrl } = await session.whenCurrent(signal);
			// Compiled once for all checks, without the haste of their timeouts. What is wrong with it is theirs to say.
			const first = { method: "GET", path: job.previewPath, timeoutMs: COMPILE_TIMEOUT };
			await runner.request(first, signal).catch(() => {});
			const current = Date.now();
			const deps: RunDependencies = {
				runner,
				preview,
				signal,
				sourceHash: hashTree(files),
				async layFiles(more, laySignal) {
					session.setDesired({ ...target, files: overlay(files, more) });
					await session.whenCurrent(laySignal);
				},
			};
			preview.setOrigin(previewUrl, null);
			preview.setBusy(true);
			try {
				const results = await runJob(job, loaded, deps);
				const times = { ready: ready - began, current: current - ready, checks: Date.now() - current };
				return { results, times };
			} finally {
				preview.setBusy(false);
				// Gone before the next files come: an open page would have Next.js compile them for it.
				preview.setOrigin(null, "/");
			}
		},
	};
}

async function runJob(
	job: VerifyJob,
	{ checks, claims }: { checks: CheckDefinition[]; claims: ClaimDefinition[] },
	deps: RunDependencies,
): Promise<CheckResult[]> {
	if (job.claim) {
		const claim = claims.find((candidate) => candidate.id === job.claim);
		if (!claim) throw new Error(`There is no claim “${job.claim}”.`);
		return [await runClaim(claim, deps)];
	}
	const chosen = inOrder(job.only ? withRequired(checks, job.only) : checks, job.order ?? []);
	if (!job.untilRed) return runChecks(chosen, deps);
	const enough = new AbortController();
	const results: CheckResult[] = [];
	const note = (result: CheckResult) => {
		results.push(result);
		if (result.verdict !== "pass") enough.abort(new DOMException("Seen enough", "AbortError"));
	};
	const run = { ...deps, signal: AbortSignal.any([deps.signal, enough.signal]) };
	await runChecks(chosen, run, { result: note }).catch((error: unknown) => {
		if (!enough.signal.aborted) throw error;
	});
	return results;
}

function inOrder(checks: CheckDefinition[], order: string[]): CheckDefinition[] {
	const place = ({ id }: CheckDefinition) => order.indexOf(id);
	return order.length === 0 ? checks : [...checks].sort((a, b) => place(a) - place(b));
}
