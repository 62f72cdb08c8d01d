import type { Mode } from "@/lib/sandbox/agent-protocol";
import { type AppLimit, limitInWords } from "@/lib/sandbox/app-limits";
import { type NextEffect, type NextState, statusOf } from "./state";

/*
 * The steps that more than one event leads to. Pure, as all of {@link reduce}.
 */

export interface Step {
	state: NextState;
	effects: NextEffect[];
}

export function stay(state: NextState): Step {
	return { state, effects: [] };
}

export function isPresent({ phase }: NextState, run: number): boolean {
	return "run" in phase && phase.run === run;
}

export function launch(
	state: NextState,
	mode: Mode,
	before: NextEffect[],
	step?: "serve",
	attempt = 1,
): Step {
	const run = state.lastRun + 1;
	const builds = mode === "production" && step !== "serve";
	return {
		state: {
			...state,
			lastRun: run,
			phase: {
				phase: "launching",
				mode,
				run,
				stage: builds ? "building" : "starting",
				port: null,
				serverPid: null,
				ageMs: 0,
				attempt,
			},
		},
		effects: [
			...before,
			{
				type: "run",
				run,
				mode,
				step: builds ? "build" : "serve",
				// The port that was just refused is not asked for again.
				preferredPort: attempt === 1 ? state.lastPort : null,
			},
		],
	};
}

export function failAtLimit(state: NextState, run: number, mode: Mode, limit: AppLimit): Step {
	const { state: next } = fail(state, run, mode, limitInWords(limit), limit);
	return { state: next, effects: [{ type: "kill", run, all: true }] };
}

export function heapLimit({ limits }: NextState): AppLimit {
	return { of: "heap", allowed: limits.heapMb };
}

export function fail(
	state: NextState,
	run: number,
	mode: Mode,
	message: string,
	limit: AppLimit | null = null,
): Step {
	return {
		state: { ...state, phase: { phase: "ending", run, next: { type: "failure", mode, message, limit } } },
		effects: [{ type: "kill", run }],
	};
}

/** Answers whoever waited, now that the process has come to rest. */
export function settle(state: NextState, before: NextEffect[] = [], failure = "Next.js ended."): Step {
	const status = statusOf(state);
	const effects = state.waiting.flatMap(({ id, mode }): NextEffect[] => {
		if (status.state === "exited") {
			if (mode === null) return [{ type: "reply", id, status }];
			return refuse([{ id, mode }], "start-failed", withTail(failure, status.logTail));
		}
		return [{ type: "reply", id, status }];
	});
	return { state: { ...state, waiting: [] }, effects: [...before, ...effects] };
}

export function refuse(
	waiting: NextState["waiting"],
	code: "start-failed" | "cancelled",
	message: string,
): NextEffect[] {
	return waiting.map(({ id }) => ({ type: "refuse", id, code, message }));
}

function withTail(message: string, logTail: string): string {
	return logTail === "" ? message : `${message} The end of its log:\n${logTail}`;
}
