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
	expect(await two.clientId()).toBe(events[0]?.clientId);
	expect(await openProgressLog(freshName()).clientId()).toBeNull();
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

test("a browser that keeps nothing is told so, and progress still shows", async () => {
	const refuse = () => Promise.reject(new Error("no storage"));
	const deaf: ProgressLog = { read: refuse, append: refuse, clientId: refuse, merge: refuse };
	const keeper = createProgressKeeper(deaf, () => 1);
	await keeper.load();
	expect(keeper.store.getState().state).toBe("unsaved");
	await keeper.record(opened("a"), opened("b"));
	const state = keeper.store.getState();
	expect(state.state === "unsaved" && Object.keys(state.progress.lessons)).toEqual(["a", "b"]);
});
