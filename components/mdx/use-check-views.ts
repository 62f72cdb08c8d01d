"use client";

import { type CheckView, viewChecks } from "@/components/checks/status";
import { useChecks, useLesson } from "@/components/lesson/lesson-context";

/** How the named checks stand. Throws for a check the lesson does not have, which fails the build. */
export function useCheckViews(ids: string[]): CheckView[] {
	const { briefs, playground, sourceHash } = useLesson();
	const state = useChecks(playground?.checks ?? null, (whole) => whole);
	const named = ids.map((id) => {
		const brief = briefs.find((candidate) => candidate.id === id);
		if (!brief)
			throw new Error(`This lesson has no check “${id}”. It has: ${briefs.map((b) => b.id).join(", ")}`);
		return brief;
	});
	return viewChecks(named, state, sourceHash);
}
