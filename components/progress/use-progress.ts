"use client";

import { useEffect } from "react";
import { useStore } from "zustand";
import { type ProgressState, progressKeeper } from "@/lib/progress/store";

/** What the learner has done so far; read again when the page comes back into sight. */
export function useProgress(): ProgressState {
	const keeper = progressKeeper();
	useEffect(() => {
		void keeper.load();
		const reload = () => {
			if (document.visibilityState === "visible") void keeper.load();
		};
		document.addEventListener("visibilitychange", reload);
		return () => document.removeEventListener("visibilitychange", reload);
	}, [keeper]);
	return useStore(keeper.store, (state) => state);
}
