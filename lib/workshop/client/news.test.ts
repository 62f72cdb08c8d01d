import { expect, test } from "vitest";
import type { LearnerView } from "../contract";
import type { LearnerRoomState } from "./learner-room";
import { newsBetween } from "./news";
import { learnerView } from "./test-view";

const outbox = {
	waiting: 0,
	state: "idle",
	kept: "browser",
	refused: [],
	problem: null,
	confirmed: 0,
} as const;
const live = (view: LearnerView | null): LearnerRoomState => ({
	link: { state: "live" },
	view,
	clockOffset: 0,
	outbox,
});
const before = learnerView({ gated: { "basics/second": true } });
const news = (change: Partial<LearnerView>) => newsBetween(live(before), live({ ...before, ...change }));

test.each<[Partial<LearnerView>, RegExp]>([
	[{ lead: { number: 1, place: { lesson: "basics/second" }, active: true } }, /goes to “Second”/],
	[{ gated: {} }, /“Second” is open now/],
	[{ released: { "basics/first": true } }, /solution of “First” is released/],
	[{ viewedBy: { "staff-001": "Grace" } }, /Grace is reading your code/],
	[{ announcements: { "note-0001": { at: 1, text: "Lunch" } } }, /Announcement: Lunch/],
	[{ room: { ...before.room, phase: "ended" } }, /session is over/],
	[
		{
			help: { id: "help-0001", lesson: "basics/first", askedAt: 1, ahead: 0, claimedBy: "Grace" },
		},
		/Grace is coming/,
	],
])("%o is told", (change, words) => {
	expect(news(change)).toEqual([expect.stringMatching(words)]);
});

test("nothing is told of what was there when the room was entered, nor of what stays", () => {
	expect(newsBetween(live(null), live(learnerView({ released: { "basics/first": true } })))).toEqual([]);
	expect(newsBetween(live(before), live({ ...before }))).toEqual([]);
});

test("a lost connection and its return are told, once each", () => {
	const offline: LearnerRoomState = { ...live(before), link: { state: "offline", since: 1, message: "" } };
	expect(newsBetween(live(before), offline)).toEqual([expect.stringMatching(/lost.*saved here/)]);
	expect(newsBetween(offline, { ...offline })).toEqual([]);
	expect(newsBetween(offline, live(before))).toEqual([expect.stringMatching(/again/)]);
});
