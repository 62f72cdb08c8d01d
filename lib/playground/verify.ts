import { runChecks, runClaim } from "@/lib/checks/engine/run";
import type { Laying } from "@/lib/checks/engine/sandbox-files";
import type { CheckDefinition, CheckResult, ClaimDefinition } from "@/lib/checks/types";
import type { BaseApp } from "@/lib/lessons/types";
import type { Mode } from "@/lib/sandbox/agent-protocol";
import { hashTree, overlay } from "@/lib/sandbox/files";
import { withRequired, withSandbox } from "./checks";
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
}

export interface VerifyHost {
	ready: true;
	run(job: VerifyJob): Promise<CheckResult[]>;
}

declare global {
	interface Window {
		/** Only on /authors/verify: the door for `npm run lessons -- verify`. */
		playgroundVerify?: VerifyHost;
	}
}

/** Runs jobs one after another in this tab's sandbox: the product's own session, preview and engine. */
export function createVerifyHost(base: BaseApp, { session, preview }: Sandbox): VerifyHost {
	let counter = 0;
	return {
		ready: true,
		async run(job) {
			const loaded: { checks: CheckDefinition[]; claims: ClaimDefinition[] } = await import(
				/* webpackIgnore: true */ /* turbopackIgnore: true */ job.modulesUrl
			);
			const files = overlay(base.files, job.files);
			// A name of its own for each job: fresh data and a fresh preview, as for a learner who opens the lesson.
			const target = {
				lesson: `${job.lesson}#${++counter}`,
				files,
				mode: job.mode,
				previewPath: job.previewPath,
			};
			session.setDesired(target);
			const layFiles: Laying = async (more, signal) => {
				session.setDesired({ ...target, files: overlay(files, more) });
				await session.whenCurrent(signal);
			};
			const results: CheckResult[] = [];
			await withSandbox(session, preview, new AbortController().signal, async (deps) => {
				const run = { ...deps, layFiles, sourceHash: hashTree(files) };
				if (job.claim) {
					const claim = loaded.claims.find((candidate) => candidate.id === job.claim);
					if (!claim) throw new Error(`There is no claim “${job.claim}”.`);
					results.push(await runClaim(claim, run));
				} else {
					const checks = job.only ? withRequired(loaded.checks, job.only) : loaded.checks;
					results.push(...(await runChecks(checks, run)));
				}
			});
			return results;
		},
	};
}
