import "fake-indexeddb/auto";
import { afterEach, expect, test, vi } from "vitest";
import { HUB_ERROR_STATUS, type HubErrorValue, type RoomEvent, type RoomFact } from "../contract";
import { createOutbox } from "./outbox";
import { openQueueStorage, type QueueStorage } from "./queue-storage";

const CODE = "ACDEFG";
const lesson = "forms/first";
const opened = (slug = lesson): RoomFact => ({ type: "lesson-opened", lesson: slug });

/** Counts each event once, as the hub does, and answers as the test says. */
function fakeHub() {
	const events = new Map<string, RoomEvent>();
	const answers: Array<"lost" | "answer lost" | HubErrorValue | { refused: object[] }> = [];
	let requests = 0;
	const fetch = (async (_path: string, init: RequestInit) => {
		requests += 1;
		const answer = answers.shift();
		if (answer === "lost") throw new TypeError("Failed to fetch");
		if (answer && typeof answer === "object" && "code" in answer) {
			return Response.json({ error: answer }, { status: HUB_ERROR_STATUS[answer.code] });
		}
		for (const event of (JSON.parse(String(init.body)) as { events: RoomEvent[] }).events) {
			events.set(`${event.clientId}:${event.seq}`, event);
		}
		if (answer === "answer lost") throw new TypeError("Failed to fetch");
		return Response.json({ version: 1, refused: answer && "refused" in answer ? answer.refused : [] });
	}) as typeof globalThis.fetch;
	return { fetch, answers, events, requests: () => requests };
}

const lives: AbortController[] = [];
afterEach(() => {
	for (const life of lives.splice(0)) life.abort();
	vi.unstubAllGlobals();
});

let databases = 0;
const freshStorage = () => openQueueStorage(`outbox-${databases++}`);

function openOutbox(hub: ReturnType<typeof fakeHub>, storage: Promise<QueueStorage>, more: object = {}) {
	const life = new AbortController();
	lives.push(life);
	const waits: number[] = [];
	const outbox = createOutbox({
		code: CODE,
		secret: "a".repeat(48),
		signal: life.signal,
		storage,
		fetch: hub.fetch,
		random: () => 0,
		delay: async (ms, signal) => {
			signal.throwIfAborted();
			waits.push(ms);
		},
		...more,
	});
	const sent = () =>
		vi.waitFor(() => expect(outbox.store.getState()).toMatchObject({ waiting: 0, state: "idle" }));
	return { ...outbox, life, sent, waits };
}

test("what was told arrives once, whether the request or the answer was lost", async () => {
	const hub = fakeHub();
	hub.answers.push("lost", "answer lost", { code: "no-store", message: "Later." });
	const outbox = openOutbox(hub, freshStorage());
	await outbox.tell(opened("forms/a"), opened("forms/b"));
	await outbox.sent();
	await outbox.tell(opened("forms/c"));
	await outbox.sent();
	const arrived = [...hub.events.values()];
	expect(arrived.map(({ seq }) => seq)).toEqual([0, 1, 2]);
	expect(arrived.map((event) => "lesson" in event && event.lesson)).toEqual([
		"forms/a",
		"forms/b",
		"forms/c",
	]);
	expect(new Set(arrived.map(({ clientId }) => clientId)).size).toBe(1);
	expect(hub.requests()).toBe(5);
});

test("a closed laptop loses nothing: the next page sends what waits, under the same numbers", async () => {
	const storage = freshStorage();
	const hub = fakeHub();
	hub.answers.push("answer lost");
	const stuck = openOutbox(hub, storage, { delay: () => new Promise(() => {}) });
	// The first pause, in which facts gather, never ends either: nothing is sent.
	await stuck.tell(opened("forms/a"));
	expect(stuck.store.getState().waiting).toBe(1);
	stuck.life.abort();
	const next = openOutbox(hub, storage);
	await next.sent();
	await next.tell(opened("forms/b"));
	await next.sent();
	expect([...hub.events.values()].map(({ seq }) => seq)).toEqual([0, 1]);
});

test.each([["with locks"], ["without"]])("two tabs send in order, each number once (%s)", async (kind) => {
	const locks = kind === "with locks" ? fakeLocks() : undefined;
	vi.stubGlobal("navigator", { locks });
	const storage = freshStorage();
	const hub = fakeHub();
	const tabs = [openOutbox(hub, storage), openOutbox(hub, storage)];
	await Promise.all(Array.from({ length: 20 }, (_, n) => tabs[n % 2]!.tell(opened(`forms/lesson-${n}`))));
	for (const tab of tabs) tab.flush();
	await vi.waitFor(() => expect(hub.events.size).toBe(20));
	const seqs = [...hub.events.values()].map(({ seq }) => seq);
	expect(seqs.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n));
});

function fakeLocks() {
	let turn: Promise<unknown> = Promise.resolve();
	return {
		request: (_name: string, _options: object, use: () => Promise<unknown>) => {
			const mine = turn.then(use);
			turn = mine.catch(() => undefined);
			return mine;
		},
	};
}

test("what the hub refuses is told and is out of the way", async () => {
	const hub = fakeHub();
	hub.answers.push({
		refused: [{ clientId: "x", seq: 0, code: "poll-closed", message: "The poll is closed." }],
	});
	const outbox = openOutbox(hub, freshStorage());
	await outbox.tell(opened());
	await outbox.sent();
	expect(outbox.store.getState().refused).toEqual([{ code: "poll-closed", message: "The poll is closed." }]);
});

test("one event the hub cannot read does not hold up the others", async () => {
	const hub = fakeHub();
	const bad = { code: "bad-request", message: "What is this?", place: "events" } as const;
	// 3 events, then the first, which is the culprit.
	hub.answers.push(bad, bad);
	const outbox = openOutbox(hub, freshStorage());
	await outbox.tell(opened("forms/a"), opened("forms/b"), opened("forms/c"));
	await outbox.sent();
	expect([...hub.events.values()].map(({ seq }) => seq)).toEqual([1, 2]);
	expect(outbox.store.getState().refused).toHaveLength(1);
});

test("waits as long as the hub asks, and comes in again where it is not known", async () => {
	const hub = fakeHub();
	hub.answers.push(
		{ code: "too-fast", message: "Slower.", retryAfterMs: 7_000 },
		{ code: "unknown-token", message: "Who?" },
	);
	const rejoin = vi.fn(async () => undefined);
	const outbox = openOutbox(hub, freshStorage(), { rejoin });
	await outbox.tell(opened());
	await outbox.sent();
	expect(outbox.waits).toContain(7_000);
	expect(rejoin).toHaveBeenCalledOnce();
});

test("when the room is over, nothing waits any more and nothing more is kept", async () => {
	const hub = fakeHub();
	hub.answers.push({ code: "ended", message: "The session is over." });
	const outbox = openOutbox(hub, freshStorage());
	await outbox.tell(opened());
	await vi.waitFor(() => expect(outbox.store.getState()).toMatchObject({ state: "stopped", waiting: 0 }));
	await outbox.tell(opened());
	expect(outbox.store.getState()).toMatchObject({ waiting: 0, problem: "The session is over." });
	expect(hub.requests()).toBe(1);
});

test("what is no fact is refused at once", async () => {
	const outbox = openOutbox(fakeHub(), freshStorage());
	await expect(outbox.tell({ type: "lesson-opened", lesson: "../x" })).rejects.toThrow(TypeError);
	expect(outbox.store.getState().waiting).toBe(0);
});

test("a browser that keeps nothing still sends, and says so", async () => {
	vi.stubGlobal("indexedDB", undefined);
	const hub = fakeHub();
	const outbox = openOutbox(hub, openQueueStorage("refused"));
	await outbox.tell(opened());
	await outbox.sent();
	expect(hub.events.size).toBe(1);
	expect(outbox.store.getState().kept).toBe("page");
});
