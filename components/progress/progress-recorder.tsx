"use client";

import { useEffect } from "react";
import type { Playground } from "@/lib/playground/types";
import { factsBetween } from "@/lib/progress/record";
import { progressKeeper } from "@/lib/progress/store";

/** Writes down that the lesson was opened, and what its checks say from then on. Shows nothing. */
export function ProgressRecorder({ lesson, playground }: { lesson: string; playground: Playground | null }) {
	useEffect(() => {
		void progressKeeper().record({ type: "lesson-opened", lesson });
	}, [lesson]);
	useEffect(() => {
		if (playground === null) return;
		return playground.checks.store.subscribe((after, before) => {
			const facts = factsBetween(lesson, before, after);
			if (facts.length > 0) void progressKeeper().record(...facts);
		});
	}, [lesson, playground]);
	return null;
}
