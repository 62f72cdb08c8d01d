import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { RoomCommand, RoomEvent, RoomFact } from "./contract";
import type { Entry } from "./entries";
import { fold } from "./fold";
import { helpQueue } from "./read-state";
import { TestRoom } from "./test-room";
import { type Presence, RoomViews } from "./views";

const LEARNERS = ["learner-a", "learner-b", "learner-c"];
const here: Presence = { isConnected: () => true, viewersOf: () => ({}) };

/** Everything anybody is shown. */
function shown(entries: Entry[]) {
	const state = fold(entries);
	const views = new RoomViews("ACDEFG", state, here);
	return {
		instructor: views.instructor(),
		projector: views.projector(),
		learners: LEARNERS.map((id) => views.learner(id)),
		queue: helpQueue(state).map(({ id, place }) => [id, place]),
	};
}

const lesson = fc.constantFrom("forms/zod", "cache/path");
const check = fc.constantFrom("stores", "refuses");
const fact = fc.oneof(
	fc.record({ type: fc.constant("lesson-opened"), lesson }),
	fc.record({
		type: fc.constant("check-run"),
		lesson: fc.constant("forms/zod"),
		check,
		verdict: fc.constantFrom("pass", "fail", "fail", "blocked"),
		sourceHash: fc.constant("abc"),
		message: fc.constantFrom("one", "two"),
	}),
	fc.record({
		type: fc.constant("hint-opened"),
		lesson: fc.constant("forms/zod"),
		check,
		level: fc.constantFrom(1, 2, 3),
	}),
	fc.record({ type: fc.constantFrom("edited", "lesson-completed", "solution-applied"), lesson }),
	fc.record({ type: fc.constant("sandbox-changed"), state: fc.constantFrom("ready", "crashed") }),
	fc.record({ type: fc.constant("follow-changed"), following: fc.boolean() }),
	fc.record({ type: fc.constant("consent-given"), consent: fc.constant({ to: "code" }) }),
	fc.record({
		type: fc.constant("consent-given"),
		consent: fc.record({ to: fc.constant("approach"), lesson, named: fc.boolean() }),
	}),
	fc.record({ type: fc.constant("consent-revoked"), to: fc.constantFrom("code", "approach") }),
	fc.record({
		type: fc.constant("code-shared"),
		lesson,
		sourceHash: fc.constant("abc"),
		files: fc.constant({ "app/page.tsx": "secret" }),
		failing: fc.constant([]),
	}),
	fc.record({ type: fc.constant("help-asked"), lesson: fc.constant("forms/zod"), check }),
	fc.record({ type: fc.constant("help-withdrawn") }),
	fc.record({
		type: fc.constant("voted"),
		poll: fc.constant("poll-one"),
		round: fc.constantFrom(1, 2),
		answer: fc.record({ of: fc.constant("choice"), chosen: fc.constantFrom([0], [1], [2]) }),
	}),
) as fc.Arbitrary<RoomFact>;

const command = fc.oneof(
	fc.constantFrom<RoomCommand>(
		{ type: "poll-close", poll: "poll-one" },
		{ type: "poll-second-vote", poll: "poll-one" },
		{ type: "poll-reveal", poll: "poll-one" },
		{ type: "lead", place: { lesson: "cache/path" } },
		{ type: "approach-ask", learner: "learner-a", lesson: "forms/zod" },
		{ type: "approach-share", learner: "learner-a", lesson: "forms/zod" },
		{ type: "learner-remove", learner: "learner-b" },
		{ type: "learner-rename", learner: "learner-c", name: "Renamed" },
	),
);

type Act = { learner: string; at: number; fact: RoomFact } | { command: RoomCommand };
const acts = fc.array(
	fc.oneof(
		{
			weight: 6,
			arbitrary: fc.record({ learner: fc.constantFrom(...LEARNERS), at: fc.nat(60), fact }),
		},
		{ weight: 1, arbitrary: fc.record({ command }) },
	),
	{ maxLength: 60 },
) as fc.Arbitrary<Act[]>;

function roomWithPoll(): TestRoom {
	const room = new TestRoom();
	room.join(...LEARNERS);
	room.command(
		{ type: "poll-open", question: "forms/zod#why", of: "choice", size: 3, twoVotes: true },
		1,
		{ role: "instructor" },
		"poll-one",
	);
	return room;
}

function play(list: Act[]): TestRoom {
	const room = roomWithPoll();
	for (const act of list) {
		if ("command" in act) room.command(act.command, room.log.length);
		else room.tell(act.learner, act.at, act.fact);
	}
	return room;
}

test("learners' events between two commands may be folded in any order, and each any number of times", () => {
	fc.assert(
		fc.property(acts, fc.infiniteStream(fc.nat(1_000_000)), (list, numbers) => {
			const { log } = play(list);
			const next = () => numbers.next().value as number;
			const shuffled: Entry[] = [];
			let run: Entry[] = [];
			const flush = () => {
				const doubled = run.flatMap((entry) => (next() % 3 === 0 ? [entry, entry] : [entry]));
				const keyed = doubled.map((entry) => ({ entry, key: next() }));
				shuffled.push(...keyed.sort((a, b) => a.key - b.key).map(({ entry }) => entry));
				run = [];
			};
			for (const entry of log) {
				if (entry.body.kind === "event") run.push(entry);
				else {
					flush();
					shuffled.push(entry);
					if (next() % 3 === 0) shuffled.push(entry);
				}
			}
			flush();
			expect(shown(shuffled)).toEqual(shown(log));
		}),
		{ numRuns: 300 },
	);
});

test("outboxes that send twice, late and mixed end in the same room as those that send in order", () => {
	// What must not depend on when it arrived: all but the order of the queue, and code, which follows consent.
	const plain = acts.map((list) =>
		list.filter(
			(act): act is Extract<Act, { learner: string }> =>
				"learner" in act && !/help|code|consent/.test(act.fact.type),
		),
	);
	fc.assert(
		fc.property(plain, fc.infiniteStream(fc.nat(1_000_000)), (list, numbers) => {
			const room = roomWithPoll();
			const events = list.map(({ learner, at, fact: one }) => ({
				learner,
				event: room.event(learner, at, one),
			}));
			for (const { learner, event } of events) room.send(learner, event);
			const other = roomWithPoll();
			const sent: { learner: string; event: RoomEvent; key: number }[] = events
				.flatMap((one) => ((numbers.next().value as number) % 2 ? [one, one] : [one]))
				.map((one) => ({ ...one, key: numbers.next().value as number }));
			for (const { learner, event } of sent.sort((a, b) => a.key - b.key)) other.send(learner, event);
			expect(shown(other.log)).toEqual(shown(room.log));
		}),
		{ numRuns: 300 },
	);
});

const vote = (round: 1 | 2, option: number): RoomFact => ({
	type: "voted",
	poll: "poll-one",
	round,
	answer: { of: "choice", chosen: [option] },
});

test("a vote may be changed while it is open, counts once, and never after it is closed", () => {
	const room = roomWithPoll();
	const tallies = () => new RoomViews("ACDEFG", room.state, here).instructor().poll?.tallies;
	expect(room.tell("learner-a", 1, vote(1, 0))).toBeNull();
	expect(room.tell("learner-a", 2, vote(1, 1))).toBeNull();
	expect(room.tell("learner-b", 2, vote(1, 1))).toBeNull();
	expect(tallies()).toEqual({ first: { of: "choice", counts: [0, 2, 0] } });
	expect(room.command({ type: "poll-close", poll: "poll-one" })).toBeNull();
	expect(room.tell("learner-c", 3, vote(1, 2))).toBe("poll-closed");
	expect(room.command({ type: "poll-second-vote", poll: "poll-one" })).toBeNull();
	expect(room.tell("learner-c", 4, vote(1, 2))).toBe("poll-closed");
	expect(room.tell("learner-c", 5, vote(2, 9))).toBe("bad-vote");
	expect(room.tell("learner-c", 6, vote(2, 2))).toBeNull();
	expect(tallies()).toEqual({
		first: { of: "choice", counts: [0, 2, 0] },
		second: { of: "choice", counts: [0, 0, 1] },
	});
	expect(room.command({ type: "poll-second-vote", poll: "poll-one" })).toBe("conflict");
	expect(room.command({ type: "poll-reveal", poll: "poll-one" })).toBeNull();
	expect(room.tell("learner-b", 7, vote(2, 2))).toBe("poll-closed");
	expect(room.command({ type: "poll-close", poll: "poll-one" })).toBe("conflict");
});

const run = (verdict: "pass" | "fail", id = "stores"): RoomFact => ({
	type: "check-run",
	lesson: "forms/zod",
	check: id,
	verdict,
	sourceHash: "abc",
});
const ask: RoomFact = { type: "help-asked", lesson: "forms/zod", check: "stores" };

test("a call for help keeps its place, closes when its check turns green, and another may follow", () => {
	const room = new TestRoom();
	room.join(...LEARNERS);
	const queue = () => helpQueue(room.state).map(({ learner }) => learner.id);
	room.tell("learner-a", 1, ask);
	room.tell("learner-b", 2, ask);
	room.tell("learner-c", 3, ask);
	room.tell("learner-a", 4, { ...ask, note: "still" } as RoomFact);
	expect(queue()).toEqual(["learner-a", "learner-b", "learner-c"]);
	expect(helpQueue(room.state)[0]).toMatchObject({ note: "still", askedAt: 1 });
	room.tell("learner-a", 5, run("pass", "refuses"));
	room.tell("learner-b", 6, run("pass"));
	expect(queue()).toEqual(["learner-a", "learner-c"]);
	const first = helpQueue(room.state)[0]!;
	room.tell("learner-a", 7, run("pass"));
	room.tell("learner-a", 8, ask);
	expect(queue()).toEqual(["learner-c", "learner-a"]);
	expect(helpQueue(room.state)[1]!.id).not.toBe(first.id);
	room.tell("learner-c", 9, { type: "help-withdrawn" });
	expect(queue()).toEqual(["learner-a"]);
});

test("helpers take calls, and nothing but calls; whom one helps, another does not", () => {
	const room = new TestRoom();
	room.join("learner-a");
	const [one, two] = ["helper-one", "helper-two"].map((id) => ({ role: "helper" as const, id }));
	for (const by of [one!, two!]) room.write(by, { kind: "helper-joined", name: by.id }, 0);
	room.tell("learner-a", 1, ask);
	const { id } = helpQueue(room.state)[0]!;
	expect(room.command({ type: "help-claim", help: id }, 2, one)).toBeNull();
	expect(room.command({ type: "help-claim", help: id }, 2, two)).toBe("conflict");
	expect(room.command({ type: "help-unclaim", help: id }, 2, two)).toBe("conflict");
	expect(room.command({ type: "room-end" }, 2, one)).toBe("forbidden");
	const view = () => new RoomViews("ACDEFG", room.state, here).learner("learner-a");
	expect(view()?.help).toMatchObject({ ahead: 0, claimedBy: "helper-one" });
	expect(room.command({ type: "help-close", help: id }, 3, one)).toBeNull();
	expect(view()?.help).toBeUndefined();
});

test("code is taken with consent only, and what was put on show goes with the consent", () => {
	const room = new TestRoom();
	room.join("learner-a");
	const code: RoomFact = {
		type: "code-shared",
		lesson: "forms/zod",
		sourceHash: "abc",
		files: {},
		failing: [],
	};
	const shows = () => Object.keys(new RoomViews("ACDEFG", room.state, here).projector().approaches);
	const share = { type: "approach-share", learner: "learner-a", lesson: "forms/zod" } as const;
	expect(room.tell("learner-a", 1, code)).toBe("no-consent");
	expect(room.command(share)).toBe("no-consent");
	const agree: RoomFact = {
		type: "consent-given",
		consent: { to: "approach", lesson: "forms/zod", named: true },
	};
	room.tell("learner-a", 2, agree);
	expect(room.command(share)).toBe("not-there");
	expect(room.tell("learner-a", 3, code)).toBeNull();
	expect(room.command(share)).toBeNull();
	expect(shows()).toHaveLength(1);
	room.tell("learner-a", 4, { type: "consent-revoked", to: "approach" });
	expect(shows()).toHaveLength(0);
	room.tell("learner-a", 5, agree);
	expect(shows()).toHaveLength(0);
});
