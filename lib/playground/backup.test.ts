import "fake-indexeddb/auto";
import { describe, expect, it, test } from "vitest";
import type { ProgressFact } from "@/lib/progress/events";
import { openProgressLog } from "@/lib/progress/log";
import { createProgressKeeper } from "@/lib/progress/store";
import { openArchive } from "@/lib/workspace/archive";
import { memoryStorage, openWorkspace, tabs } from "@/lib/workspace/testing";
import { createBackup } from "./backup";

let browsers = 0;
const LESSON = "part/lesson";
const opened = (lesson: string): ProgressFact => ({ type: "lesson-opened", lesson });

/** A browser of its own, at a time of its own. */
function browser(time = 1_000) {
	const storage = memoryStorage();
	const openChannel = tabs();
	const keeper = createProgressKeeper(openProgressLog(`backup-test-${browsers++}`, () => time));
	const archive = openArchive({ storage, openChannel, now: () => time });
	const backup = createBackup(keeper, archive, () => time);
	const clock = { now: () => time, after: () => () => undefined };
	const open = () => openWorkspace({ storage, openChannel, clock });
	return { storage, keeper, backup, open };
}

async function worked(time: number, text: string) {
	const here = browser(time);
	const { actions, flush } = await here.open();
	actions.edit("app/page.tsx", text);
	await flush();
	return here;
}

test("progress goes to a file and into another browser; twice is the same as once", async () => {
	const here = browser();
	await here.keeper.record(opened("a"), { type: "check-passed", lesson: "a", check: "x" });
	const text = await here.backup.exportText();
	const there = browser();
	await there.keeper.record(opened("b"));
	expect(await there.backup.importText(text)).toEqual({ ok: true, events: 2, lessons: 0, earlier: 0 });
	expect(await there.backup.importText(text)).toEqual({ ok: true, events: 0, lessons: 0, earlier: 0 });
	const state = there.keeper.store.getState();
	expect(state.state === "ready" && Object.keys(state.progress.lessons).sort()).toEqual(["a", "b"]);
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
	const here = browser();
	await here.keeper.record(answered, { type: "interview-date-set", date: "2026-12-01" });
	const there = browser();
	expect(await there.backup.importText(await here.backup.exportText())).toMatchObject({
		ok: true,
		events: 2,
	});
	const state = there.keeper.store.getState();
	expect(state.state === "ready" && state.quiz).toMatchObject([answered, { date: "2026-12-01" }]);
	expect(state.state === "ready" && state.progress).toEqual({ lessons: {}, lastLesson: null });
	const wrong = (await here.backup.exportText()).replace('"partly"', '"splendid"');
	expect(await there.backup.importText(wrong)).toMatchObject({
		ok: false,
		reason: expect.stringMatching(/damaged/),
	});
});

describe("the learner's files", () => {
	it("go along, with their earlier states", async () => {
		const here = browser(100);
		const first = await here.open();
		first.actions.edit("app/page.tsx", "first");
		first.actions.reset();
		first.actions.edit("app/page.tsx", "mine");
		await first.flush();
		const there = browser(200);
		const text = await here.backup.exportText();
		expect(await there.backup.importText(text)).toEqual({ ok: true, events: 0, lessons: 1, earlier: 0 });
		const { store } = await there.open();
		expect(store.getState()).toMatchObject({
			edits: { "app/page.tsx": "mine" },
			snapshots: [{ edits: { "app/page.tsx": "first" } }],
		});
		expect(await there.backup.importText(text)).toMatchObject({ lessons: 0, earlier: 0 });
	});

	it("that are newer replace those here, which Undo brings back", async () => {
		const there = await worked(100, "older, here");
		const text = await (await worked(200, "newer, from the file")).backup.exportText();
		expect(await there.backup.importText(text)).toMatchObject({ lessons: 1, earlier: 0 });
		const { store, actions } = await there.open();
		expect(store.getState().edits).toEqual({ "app/page.tsx": "newer, from the file" });
		expect(actions.undo()).toBe("Before: files imported");
		expect(store.getState().edits).toEqual({ "app/page.tsx": "older, here" });
	});

	it("that are older go among the earlier states, once", async () => {
		const there = await worked(200, "newer, here");
		const text = await (await worked(100, "older, from the file")).backup.exportText();
		expect(await there.backup.importText(text)).toMatchObject({ lessons: 0, earlier: 1 });
		expect(await there.backup.importText(text)).toMatchObject({ lessons: 0, earlier: 0 });
		const { store } = await there.open();
		expect(store.getState()).toMatchObject({
			edits: { "app/page.tsx": "newer, here" },
			snapshots: [
				{ label: "From an imported file", edits: { "app/page.tsx": "older, from the file" }, aside: true },
			],
		});
	});

	it("are shown at once where the lesson is open", async () => {
		const there = browser(100);
		const { store } = await there.open();
		const text = await (await worked(50, "from the file")).backup.exportText();
		await there.backup.importText(text);
		expect(store.getState().edits).toEqual({ "app/page.tsx": "from the file" });
	});

	it("of an open lesson are exported also where the browser keeps nothing", async () => {
		const here = browser();
		const { actions, record } = await here.open();
		here.storage.fail = new DOMException("no", "SecurityError");
		actions.edit("app/page.tsx", "mine");
		const text = await here.backup.exportText([record()]);
		expect(await browser().backup.importText(text)).toMatchObject({ lessons: 1 });
	});

	it("of an open lesson do not stand in for newer ones that are kept", async () => {
		const here = await worked(100, "newer");
		const { record } = await here.open();
		const text = await here.backup.exportText([{ ...record(), changedAt: 1, edits: {} }]);
		expect(text).toContain("newer");
	});

	it.each([
		[
			"a path that leads out of the app",
			(record: { edits: object }) => Object.assign(record.edits, { "../x": "" }),
		],
		["a name of what was put aside", (record: object) => Object.assign(record, { lesson: `${LESSON}#x` })],
		["another shape", (record: object) => Object.assign(record, { edits: "?" })],
	])("with %s are refused, and nothing of the file is taken", async (_name, damage) => {
		const here = await worked(100, "mine");
		await here.keeper.record(opened("a"));
		const file = JSON.parse(await here.backup.exportText());
		damage(file.workspaces[0]);
		const there = browser();
		const outcome = await there.backup.importText(JSON.stringify(file));
		expect(outcome.ok === false && outcome.reason).toMatch(/damaged at “workspaces\.0”.*unchanged/);
		expect(there.storage.values.size).toBe(0);
		expect(await there.keeper.events()).toEqual([]);
	});

	it("that the browser will not keep are told of, and nothing here is lost", async () => {
		const there = await worked(100, "here");
		const text = await (await worked(200, "from the file")).backup.exportText();
		there.storage.fail = new DOMException("full", "QuotaExceededError");
		const outcome = await there.backup.importText(text);
		expect(outcome.ok === false && outcome.reason).toMatch(/What was here before is unchanged/);
		there.storage.fail = null;
		expect((await there.open()).store.getState().edits).toEqual({ "app/page.tsx": "here" });
	});
});

test.each([
	["text that is no JSON", "{", /not JSON/],
	["another file", '{"name":"x"}', /does not hold progress/],
	["a newer version", '{"format":"server-actions-playground/progress","version":5}', /newer version/],
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
	const { keeper, backup } = browser();
	await keeper.record(opened("mine"));
	const before = keeper.store.getState();
	const outcome = await backup.importText(text);
	expect(outcome.ok === false && outcome.reason).toMatch(reason);
	expect(outcome.ok === false && outcome.reason).toMatch(/unchanged/);
	expect(keeper.store.getState()).toEqual(before);
});
