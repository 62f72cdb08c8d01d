"use client";

import { Play, Square } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useChecks, useLesson, useShell } from "@/components/lesson/lesson-context";
import { Button } from "@/components/ui/button";
import { Tally } from "@/components/ui/tally";
import type { Recording } from "@/lib/lessons/recording-schema";
import type { Playground, RunState } from "@/lib/playground/types";
import { CheckRow, type CheckRowProps } from "./check-row";
import { Completion } from "./completion";
import { allGreen, announceRun, type CheckView, countPassed, tallyMark, viewChecks } from "./status";
import { useRecording } from "./use-recording";

/** All checks of the lesson: run, cancel, read what they saw. */
export function ChecksPanel({ playground }: { playground: Playground }) {
	const { briefs, sourceHash, shell } = useLesson();
	const { checks, lesson } = playground;
	const state = useChecks(checks, (whole) => whole);
	const openCheck = useShell((whole) => whole.openCheck);
	const views = viewChecks(briefs, state, sourceHash);
	const running = state.run.state === "running";
	const passed = countPassed(views);
	const announcement = useAnnouncement(views, state.run);
	useOpenFirstFailure(views, state.run);
	const recording = useRecording(playground);

	return (
		<div className="flex h-full min-h-0 flex-col">
			<div className="flex shrink-0 items-center gap-3 border-border border-b px-3 py-2">
				{running ? (
					<Button size="sm" onClick={() => checks.cancel()}>
						<Square aria-hidden="true" />
						Cancel
					</Button>
				) : (
					<Button size="sm" variant="primary" disabled={state.proving !== null} onClick={() => checks.run()}>
						<Play aria-hidden="true" />
						Run all checks
					</Button>
				)}
				<p className="ml-auto flex items-center gap-2.5 text-ink-muted text-xs tabular-nums">
					<Tally marks={views.map(tallyMark)} />
					<span>
						{passed}/{views.length} <span className="max-[26rem]:sr-only">passed</span>
					</span>
				</p>
			</div>
			{/* "relative": the words for screen readers, which are positioned, scroll with their rows. */}
			<div className="relative min-h-0 flex-1 overflow-y-auto">
				{state.run.state === "refused" && (
					<p
						role="alert"
						className="m-3 rounded-md bg-broken/10 px-3 py-2 text-[0.8125rem] text-broken leading-snug"
					>
						The checks could not be run. {state.run.message}
					</p>
				)}
				{recording !== null && (
					<p className="m-3 rounded-md bg-surface-2 px-3 py-2 text-[0.8125rem] text-ink-muted leading-snug">
						No sandbox can run here, so each check shows what the reference solution did when it was recorded,
						with Next.js {recording.nextVersion}. Open one to read it.
					</p>
				)}
				{!running && allGreen(views) && <Completion total={views.length} next={lesson.next} />}
				{views.length === 0 ? (
					<p className="p-4 text-[0.8125rem] text-ink-muted">This lesson has no checks.</p>
				) : (
					<ul>
						{views.map((view) => (
							<CheckRow
								key={view.id}
								view={view}
								definition={state.definitions.find(({ id }) => id === view.id) ?? null}
								recorded={recordedOf(recording, view.id)}
								open={openCheck === view.id}
								hintsOpened={state.hints[view.id] ?? 0}
								busy={running || state.proving !== null}
								onToggle={() => shell.toggleCheck(view.id)}
								onRun={() => checks.run([view.id])}
								onOpenHint={() => checks.openHint(view.id)}
							/>
						))}
					</ul>
				)}
			</div>
			<p aria-live="polite" className="sr-only">
				{announcement}
			</p>
		</div>
	);
}

function recordedOf(recording: Recording | null, id: string): CheckRowProps["recorded"] {
	const check = recording?.checks.find((candidate) => candidate.id === id);
	return recording && check ? { ...check, nextVersion: recording.nextVersion } : null;
}

/** Words for screen readers: that a run began, and in one sentence how it ended. */
function useAnnouncement(views: CheckView[], run: RunState): string {
	const [announcement, setAnnouncement] = useState("");
	const before = useRef(run.state);
	const newest = useRef(views);
	useEffect(() => {
		newest.current = views;
	});
	useEffect(() => {
		const was = before.current;
		before.current = run.state;
		if (run.state === "running" && was !== "running") setAnnouncement("Checks are running.");
		if (run.state === "idle" && was === "running") setAnnouncement(announceRun(newest.current));
	}, [run.state]);
	return announcement;
}

/** After a run the first check that failed lies open, unless the learner is reading another one that needs them. */
function useOpenFirstFailure(views: CheckView[], run: RunState): void {
	const { shell } = useLesson();
	const before = useRef(run.state);
	useEffect(() => {
		const was = before.current;
		before.current = run.state;
		if (was !== "running" || run.state !== "idle") return;
		const needsWork = (view: CheckView) => view.status === "fail" || view.status === "broken";
		const { openCheck } = shell.store.getState();
		if (views.some((view) => view.id === openCheck && needsWork(view))) return;
		const first = views.find(needsWork);
		shell.store.setState({ openCheck: first?.id ?? null });
	}, [views, run.state, shell]);
}
