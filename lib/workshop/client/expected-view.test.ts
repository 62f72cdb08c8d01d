import { expect, test } from "vitest";
import { learnerViewSchema, type RoomFact } from "../contract";
import { expectedView, NO_PLACE } from "./expected-view";
import { learnerView } from "./test-view";

const view = learnerView();
const after = (...facts: RoomFact[]) => expectedView(view, facts, 50);

test("what was done is shown before the hub has it, and in its own words once it has", () => {
	expect(after({ type: "follow-changed", following: false }).me.following).toBe(false);
	expect(after({ type: "lesson-opened", lesson: "basics/first" }).me.opened).toEqual({
		"basics/first": true,
	});
	const asked = after({ type: "help-asked", lesson: "basics/first", check: "stores", note: "?" });
	expect(asked.help).toEqual({
		id: "not-sent-yet",
		askedAt: 50,
		ahead: NO_PLACE,
		lesson: "basics/first",
		check: "stores",
		note: "?",
	});
	expect(expectedView(asked, [{ type: "help-withdrawn" }], 60)).toEqual(view);
});

test("a call that is asked anew keeps its place", () => {
	const help = { id: "help-0001", lesson: "basics/first", check: "stores", askedAt: 5, ahead: 3 };
	const shown = expectedView(learnerView({ help }), [{ type: "help-asked", lesson: "basics/second" }], 60);
	expect(shown.help).toMatchObject({ askedAt: 5, ahead: 3, lesson: "basics/second" });
});

test("consent is given and taken back, for code and for an approach apart", () => {
	const given: RoomFact[] = [
		{ type: "consent-given", consent: { to: "code" } },
		{ type: "consent-given", consent: { to: "approach", lesson: "basics/first", named: true } },
	];
	const both = after(...given);
	expect(both.me.consent).toEqual({ code: true, approach: { "basics/first": { named: true } } });
	expect(after(...given, { type: "consent-revoked", to: "code" }).me.consent).toEqual({
		approach: { "basics/first": { named: true } },
	});
	expect(after(...given, { type: "consent-revoked", to: "approach" }).me.consent).toEqual({
		code: true,
		approach: {},
	});
	expect(learnerViewSchema.parse(both)).toEqual(both);
	const asked = learnerView({ me: { ...view.me, askedForApproach: { "basics/first": true } } });
	expect(expectedView(asked, [given[1]!], 1).me.askedForApproach).toEqual({});
	expect(
		expectedView(asked, [{ type: "approach-declined", lesson: "basics/first" }], 1).me.askedForApproach,
	).toEqual({});
});

test("a vote is shown while its round is open, and never in another", () => {
	const poll = {
		id: "poll-0001",
		question: "a/b#c",
		of: "choice",
		size: 3,
		twoVotes: true,
		round: 2,
		phase: "open",
	} as const;
	const vote = (round: 1 | 2): RoomFact => ({
		type: "voted",
		poll: "poll-0001",
		round,
		answer: { of: "choice", chosen: [1] },
	});
	const withPoll = (phase: "open" | "closed") => learnerView({ poll: { ...poll, phase } });
	expect(expectedView(withPoll("open"), [vote(2)], 1).poll?.vote).toEqual({ of: "choice", chosen: [1] });
	expect(expectedView(withPoll("open"), [vote(1)], 1).poll?.vote).toBeUndefined();
	expect(expectedView(withPoll("closed"), [vote(2)], 1).poll?.vote).toBeUndefined();
});
