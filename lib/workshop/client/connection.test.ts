import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { HubErrorValue, LearnerView } from "../contract";
import { connectRoom, type Link } from "./connection";
import { retryDelay } from "./retry-delay";

const CODE = "ACDEFG";
const SECRET = "a".repeat(48);

function learnerView(title = "Forms"): LearnerView {
	return {
		role: "learner",
		room: {
			code: CODE,
			title,
			agenda: [{ lesson: "forms/first", title: "First", minutes: 10, checks: [] }],
			createdAt: 1,
			phase: "open",
			locked: false,
		},
		announcements: {},
		gated: {},
		released: {},
		me: {
			id: "learner-1",
			name: "Ada",
			joinedAt: 1,
			following: true,
			opened: {},
			consent: { approach: {} },
			askedForApproach: {},
			onShow: {},
		},
		viewedBy: {},
		approaches: {},
		asked: [],
	};
}

/** A hub of which the test plays each answer. */
function fakeHub() {
	interface Request {
		headers: Headers;
		answer: (response: Response) => void;
		lose: () => void;
	}
	const requests: Request[] = [];
	const arrivals: Array<(request: Request) => void> = [];
	let taken = 0;
	const fetch = ((_path: string, init: RequestInit) =>
		new Promise<Response>((resolve, reject) => {
			const lose = () => reject(new TypeError("Failed to fetch"));
			init.signal?.addEventListener("abort", () => reject(init.signal?.reason), { once: true });
			// As in a browser: the signal that sent the request ends the body too.
			const answer = (response: Response) =>
				resolve(
					new Response(response.body!.pipeThrough(new TransformStream(), { signal: init.signal! }), response),
				);
			requests.push({ headers: new Headers(init.headers), answer, lose });
			arrivals.shift()?.(requests.at(-1)!);
		})) as typeof globalThis.fetch;
	return {
		fetch,
		/** The next request, in order. */
		async request(): Promise<Request> {
			const index = taken;
			taken += 1;
			return requests[index] ?? new Promise((resolve) => arrivals.push(resolve));
		},
		count: () => requests.length,
	};
}

function stream() {
	let controller!: ReadableStreamDefaultController<Uint8Array>;
	const body = new ReadableStream<Uint8Array>({
		start(given) {
			controller = given;
		},
	});
	return {
		response: new Response(body),
		say: (id: string, message: object) =>
			controller.enqueue(new TextEncoder().encode(`id: ${id}\ndata: ${JSON.stringify(message)}\n\n`)),
		close: () => controller.close(),
	};
}

const refusal = (error: HubErrorValue, status: number) => Response.json({ error }, { status });

let life: AbortController;
beforeEach(() => {
	life = new AbortController();
});
afterEach(() => {
	life.abort();
	vi.useRealTimers();
});

function connect(hub: ReturnType<typeof fakeHub>, rejoin?: () => Promise<unknown>) {
	const waits: number[] = [];
	const connection = connectRoom({
		code: CODE,
		secret: SECRET,
		role: "learner",
		signal: life.signal,
		fetch: hub.fetch,
		random: () => 0.5,
		delay: async (ms) => void waits.push(ms),
		...(rejoin && { rejoin }),
	});
	const reach = (state: Link["state"]) =>
		vi.waitFor(() => expect(connection.store.getState().link.state).toBe(state));
	return { ...connection, waits, reach };
}

test("shows the view, lays patches over it and comes back with the id it had last", async () => {
	const hub = fakeHub();
	const { store, reach, waits } = connect(hub);
	expect(store.getState().link).toEqual({ state: "connecting" });
	const first = await hub.request();
	expect(first.headers.get("authorization")).toBe(`Bearer ${SECRET}`);
	expect(first.headers.get("last-event-id")).toBeNull();
	const one = stream();
	first.answer(one.response);
	one.say("7", { type: "view", version: 3, at: Date.now() + 60_000, view: learnerView() });
	await reach("live");
	expect(store.getState().clockOffset).toBeGreaterThan(59_000);
	const me = store.getState().view?.me;
	one.say("8", { type: "patch", version: 4, at: Date.now(), patch: { room: { title: "Cookies" } } });
	await vi.waitFor(() => expect(store.getState().view?.room.title).toBe("Cookies"));
	expect(store.getState().view?.me).toBe(me);
	one.close();
	const second = await hub.request();
	expect(store.getState()).toMatchObject({
		link: { state: "offline" },
		view: { room: { title: "Cookies" } },
	});
	expect(second.headers.get("last-event-id")).toBe("8");
	second.lose();
	const third = await hub.request();
	expect(waits[1]).toBeGreaterThan(waits[0]!);
	const two = stream();
	third.answer(two.response);
	await reach("live");
	two.say("9", { type: "patch", version: 5, at: Date.now(), patch: { gated: { "forms/first": true } } });
	await vi.waitFor(() => expect(store.getState().view?.gated).toEqual({ "forms/first": true }));
	expect(store.getState().version).toBe(5);
});

test("a stream that falls silent is given up, comments keep it alive", async () => {
	vi.useFakeTimers();
	const hub = fakeHub();
	const { store } = connect(hub);
	const one = stream();
	(await hub.request()).answer(one.response);
	one.say("1", { type: "view", version: 1, at: Date.now(), view: learnerView() });
	await vi.advanceTimersByTimeAsync(25_000);
	one.say("2", { type: "patch", version: 1, at: Date.now(), patch: {} });
	await vi.advanceTimersByTimeAsync(25_000);
	expect(store.getState().link.state).toBe("live");
	expect(hub.count()).toBe(1);
	await vi.advanceTimersByTimeAsync(6_000);
	expect(store.getState().link.state).toBe("offline");
	expect(hub.count()).toBe(2);
});

test("where a stream is held up on the way, the view is asked for instead until it comes through", async () => {
	vi.useFakeTimers();
	const hub = fakeHub();
	const { store } = connect(hub);
	const mute = stream();
	(await hub.request()).answer(mute.response);
	await vi.advanceTimersByTimeAsync(5_000);
	const asked = async (title: string) => {
		const view = { type: "view", version: 1, at: Date.now(), view: learnerView(title) };
		(await hub.request()).answer(Response.json(view));
		await vi.advanceTimersByTimeAsync(0);
	};
	await asked("Forms");
	expect(store.getState()).toMatchObject({ link: { state: "live" }, view: { room: { title: "Forms" } } });
	await vi.advanceTimersByTimeAsync(4_000);
	await asked("Cookies");
	expect(store.getState().view?.room.title).toBe("Cookies");
	// What the stream says at last was meant for the view before those.
	mute.say("1", { type: "patch", version: 2, at: Date.now(), patch: { gated: { "forms/first": true } } });
	await vi.advanceTimersByTimeAsync(0);
	const anew = await hub.request();
	expect(anew.headers.get("last-event-id")).toBeNull();
	const two = stream();
	anew.answer(two.response);
	two.say("2", { type: "view", version: 2, at: Date.now(), view: learnerView("Redirects") });
	await vi.advanceTimersByTimeAsync(8_000);
	expect(store.getState()).toMatchObject({ link: { state: "live" }, view: { room: { title: "Redirects" } } });
	expect(store.getState().view?.gated).toEqual({});
	expect(hub.count()).toBe(4);
});

test("while a stream is held up, the end is found out by asking", async () => {
	vi.useFakeTimers();
	const hub = fakeHub();
	const { store } = connect(hub);
	(await hub.request()).answer(stream().response);
	await vi.advanceTimersByTimeAsync(5_000);
	const removed: HubErrorValue = { code: "removed", message: "You were removed." };
	(await hub.request()).answer(refusal(removed, 403));
	await vi.advanceTimersByTimeAsync(0);
	expect(store.getState().link).toEqual({ state: "ended", ...removed });
	await vi.advanceTimersByTimeAsync(60_000);
	expect(hub.count()).toBe(2);
});

test.each([
	[{ type: "end", code: "removed", message: "You were removed." }, "removed"],
	[{ type: "view", version: 1, at: 1, view: { role: "something-new" } }, "other-version"],
])("%o is the end", async (message, code) => {
	const hub = fakeHub();
	const { store, reach } = connect(hub);
	const one = stream();
	(await hub.request()).answer(one.response);
	one.say("1", message);
	await reach("ended");
	expect(store.getState().link).toMatchObject({ code });
	expect(hub.count()).toBe(1);
});

test("a room that is gone is the end; a store that is not there is not", async () => {
	const hub = fakeHub();
	const { reach, store } = connect(hub);
	(await hub.request()).answer(refusal({ code: "no-store", message: "Later." }, 503));
	const second = await hub.request();
	expect(store.getState().link).toMatchObject({ state: "offline", message: "Later." });
	second.answer(refusal({ code: "no-room", message: "Gone." }, 404));
	await reach("ended");
	expect(store.getState().link).toEqual({ state: "ended", code: "no-room", message: "Gone." });
});

test("who is not known any more comes in again with the same secret; without a way in it is the end", async () => {
	const unknown = () => refusal({ code: "unknown-token", message: "Who?" }, 401);
	const hub = fakeHub();
	const rejoin = vi.fn(async () => undefined);
	connect(hub, rejoin);
	(await hub.request()).answer(unknown());
	await hub.request();
	expect(rejoin).toHaveBeenCalledOnce();
	const other = fakeHub();
	const { reach } = connect(other);
	(await other.request()).answer(unknown());
	await reach("ended");
});

test("nothing is asked any more once the signal has aborted", async () => {
	const hub = fakeHub();
	const { store } = connect(hub);
	const one = stream();
	(await hub.request()).answer(one.response);
	const before = store.getState();
	life.abort();
	await Promise.resolve();
	expect(hub.count()).toBe(1);
	expect(store.getState()).toBe(before);
});

test("waiting grows to an end and is never the same for all", () => {
	const middle = [0, 1, 2, 3, 20].map((n) => retryDelay(n, () => 0.5));
	expect(middle).toEqual([...middle].sort((a, b) => a - b));
	expect(middle.at(-1)).toBe(20_000);
	expect(retryDelay(3, () => 0)).toBeLessThan(retryDelay(3, () => 0.99) / 2);
});
