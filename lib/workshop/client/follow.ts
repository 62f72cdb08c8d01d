import type { LearnerView, Place } from "../contract";

export type FollowStep =
	| { do: "nothing" }
	/** Now, by itself: nobody is in the middle of anything. */
	| { do: "go"; number: number; place: Place }
	/** A line with a button: going would interrupt. */
	| { do: "offer"; number: number; place: Place };

/**
 * What a call of the leader asks of this page.
 * @param handled number of the last call that was followed or declined
 * @param busy the learner types, runs checks or reads a dialog
 */
export function followStep(view: LearnerView, handled: number, busy: boolean): FollowStep {
	const { lead, me, room } = view;
	if (!lead?.active || !me.following || room.phase === "ended" || lead.number <= handled)
		return { do: "nothing" };
	return { do: busy ? "offer" : "go", number: lead.number, place: lead.place };
}

/** Where a learner who has just come in starts. */
export function startingLesson({ lead, room }: LearnerView): string {
	return lead?.place.lesson ?? room.agenda[0]!.lesson;
}

/** The last call that this tab has handled; a reload does not call again. `null`: none yet. */
export function readHandled(code: string): number | null {
	try {
		const kept = sessionStorage.getItem(handledKey(code));
		return kept === null ? null : Number(kept);
	} catch {
		return null;
	}
}

export function writeHandled(code: string, number: number): void {
	try {
		sessionStorage.setItem(handledKey(code), String(number));
	} catch {
		// Then a reload calls once more.
	}
}

const handledKey = (code: string) => `server-actions-playground.followed.${code}`;
