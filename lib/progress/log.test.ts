import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import type { ProgressEvent, ProgressFact } from "./events";
import { openProgressLog, type ProgressLog } from "./log";
import { createProgressKeeper } from "./store";

let databases = 0;
const freshName = () => `progress-test-${databases++}`;
const lessonOf = (event: ProgressEvent) => ("lesson" in event ? event.lesson : event.type);
const opened = (lesson: string): ProgressFact => ({ type: "lesson-opened", lesson });

test("events are numbered without gaps, also by two tabs at once, and survive a new opening", async () => {
	const name = freshName();
	const one = openProgressLog(name, () => 5);
	const two = openProgressLog(name, () => 6);
	await Promise.all([
		one.append([opened("a"), opened("b")]),
		two.append([opened("c")]),
		one.append([opened("d")]),
	]);
	const events = await openProgressLog(name).read();
	expect(events.map(({ seq }) => seq)).toEqual([0, 1, 2, 3]);
	expect(new Set(events.map(({ clientId }) => clientId)).size).toBe(1);
	expect(events.map(lessonOf).sort()).toEqual(["a", "b", "c", "d"]);
});

test("a merge adds what is new, keeps what is here, and later numbers stay free", async () => {
	const log = openProgressLog(freshName(), () => 1);
	const [first] = await log.append([opened("a")]);
	const mine = { ...first!, seq: 7, lesson: "from-my-backup" };
	const theirs = { ...first!, clientId: "another-browser", lesson: "theirs" };
	expect(await log.merge([{ ...first!, lesson: "changed" }, mine, theirs, theirs])).toBe(2);
	expect(await log.merge([mine, theirs])).toBe(0);
	const [next] = await log.append([opened("b")]);
	expect(next?.seq).toBe(8);
	expect((await log.read()).map(lessonOf).sort()).toEqual(["a", "b", "from-my-backup", "theirs"]);
});

test("progress goes to a file and into another browser; twice is the same as once", async () => {
	const here = createProgressKeeper(openProgressLog(freshName(), () => 3));
	await here.record(opened("a"), { type: "check-passed", lesson: "a", check: "x" });
	const text = await here.exportText();
	const there = createProgressKeeper(openProgressLog(freshName(), () => 4));
	await there.record(opened("b"));
	expect(await there.importText(text)).toEqual({ ok: true, added: 2 });
	expect(await there.importText(text)).toEqual({ ok: true, added: 0 });
	const state = there.store.getState();
	expect(state.state === "ready" && Object.keys(state.progress.lessons).sort()).toEqual(["a", "b"]);
});

test.each([
	["text that is no JSON", "{", /not JSON/],
	["another file", '{"name":"x"}', /does not hold progress/],
	["a newer version", '{"format":"server-actions-playground/progress","version":4}', /newer version/],
	[
		"one damaged event among good ones",
		JSON.stringify({
			format: "server-actions-playground/progress",
			version: 1,
			exportedAt: 0,
			events: [
				{ clientId: "client-one", seq: 0, at: 1, type: "lesson-opened", lesson: "a" },
				{ clientId: "client-one", seq: -1, at: 1, type: "lesson-opened", lesson: "b" },
			],
		}),
		/damaged at “events\.1\.seq”/,
	],
])("%s is refused with a reason and changes nothing", async (_, text, reason) => {
	const keeper = createProgressKeeper(openProgressLog(freshName(), () => 1));
	await keeper.record(opened("mine"));
	const before = keeper.store.getState();
	const outcome = await keeper.importText(text);
	expect(outcome.ok === false && outcome.reason).toMatch(reason);
	expect(outcome.ok === false && outcome.reason).toMatch(/unchanged/);
	expect(keeper.store.getState()).toEqual(before);
});

test("a browser that keeps nothing is told so, and progress still shows", async () => {
	const refuse = () => Promise.reject(new Error("no storage"));
	const deaf: ProgressLog = { read: refuse, append: refuse, merge: refuse };
	const keeper = createProgressKeeper(deaf, () => 1);
	await keeper.load();
	expect(keeper.store.getState().state).toBe("unsaved");
	await keeper.record(opened("a"), opened("b"));
	const state = keeper.store.getState();
	expect(state.state === "unsaved" && Object.keys(state.progress.lessons)).toEqual(["a", "b"]);
});

test("answers to questions go along, and tell nothing of lessons", async () => {
	const answered: ProgressFact = {
		type: "question-answered",
		question: "a/b#c",
		mode: "review",
		outcome: "partly",
		guessed: true,
		ms: 1200,
		answer: { of: "grid", marked: [true, null] },
	};
	const here = createProgressKeeper(openProgressLog(freshName(), () => 3));
	await here.record(answered, { type: "interview-date-set", date: "2026-12-01" });
	const there = createProgressKeeper(openProgressLog(freshName(), () => 4));
	expect(await there.importText(await here.exportText())).toEqual({ ok: true, added: 2 });
	const state = there.store.getState();
	expect(state.state === "ready" && state.quiz).toMatchObject([answered, { date: "2026-12-01" }]);
	expect(state.state === "ready" && state.progress).toEqual({ lessons: {}, lastLesson: null });
	const wrong = (await here.exportText()).replace('"partly"', '"splendid"');
	expect(await there.importText(wrong)).toMatchObject({
		ok: false,
		reason: expect.stringMatching(/damaged/),
	});
});
