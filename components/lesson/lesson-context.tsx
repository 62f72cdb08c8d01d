"use client";

import { createContext, type ReactNode, useCallback, useContext, useMemo, useSyncExternalStore } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Checks, ChecksState, Playground } from "@/lib/playground/types";
import type { PreviewState } from "@/lib/sandbox/bridge/types";
import type { SessionState } from "@/lib/sandbox/session/state";
import { createShell, type Shell, type ShellState } from "./shell-store";

/** A check as the server knows it: enough to read about it before anything runs. */
export interface CheckBrief {
	id: string;
	title: string;
}

/** The same of a claim. */
export interface ClaimBrief {
	id: string;
	statement: string;
}

export interface LessonContextValue {
	/** The lesson's checks in order, from the server. */
	briefs: CheckBrief[];
	claims: ClaimBrief[];
	/** The Next.js version all claims are proved on. */
	nextVersion: string;
	/** `null` on the server, without JavaScript, and until everything is loaded. */
	playground: Playground | null;
	shell: Shell;
	/** Hash of the learner's present files; results with another one are stale. `null` without a playground. */
	sourceHash: string | null;
}

const LessonContext = createContext<LessonContextValue | null>(null);

export function LessonProvider({
	briefs,
	claims,
	nextVersion,
	playground,
	children,
}: {
	briefs: CheckBrief[];
	claims: ClaimBrief[];
	nextVersion: string;
	playground: Playground | null;
	children: ReactNode;
}) {
	const shell = useMemo(createShell, []);
	const sourceHash = useSourceHash(playground);
	const value = useMemo(
		() => ({ briefs, claims, nextVersion, playground, shell, sourceHash }),
		[briefs, claims, nextVersion, playground, shell, sourceHash],
	);
	return <LessonContext value={value}>{children}</LessonContext>;
}

/** What surrounds every part of a lesson page. */
export function useLesson(): LessonContextValue {
	const value = useContext(LessonContext);
	if (value === null) throw new Error("This component must stand inside a lesson page");
	return value;
}

export function useShell<T>(select: (state: ShellState) => T): T {
	return useStore(useLesson().shell.store, select);
}

const NO_CHECKS = createStore<ChecksState>(() => ({
	definitions: [],
	results: {},
	everPassed: {},
	hints: {},
	run: { state: "idle" },
	claims: [],
	claimResults: {},
	proving: null,
}));

/** A part of the checks' state; of an empty one while there is no playground. */
export function useChecks<T>(checks: Checks | null, select: (state: ChecksState) => T): T {
	return useStore(checks?.store ?? NO_CHECKS, select);
}

export function useSessionState({ session }: Pick<Playground, "session">): SessionState {
	const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session]);
	const read = () => session.getState();
	return useSyncExternalStore(subscribe, read, read);
}

export function usePreviewState({ preview }: Pick<Playground, "preview">): PreviewState {
	const subscribe = useCallback((listener: () => void) => preview.subscribe(listener), [preview]);
	const read = () => preview.getState();
	return useSyncExternalStore(subscribe, read, read);
}

const noSubscription = () => () => {};

function useSourceHash(playground: Playground | null): string | null {
	const { subscribe, read } = useMemo(() => {
		if (playground === null) return { subscribe: noSubscription, read: () => null };
		const { workspace } = playground;
		let hashed: { edits: object; hash: string } | null = null;
		return {
			subscribe: (listener: () => void) => workspace.store.subscribe(listener),
			// The store changes for many reasons (tabs, saving); the hash of all files only with the edits.
			read: () => {
				const { edits } = workspace.store.getState();
				if (hashed?.edits !== edits) hashed = { edits, hash: workspace.sourceHash() };
				return hashed.hash;
			},
		};
	}, [playground]);
	return useSyncExternalStore(subscribe, read, () => null);
}
