import { type SessionState, STAGES, type Stage } from "@/lib/sandbox/session/state";

export const STAGE_WORDS: Record<Stage, string> = {
	boot: "Getting a sandbox",
	mount: "Writing the lesson’s files",
	start: "Starting Next.js",
	compile: "Compiling the page",
};

const STAGE_OF: Partial<Record<SessionState["state"], Stage>> = {
	booting: "boot",
	mounting: "mount",
	starting: "start",
	compiling: "compile",
};

/** When each stage of the present start began, in milliseconds since the epoch. */
export type StageTimes = Partial<Record<Stage, number>>;

/** The stage a session is in, or `null` when it is not on its way. */
export function stageOf(state: SessionState): Stage | null {
	return STAGE_OF[state.state] ?? null;
}

/** Takes note of a state: an earlier or a first stage begins a new start. */
export function noteStage(times: StageTimes, state: SessionState): StageTimes {
	const stage = stageOf(state);
	if (stage === null || !("since" in state)) return times;
	if (times[stage] === state.since) return times;
	const kept = STAGES.slice(0, STAGES.indexOf(stage)).flatMap((earlier): [Stage, number][] => {
		const began = times[earlier];
		return began !== undefined && began <= state.since ? [[earlier, began]] : [];
	});
	const continues = times[stage] === undefined && kept.length > 0;
	return { ...(continues ? Object.fromEntries(kept) : {}), [stage]: state.since };
}

export interface StageLine {
	stage: Stage;
	words: string;
	status: "done" | "current" | "waiting" | "skipped";
	/** Milliseconds it took, or takes so far; `null` when it has not begun. */
	elapsed: number | null;
}

/** The lines of the progress display at `now`. */
export function stageLines(times: StageTimes, state: SessionState, now: number): StageLine[] {
	const current = stageOf(state);
	const at = current === null ? STAGES.length : STAGES.indexOf(current);
	return STAGES.map((stage, index) => {
		const words =
			stage === "start" && state.state === "starting" && state.detail === "building"
				? "Building for production"
				: STAGE_WORDS[stage];
		const began = times[stage];
		if (index > at) return { stage, words, status: "waiting", elapsed: null };
		if (index === at)
			return { stage, words, status: "current", elapsed: began === undefined ? null : now - began };
		if (began === undefined) return { stage, words, status: "skipped", elapsed: null };
		const ended = STAGES.slice(index + 1)
			.map((later) => times[later])
			.find((time) => time !== undefined);
		return { stage, words, status: "done", elapsed: (ended ?? now) - began };
	});
}

/** Seconds with one decimal below a minute, then minutes: `3.2 s`, `1 min 12 s`. */
export function formatElapsed(milliseconds: number): string {
	const seconds = Math.max(0, milliseconds) / 1000;
	if (seconds < 60) return `${seconds.toFixed(1)} s`;
	return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
}
