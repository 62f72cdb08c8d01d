import type { LearnerView, RoomFact } from "../contract";

/** A help call that the hub does not know of yet has no place in the queue. */
export const NO_PLACE = -1;

/**
 * The view as it will be once the hub has these facts: what a learner did is shown at once, connected or not.
 * @param at milliseconds by the hub's clock
 */
export function expectedView(view: LearnerView, facts: readonly RoomFact[], at: number): LearnerView {
	return facts.reduce((shown, fact) => withFact(shown, fact, at), view);
}

function withFact(view: LearnerView, fact: RoomFact, at: number): LearnerView {
	const { me } = view;
	const withMe = (change: Partial<LearnerView["me"]>) => ({ ...view, me: { ...me, ...change } });
	switch (fact.type) {
		case "lesson-opened":
			return withMe({ opened: { ...me.opened, [fact.lesson]: true } });
		case "follow-changed":
			return withMe({ following: fact.following });
		case "consent-given": {
			if (fact.consent.to === "code") return withMe({ consent: { ...me.consent, code: true } });
			const { lesson, named } = fact.consent;
			return withMe({
				consent: { ...me.consent, approach: { ...me.consent.approach, [lesson]: { named } } },
				askedForApproach: without(me.askedForApproach, lesson),
			});
		}
		case "consent-revoked": {
			const { code, approach } = me.consent;
			if (fact.to === "code") return withMe({ consent: { approach } });
			const left = fact.lesson === undefined ? {} : without(approach, fact.lesson);
			return withMe({ consent: { ...(code && { code }), approach: left } });
		}
		case "approach-declined":
			return withMe({ askedForApproach: without(me.askedForApproach, fact.lesson) });
		case "help-asked": {
			const { lesson, check, note } = fact;
			const place = view.help ?? { id: "not-sent-yet", askedAt: at, ahead: NO_PLACE };
			return { ...view, help: { ...place, lesson, ...(check && { check }), ...(note && { note }) } };
		}
		case "help-withdrawn": {
			const { help: _, ...rest } = view;
			return rest;
		}
		case "voted": {
			const { poll } = view;
			const counts = poll && poll.id === fact.poll && poll.round === fact.round && poll.phase === "open";
			return counts ? { ...view, poll: { ...poll, vote: fact.answer } } : view;
		}
		default:
			return view;
	}
}

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
	const { [key]: _, ...rest } = record;
	return rest;
}
