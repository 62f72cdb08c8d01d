"use client";

import { useEffect } from "react";
import { useStore } from "zustand";
import { progressKeeper } from "@/lib/progress/store";
import { useRoomView } from "./use-room";

/**
 * Why the solution of a lesson is not to be seen yet, in words; `null` when it is. A room holds back the solutions of
 * its agenda until the instructor releases them, never from somebody who has solved or seen it.
 */
export function useHeldSolution(lesson: string): string | null {
	const view = useRoomView();
	const keeper = progressKeeper();
	const inRoom = view !== null;
	useEffect(() => {
		if (inRoom) void keeper.load();
	}, [keeper, inRoom]);
	const progress = useStore(keeper.store);
	if (view === null || view.room.phase === "ended") return null;
	if (view.room.agenda.every((step) => step.lesson !== lesson) || view.released[lesson]) return null;
	const mine = progress.state === "loading" ? undefined : progress.progress.lessons[lesson];
	if (mine?.completedAt != null || mine?.solutionViewed) return null;
	return "The instructor has not released this solution yet. It opens when all your checks pass, or when it is released.";
}
