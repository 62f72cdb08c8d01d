"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { useLesson, useShell } from "@/components/lesson/lesson-context";
import type { Shell } from "@/components/lesson/shell-store";
import { toast } from "@/components/ui/toaster";
import type { Playground } from "@/lib/playground/types";
import { type FollowStep, followStep, readHandled, writeHandled } from "@/lib/workshop/client/follow";
import type { Place } from "@/lib/workshop/contract";
import { useRoom, useRoomState } from "./use-room";

export type Call = Exclude<FollowStep, { do: "nothing" }>;

/** The call that was accepted on another page, and is carried out on the one it leads to. */
let accepted: number | null = null;

/** Goes along with the leader, or offers to where going would interrupt. Gives the offer. */
export function useFollow(slug: string, playground: Playground | null) {
	const router = useRouter();
	const { shell } = useLesson();
	const room = useRoom();
	const { view } = useRoomState();
	const editor = useShell((state) => state.editor);
	const [offer, setOffer] = useState<Call | null>(null);
	const { code } = room.membership;
	const lead = view?.lead;
	const following = view?.me.following;
	const phase = view?.room.phase;

	const carryOut = useCallback(
		(call: Call) => {
			setOffer(null);
			const { place } = call;
			if (place.lesson !== slug) {
				accepted = call.number;
				const title = room.store
					.getState()
					.view?.room.agenda.find((step) => step.lesson === place.lesson)?.title;
				toast(`You followed the instructor to “${title ?? place.lesson}”.`, {
					action: { label: "Back", onClick: () => router.push(`/lessons/${slug}`) },
				});
				router.push(`/lessons/${place.lesson}`);
				return;
			}
			if (!show(shell, place)) return;
			accepted = null;
			writeHandled(code, call.number);
		},
		[slug, shell, room, router, code],
	);

	// biome-ignore lint/correctness/useExhaustiveDependencies: an editor that has come is a reason to look again
	useEffect(() => {
		const seen = room.store.getState().view;
		if (seen === null || lead === undefined) return setOffer(null);
		const handled = readHandled(code);
		// Somebody who opens a tab of their own is not taken away from it.
		if (handled === null) return writeHandled(code, lead.number);
		const step = followStep(seen, handled, lead.number !== accepted && isBusy(playground));
		if (step.do === "nothing") return setOffer(null);
		if (step.do === "offer") return setOffer((before) => (before?.number === step.number ? before : step));
		carryOut(step);
	}, [lead, following, phase, playground, editor, code, room, carryOut]);

	return {
		offer,
		accept: () => offer && carryOut(offer),
		decline: () => {
			if (offer) writeHandled(code, offer.number);
			setOffer(null);
		},
	};
}

/** Gives whether it could be shown; the editor may not be there yet. */
function show(shell: Shell, place: Place): boolean {
	if (place.path !== undefined) {
		const { editor } = shell.store.getState();
		if (editor === null) return false;
		editor.look(place.path, place.line);
	}
	if (place.check !== undefined) shell.showCheck(place.check);
	return true;
}

/** Whether something of the learner's would be interrupted: typing, anywhere; a run of checks; a dialog. */
function isBusy(playground: Playground | null): boolean {
	if (playground?.checks.store.getState().run.state === "running") return true;
	if (document.querySelector('[role="dialog"]') !== null) return true;
	const focused = document.activeElement;
	return (
		focused instanceof HTMLElement &&
		(focused.isContentEditable || focused.matches("input, textarea, select, iframe, [role='textbox']"))
	);
}
