"use client";

import { useEffect } from "react";
import type { Keeping } from "@/lib/keeping/keeping";
import { keeping } from "@/lib/playground/keeping";
import type { Playground } from "@/lib/playground/types";
import { type ProgressKeeper, progressKeeper } from "@/lib/progress/store";

/** After so many writes of edits a learner has something to lose. */
export const WRITES_TO_LOSE = 10;

/** Remembers that something is kept, and asks the browser to keep it for good once there is something to lose. Shows nothing. */
export function KeepingWatch({
	playground,
	watcher,
	keeper,
}: {
	playground: Pick<Playground, "lesson" | "workspace"> | null;
	watcher?: Keeping;
	keeper?: Pick<ProgressKeeper, "watch" | "store">;
}) {
	useEffect(() => {
		if (playground === null) return;
		const browsers = watcher ?? keeping();
		const progress = keeper ?? progressKeeper();
		const controller = new AbortController();
		const { lesson, workspace } = playground;
		let writes = 0;
		const unsubscribe = [
			workspace.store.subscribe(({ save, edits }, before) => {
				if (save.state !== "saved" || before.save.state === "saved" || Object.keys(edits).length === 0)
					return;
				browsers.noteLesson(lesson.slug);
				writes += 1;
				if (writes === WRITES_TO_LOSE) void browsers.askToPersist();
			}),
			progress.store.subscribe(({ state }) => {
				if (state === "ready") void browsers.noteProgress();
			}),
		];
		progress.watch((facts) => {
			if (facts.some(({ type }) => type === "check-passed")) void browsers.askToPersist();
		}, controller.signal);
		return () => {
			controller.abort();
			for (const each of unsubscribe) each();
		};
	}, [playground, watcher, keeper]);
	return null;
}
