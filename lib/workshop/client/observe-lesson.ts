import * as z from "zod/mini";
import type { Playground } from "@/lib/playground/types";
import {
	CODE_MS,
	HEARTBEAT_MS,
	type LearnerView,
	LIMITS,
	type RoomFact,
	sandboxStateSchema,
	slugSchema,
} from "../contract";
import type { LearnerRoom } from "./learner-room";
import { changedFiles, cut, failingChecks } from "./shared-code";

/** What the log of progress is told of a lesson, as far as a room wants to know. */
export interface ProgressNote {
	type: string;
	lesson?: string;
	check?: string;
	level?: number;
}

export interface ObservedLesson {
	room: LearnerRoom;
	playground: Pick<Playground, "lesson" | "workspace" | "checks" | "session">;
	/** Calls with what the log of progress is given, until the signal aborts. */
	watchProgress(listener: (notes: readonly ProgressNote[]) => void, signal: AbortSignal): void;
	/** Told when the code has become too large to be shown, and when it no longer is. */
	onTooLarge?: (tooLarge: boolean) => void;
	signal: AbortSignal;
}

/** Without a breath of difference between two clocks. */
const SHARE_MS = CODE_MS + 500;

/**
 * Tells a room what happens in an open lesson: that it was opened, runs of checks, hints, the solution, that somebody
 * edits, how the sandbox is, and the code where the learner has agreed.
 */
export function observeLesson({ room, playground, watchProgress, onTooLarge, signal }: ObservedLesson): void {
	const { lesson, workspace, checks, session } = playground;
	const { slug } = lesson;
	// A kata is a place of its own, of which no room knows.
	if (!z.safeParse(slugSchema, slug).success) return;

	/** What happened before the room was known. */
	let early: RoomFact[] | null = [];
	let opened = false;

	const view = () => room.store.getState().view;
	const isOnAgenda = (seen: LearnerView) => seen.room.agenda.some((step) => step.lesson === slug);

	function tell(...facts: RoomFact[]): void {
		const seen = view();
		if (early !== null && seen === null) early.push(...facts);
		else if (seen?.room.phase === "open" && isOnAgenda(seen) && facts.length > 0) room.say(...facts);
	}

	function onView(): void {
		const seen = view();
		if (seen === null) return;
		if (!opened && !isGated(seen, slug) && seen.room.phase === "open") {
			opened = true;
			room.say({ type: "lesson-opened", lesson: slug });
		}
		if (early !== null) {
			const facts = early;
			early = null;
			tell(...facts);
			tellSandbox();
		}
		if (mayShare(seen, slug)) share();
		else shared = null;
	}

	let shared: string | null = null;
	const share = throttled(SHARE_MS, signal, () => {
		const seen = view();
		const { hydrated, edits } = workspace.store.getState();
		if (seen === null || !hydrated || !opened || !mayShare(seen, slug) || seen.room.phase !== "open") return;
		const files = changedFiles(edits);
		onTooLarge?.(files === null);
		if (files === null) return;
		const failing = failingChecks(checks.store.getState().results);
		const sourceHash = workspace.sourceHash();
		const state = JSON.stringify([sourceHash, failing]);
		if (state === shared) return;
		shared = state;
		tell({ type: "code-shared", lesson: slug, sourceHash, files, failing });
	});

	const heartbeat = throttled(HEARTBEAT_MS, signal, () => tell({ type: "edited", lesson: slug }));
	const stopEdits = workspace.store.subscribe((state, before) => {
		// Reading what was kept is no edit.
		if (state.edits === before.edits || !before.hydrated) {
			if (state.hydrated && !before.hydrated) share();
			return;
		}
		heartbeat();
		share();
	});

	const stopChecks = checks.store.subscribe((state, before) => {
		const fresh = Object.values(state.results).filter((result) => before.results[result.id] !== result);
		tell(
			...fresh.map(
				({ id, verdict, sourceHash, message }): RoomFact => ({
					type: "check-run",
					lesson: slug,
					check: id,
					verdict,
					sourceHash,
					...(verdict !== "pass" && message !== "" && { message: cut(message, LIMITS.text) }),
				}),
			),
		);
		if (fresh.length > 0) share();
	});

	let sandbox: string | null = null;
	function tellSandbox(): void {
		const { state } = session.getState();
		const known = z.safeParse(sandboxStateSchema, state);
		if (state === sandbox || !known.success || view() === null) return;
		sandbox = state;
		tell({ type: "sandbox-changed", state: known.data });
	}
	const stopSession = session.subscribe(tellSandbox);

	watchProgress((notes) => {
		tell(...notes.flatMap((note) => factOf(note, slug) ?? []));
	}, signal);

	const stopRoom = room.store.subscribe((state, before) => {
		if (state.view !== before.view) onView();
	});
	const stop = () => {
		for (const each of [stopEdits, stopChecks, stopSession, stopRoom]) each();
	};
	if (signal.aborted) stop();
	else signal.addEventListener("abort", stop, { once: true });
	onView();
}

/** A gate keeps a lesson from being opened for the first time; what was opened stays open. */
export function isGated({ gated, me, room }: LearnerView, lesson: string): boolean {
	return room.phase === "open" && gated[lesson] === true && me.opened[lesson] !== true;
}

function mayShare({ me }: LearnerView, lesson: string): boolean {
	return me.consent.code === true || me.consent.approach[lesson] !== undefined;
}

function factOf({ type, lesson, check, level }: ProgressNote, slug: string): RoomFact | null {
	if (lesson !== slug) return null;
	switch (type) {
		case "hint-opened":
			return check === undefined || level === undefined ? null : { type, lesson, check, level };
		case "solution-viewed":
		case "solution-applied":
		case "lesson-completed":
			return { type, lesson };
		default:
			return null;
	}
}

/** `act` at once, and then no more often than every `ms`, the last call never lost. */
function throttled(ms: number, signal: AbortSignal, act: () => void): () => void {
	let lastAt = Number.NEGATIVE_INFINITY;
	let timer: ReturnType<typeof setTimeout> | undefined;
	signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
	return () => {
		if (timer !== undefined || signal.aborted) return;
		timer = setTimeout(
			() => {
				timer = undefined;
				lastAt = Date.now();
				act();
			},
			Math.max(0, lastAt + ms - Date.now()),
		);
	};
}
