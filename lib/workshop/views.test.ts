import { expect, test } from "vitest";
import { type RoomFact, roomViewSchema } from "./contract";
import { helpQueue } from "./read-state";
import { TestRoom } from "./test-room";
import { RoomViews } from "./views";

const SECRET = "const secret = 42;";
const run = (verdict: "pass" | "fail"): RoomFact => ({
	type: "check-run",
	lesson: "forms/zod",
	check: "stores",
	verdict,
	sourceHash: "abc",
	message: verdict === "fail" ? "Nothing was stored." : undefined,
});

/** A room in which everything that views can show is there. */
function fullRoom(): TestRoom {
	const room = new TestRoom();
	room.join("learner-a", "learner-b");
	room.write({ role: "helper", id: "helper-one" }, { kind: "helper-joined", name: "Hal" }, 0);
	const facts: RoomFact[] = [
		{ type: "lesson-opened", lesson: "forms/zod" },
		run("fail"),
		{ type: "hint-opened", lesson: "forms/zod", check: "stores", level: 2 },
		{ type: "edited", lesson: "forms/zod" },
		{ type: "sandbox-changed", state: "ready" },
		{ type: "consent-given", consent: { to: "code" } },
		{ type: "consent-given", consent: { to: "approach", lesson: "forms/zod", named: true } },
		{
			type: "code-shared",
			lesson: "forms/zod",
			sourceHash: "abc",
			files: { "app/page.tsx": SECRET },
			failing: [],
		},
		{ type: "help-asked", lesson: "forms/zod", check: "stores", note: "please" },
		{ type: "solution-applied", lesson: "cache/path" },
		{ type: "lesson-completed", lesson: "cache/path" },
	];
	for (const [at, fact] of facts.entries()) room.tell("learner-a", at, fact);
	room.command({ type: "lead", place: { lesson: "forms/zod", check: "stores" } });
	room.command({ type: "announce", text: "Welcome" });
	room.command({ type: "gate", lesson: "cache/path", open: false });
	room.command({ type: "solution-release", lesson: "forms/zod", released: true });
	room.command({ type: "timer-start", seconds: 60, label: "Break" });
	room.command({ type: "approach-share", learner: "learner-a", lesson: "forms/zod" });
	room.command({ type: "help-claim", help: helpQueue(room.state)[0]!.id }, 5, {
		role: "helper",
		id: "helper-one",
	});
	for (const id of ["poll-old-one", "poll-new-one"]) {
		room.command(
			{ type: "poll-open", question: "forms/zod#why", of: "choice", size: 3, twoVotes: true },
			6,
			{ role: "instructor" },
			id,
		);
		room.tell("learner-a", 7, {
			type: "voted",
			poll: id,
			round: 1,
			answer: { of: "choice", chosen: [1] },
		});
		if (id === "poll-old-one") {
			room.command({ type: "poll-reveal", poll: id });
			room.command({ type: "poll-dismiss", poll: id });
		}
	}
	return room;
}

function viewsOf(room: TestRoom) {
	const views = new RoomViews("ACDEFH", room.state, {
		isConnected: (id) => id === "learner-a",
		viewersOf: (id): Record<string, string> => (id === "learner-a" ? { "helper-one": "Hal" } : {}),
	});
	return {
		instructor: views.instructor(),
		helper: views.helper("helper-one")!,
		projector: views.projector(),
		a: views.learner("learner-a")!,
		b: views.learner("learner-b")!,
	};
}

test("every view holds what its strict type says and nothing else, also after a journey as JSON", () => {
	const views = viewsOf(fullRoom());
	for (const view of Object.values(views)) {
		expect(roomViewSchema.parse(JSON.parse(JSON.stringify(view)))).toEqual(view);
	}
});

test("no view holds code; a learner's holds no other's name or work, the projector's no name", () => {
	const room = fullRoom();
	const views = viewsOf(room);
	expect(JSON.stringify(views)).not.toContain(SECRET);
	const b = JSON.stringify({ ...views.b, approaches: {} });
	expect(b).not.toMatch(/learner-a|Name of learner-a|Nothing was stored|please/);
	expect(Object.values(views.b.approaches)).toMatchObject([{ name: "Name of learner-a" }]);
	room.tell("learner-a", 50, {
		type: "consent-given",
		consent: { to: "approach", lesson: "forms/zod", named: false },
	});
	expect(JSON.stringify([viewsOf(room).projector, viewsOf(room).b.approaches])).not.toMatch(/Name of/);
	expect(JSON.stringify(viewsOf(room).projector)).not.toMatch(/learner-|Hal|please/);
});

test("votes are seen by the instructor at once, by everyone when they are revealed", () => {
	const room = fullRoom();
	const before = viewsOf(room);
	expect(before.instructor.poll?.tallies.first).toEqual({ of: "choice", counts: [0, 1, 0] });
	expect(before.projector.poll).toMatchObject({ voters: { first: 1, second: 0 } });
	for (const { poll } of [before.projector, before.a, before.b]) expect(poll?.tallies).toBeUndefined();
	expect(before.a.poll?.vote).toEqual({ of: "choice", chosen: [1] });
	expect(before.b.poll?.vote).toBeUndefined();
	expect(before.b.asked).toEqual(["forms/zod#why"]);
	room.command({ type: "poll-reveal", poll: "poll-new-one" });
	const after = viewsOf(room);
	for (const { poll } of [after.projector, after.a, after.b]) {
		expect(poll?.tallies?.first).toEqual({ of: "choice", counts: [0, 1, 0] });
	}
});

test("the board: runs, red runs since the last pass, the first pass, the highest hint", () => {
	const room = fullRoom();
	const cell = () => viewsOf(room).instructor.learners["learner-a"]?.lessons["forms/zod"]?.checks.stores;
	expect(cell()).toMatchObject({
		verdict: "fail",
		runs: 1,
		reds: 1,
		hint: 2,
		message: "Nothing was stored.",
	});
	room.tell("learner-a", 60, run("pass"));
	expect(cell()).toEqual({ verdict: "pass", at: 60, runs: 2, reds: 0, hint: 2, passedAt: 60 });
	room.tell("learner-a", 70, run("fail"));
	expect(cell()).toMatchObject({ verdict: "fail", runs: 3, reds: 1, passedAt: 60 });
	expect(viewsOf(room).projector.progress["forms/zod"]?.checks.stores).toEqual({ passed: 1, failing: 1 });
});

test("a learner sees who reads the code, while it may be read", () => {
	const room = fullRoom();
	expect(viewsOf(room).a.viewedBy).toEqual({ "helper-one": "Hal" });
	expect(viewsOf(room).helper.learners["learner-a"]).toMatchObject({ readable: true });
	expect(Object.keys(viewsOf(room).helper.learners["learner-a"]!.code)).toEqual(["forms/zod"]);
	room.tell("learner-a", 80, { type: "consent-revoked", to: "code" });
	expect(viewsOf(room).a.viewedBy).toEqual({});
	expect(viewsOf(room).helper.learners["learner-a"]).toMatchObject({ readable: false, code: {} });
	room.tell("learner-a", 81, { type: "consent-given", consent: { to: "code" } });
	expect(viewsOf(room).helper.learners["learner-a"]).toMatchObject({ readable: true, code: {} });
});

test("parts that did not change are the same objects from view to view", () => {
	const room = fullRoom();
	const views = new RoomViews("ACDEFH", room.state, { isConnected: () => true, viewersOf: () => ({}) });
	const before = views.instructor();
	room.tell("learner-b", 90, run("pass"));
	const after = views.instructor();
	expect(after.learners["learner-a"]).toBe(before.learners["learner-a"]);
	expect(after.learners["learner-b"]).not.toBe(before.learners["learner-b"]);
	expect(after.room.agenda).toBe(before.room.agenda);
});
