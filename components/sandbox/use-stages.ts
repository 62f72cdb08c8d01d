"use client";

import { useEffect, useRef, useState } from "react";
import type { SessionState } from "@/lib/sandbox/session/state";
import { noteStage, type StageLine, type StageTimes, stageLines, stageOf } from "./stages";

/** The stages of the present start with their times, kept up to date while it goes on. */
export function useStages(state: SessionState): StageLine[] {
	const times = useRef<StageTimes>({});
	times.current = noteStage(times.current, state);
	const now = useNow(stageOf(state) !== null);
	return stageLines(times.current, state, now);
}

/** The time in milliseconds since the epoch, renewed ten times a second while `running`. */
export function useNow(running: boolean, everyMs = 100): number {
	const [now, setNow] = useState(() => Date.now());
	useEffect(() => {
		if (!running) return;
		setNow(Date.now());
		const timer = setInterval(() => setNow(Date.now()), everyMs);
		return () => clearInterval(timer);
	}, [running, everyMs]);
	return now;
}
