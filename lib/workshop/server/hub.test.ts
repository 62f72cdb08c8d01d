import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NO_POSTGRES, startTestPostgres, type TestPostgres } from "@/tests/postgres";
import { call, LearnerClient, Refused, Watcher } from "@/tests/workshop/hub-client";
import {
	type CommandAnswer,
	type CreatedRoom,
	type HubErrorCode,
	hubPaths,
	newSecret,
	type RoomCommand,
	type RoomFact,
	roomViewSchema,
	type SharedCode,
} from "../contract";
import { AGENDA } from "../test-room";
import { hasPGliteData, openPGlite, openPostgres } from "./database";
import { Hub } from "./hub";
import { fetchOf } from "./test-fetch";

const postgres: TestPostgres | null = await startTestPostgres();
if (postgres === null) {
	if (process.env.CI) throw new Error(NO_POSTGRES);
	console.warn(`Workshops on PostgreSQL: ${NO_POSTGRES}`);
}
const folder = await mkdtemp(join(tmpdir(), "workshop-"));
const data = join(folder, "pglite");

interface Store {
	name: string;
	hub(): Hub;
}
const STORES: Store[] = [
	{
		name: "PGlite",
		hub: () => new Hub({ open: () => openPGlite(data), mayHaveRooms: () => hasPGliteData(data) }),
	},
	...(postgres
		? [
				{
					name: "PostgreSQL",
					hub: () => new Hub({ open: () => openPostgres(postgres.url), mayHaveRooms: async () => true }),
				},
			]
		: []),
];

afterAll(async () => {
	await postgres?.stop();
	await rm(folder, { recursive: true, force: true });
});

async function refusalOf(promise: Promise<unknown>): Promise<HubErrorCode | null> {
	return promise.then(
		() => null,
		(error: unknown) => {
			if (error instanceof Refused) return error.value.code;
			throw error;
		},
	);
}

const run = (verdict: "pass" | "fail", check = "stores"): RoomFact => ({
	type: "check-run",
	lesson: "forms/zod",
	check,
	verdict,
	sourceHash: "abc",
	...(verdict === "fail" && { message: "Nothing was stored." }),
});
const code = (text: string): RoomFact => ({
	type: "code-shared",
	lesson: "forms/zod",
	sourceHash: "abc",
	files: { "app/page.tsx": text, "app/gone.tsx": null },
	failing: [],
});
const consent: RoomFact = { type: "consent-given", consent: { to: "code" } };
const poll = (twoVotes = false): RoomCommand => ({
	type: "poll-open",
	question: "forms/zod#why",
	of: "choice",
	size: 3,
	twoVotes,
});
const vote = (id: string, option: number, round: 1 | 2 = 1): RoomFact => ({
	type: "voted",
	poll: id,
	round,
	answer: { of: "choice", chosen: [option] },
});

describe.each(STORES)("a hub on $name", ({ name, hub: makeHub }) => {
	let hub: Hub;
	let fetch: ReturnType<typeof fetchOf>;
	beforeAll(async () => {
		hub = makeHub();
		fetch = fetchOf(hub);
		await hub.store();
	}, 120_000);
	afterAll(() => hub.close());

	async function room() {
		const made = await call<CreatedRoom>(fetch, "POST", hubPaths.rooms, {
			body: { title: "Room", agenda: AGENDA },
		});
		return { ...made, staff: staffOf(made.code, made.instructorKey) };
	}
	function staffOf(roomCode: string, secret: string) {
		return {
			command: (command: RoomCommand, id = newSecret()) =>
				call<CommandAnswer>(fetch, "POST", hubPaths.commands(roomCode), {
					secret,
					body: { id, command },
				}).then((answer) => ({ ...answer, id })),
			watch: () => new Watcher<"instructor">().open(fetch, hubPaths.stream(roomCode), secret),
		};
	}
	const learner = (roomCode: string) => new LearnerClient(fetch, roomCode);

	test("what a learner does is on the board within a second, in views that hold what they may", async () => {
		const { code: roomCode, staff } = await room();
		const board = await staff.watch();
		const ana = await learner(roomCode).join("Ana");
		const own = await ana.watch();
		const since = Date.now();
		await ana.tell({ type: "lesson-opened", lesson: "forms/zod" }, run("fail"));
		const view = await board.until(
			"the red dot",
			({ learners }) => learners[ana.id]?.lessons["forms/zod"]?.checks.stores?.verdict === "fail",
		);
		expect(Date.now() - since).toBeLessThan(1_000);
		expect(view.learners[ana.id]).toMatchObject({ name: "Ana", connected: true, lesson: "forms/zod" });
		await own.until("the opened lesson", ({ me }) => me.opened["forms/zod"] === true);
		for (const shown of [board.view, own.view]) expect(roomViewSchema.parse(shown)).toEqual(shown);
		own.close();
		await board.until("that Ana is gone", ({ learners }) => learners[ana.id]?.connected === false);
		board.close();
	});

	test("an event counts once, however often and in whatever order it is sent; text of any kind is kept", async () => {
		const { code: roomCode, staff, instructorKey } = await room();
		const ana = await learner(roomCode).join("Ana\u0000 \u202eb\ud800");
		const events = [run("fail"), run("fail"), run("pass"), run("fail")].map((fact, at) =>
			ana.number(fact, Date.now() + at),
		);
		await Promise.all([ana.post(events.slice(2)), ana.post(events), ana.post(events.slice(0, 3))]);
		await ana.post(events.toReversed());
		await staff.command({ type: "announce", text: "NUL \u0000 and half a pair \ud800" });
		const rows = await call<{ rows: { runs: number; runsToPass: number }[] }>(
			fetch,
			"GET",
			hubPaths.results(roomCode, "json", true),
			{ secret: instructorKey },
		);
		expect(rows.rows[0]).toMatchObject({ runs: 4, runsToPass: 3 });
		const board = await staff.watch();
		expect(await board.until("a view", () => true)).toMatchObject({
			learners: { [ana.id]: { name: "Ana b" } },
		});
		board.close();
	});

	test("a restarted hub knows everything, everyone comes back, and closed votes stay closed", async () => {
		const { code: roomCode, staff } = await room();
		const ana = await learner(roomCode).join();
		const ben = await learner(roomCode).join();
		const opened = await staff.command(poll(true));
		await ana.tell(run("pass"), vote(opened.id, 1));
		await ben.tell(consent, code("ben's"));
		await staff.command({ type: "poll-close", poll: opened.id });
		const before = await staff.watch();
		const state = await before.until("a view", () => true);
		before.close();
		await hub.close();
		hub = makeHub();
		fetch = fetchOf(hub);
		for (const client of [ana, ben]) client.hub = fetch;
		const after = await staffOf(roomCode, "x".repeat(32))
			.watch()
			.catch((error) => error);
		expect(after).toMatchObject({ value: { code: "unknown-token" } });
		const again = await staff.watch();
		const known = await again.until("a view", () => true);
		const present = (view: typeof known) => ({
			...view,
			learners: Object.fromEntries(
				Object.entries(view.learners).map(([id, row]) => [id, { ...row, connected: null }]),
			),
		});
		expect(present(known)).toEqual(present(state));
		expect((await ben.tell(vote(opened.id, 2))).refused).toMatchObject([{ code: "poll-closed" }]);
		expect(await ana.join("Another name")).toMatchObject({ id: ana.id, name: ana.name });
		again.close();
	}, 60_000);

	test("a stream that comes back soon is sent the difference, a stranger's id helps nobody", async () => {
		const { code: roomCode, staff } = await room();
		const ana = await learner(roomCode).join();
		const ben = await learner(roomCode).join();
		const first = await ana.watch();
		await first.until("a view", () => true);
		first.close();
		await staff.command({ type: "announce", text: "Hello" });
		const second = await ana.watch(first.lastId!);
		second.view = first.view;
		await second.until("the announcement", ({ announcements }) => Object.keys(announcements).length === 1);
		expect(second.messages.map(({ type }) => type)).toEqual(["patch"]);
		const stranger = await ben.watch(first.lastId!);
		await stranger.until("a view", () => true);
		expect(stranger.messages[0]?.type).toBe("view");
		for (const stream of [second, stranger]) stream.close();
	});

	test("who asks for views instead of reading a stream may do so at a measured pace", async () => {
		const { code: roomCode } = await room();
		const { secret } = await learner(roomCode).join("Ana");
		const look = () => refusalOf(call(fetch, "GET", hubPaths.view(roomCode), { secret }));
		expect(await look()).toBeNull();
		const answers = await Promise.all(Array.from({ length: 100 }, look));
		expect(answers).toContain("too-fast");
	});

	test("forged requests: no learner acts as staff, nobody reads what is not theirs to read", async () => {
		const { code: roomCode, staff, instructorKey, helperCode } = await room();
		const other = await room();
		const ana = await learner(roomCode).join("Ana");
		const ben = await learner(roomCode).join("Ben");
		await ana.tell(consent, code("const secret = 42;"));
		const helper = newSecret();
		const body = { helperCode, secret: helper, name: "Hal" };
		expect(
			await refusalOf(
				call(fetch, "POST", hubPaths.helpers(roomCode), { body: { ...body, helperCode: "ACDEFHJK" } }),
			),
		).toBe("forbidden");
		await call(fetch, "POST", hubPaths.helpers(roomCode), { body });

		const commands: RoomCommand[] = [
			{ type: "room-end" },
			{ type: "room-lock", locked: true },
			{ type: "key-rotate" },
			{ type: "helper-code-rotate" },
			{ type: "learner-remove", learner: ana.id },
			{ type: "lead", place: { lesson: "forms/zod" } },
			{ type: "announce", text: "Hello" },
			poll(),
			{ type: "approach-share", learner: ana.id, lesson: "forms/zod" },
		];
		const tries: [string, string | undefined, HubErrorCode][] = [
			["a learner", ben.secret, "forbidden"],
			["a helper", helper, "forbidden"],
			["nobody", undefined, "unknown-token"],
			["a made-up key", newSecret(), "unknown-token"],
			["the instructor of another room", other.instructorKey, "unknown-token"],
		];
		for (const [who, secret, expected] of tries) {
			for (const command of commands) {
				const body = { id: newSecret(), command };
				const refused = refusalOf(call(fetch, "POST", hubPaths.commands(roomCode), { secret, body }));
				expect(await refused, `${who}: ${command.type}`).toBe(expected);
			}
			const get = (path: string) => refusalOf(call(fetch, "GET", path, { secret }));
			expect(await get(hubPaths.results(roomCode, "csv", true)), `${who}: results`).toBe(expected);
			expect(await refusalOf(call(fetch, "DELETE", hubPaths.room(roomCode), { secret })), who).toBe(expected);
			if (who === "a helper") continue;
			expect(await get(hubPaths.code(roomCode, ana.id, "forms/zod")), `${who}: code`).toBe(expected);
			expect(await get(hubPaths.view(roomCode, "projector")), `${who}: projector`).toBe(expected);
		}
		expect(
			await refusalOf(
				call(fetch, "POST", hubPaths.helpers(roomCode), { body: { ...body, secret: ben.secret } }),
			),
		).toBe("forbidden");
		const staffEvents = { secret: instructorKey, body: { sentAt: 1, events: [ana.number(run("pass"))] } };
		expect(await refusalOf(call(fetch, "POST", hubPaths.events(roomCode), staffEvents))).toBe("forbidden");
		const view = await call<object>(fetch, "GET", hubPaths.view(roomCode), { secret: ben.secret });
		expect(JSON.stringify(view)).not.toMatch(/Ana|secret = 42/);
		expect(JSON.stringify(view)).not.toContain(ana.id);
		// Ben sends under Ana's client id: it is his own all the same, and takes nothing from hers.
		const forged = { ...ana.number(run("pass")), clientId: ana.clientId };
		await call(fetch, "POST", hubPaths.events(roomCode), {
			secret: ben.secret,
			body: { sentAt: Date.now(), events: [forged] },
		});
		await ana.post([{ ...forged, verdict: "fail" }]);
		const board = await staff.watch();
		const { learners } = await board.until("a view", () => true);
		expect(learners[ana.id]?.lessons["forms/zod"]?.checks.stores).toMatchObject({ verdict: "fail", runs: 1 });
		expect(learners[ben.id]?.lessons["forms/zod"]?.checks.stores).toMatchObject({ verdict: "pass", runs: 1 });
		board.close();
	});

	test("code is read with consent only, seen by its learner, and gone when consent is", async () => {
		const { code: roomCode, staff, instructorKey } = await room();
		const ana = await learner(roomCode).join("Ana");
		const own = await ana.watch();
		const read = (secret = instructorKey) =>
			call<SharedCode>(fetch, "GET", hubPaths.code(roomCode, ana.id, "forms/zod"), { secret });
		expect((await ana.tell(code("too early"))).refused).toMatchObject([{ code: "no-consent" }]);
		expect(await refusalOf(read())).toBe("no-consent");
		await ana.tell(consent);
		expect(await refusalOf(read())).toBe("not-there");
		const older = ana.number(code("older"), Date.now() - 60_000);
		await ana.tell(code("newest"));
		await ana.post([older]);
		expect((await read()).files).toEqual({ "app/page.tsx": "newest", "app/gone.tsx": null });
		await own.until("who looks", ({ viewedBy }) => viewedBy.instructor === "Instructor");
		await call(fetch, "DELETE", hubPaths.viewing(roomCode, ana.id), { secret: instructorKey });
		await own.until("that nobody looks", ({ viewedBy }) => Object.keys(viewedBy).length === 0);

		await staff.command({ type: "approach-ask", learner: ana.id, lesson: "forms/zod" });
		await own.until("the question", ({ me }) => me.askedForApproach["forms/zod"] === true);
		await ana.tell({ type: "consent-given", consent: { to: "approach", lesson: "forms/zod", named: false } });
		const shown = await staff.command({ type: "approach-share", learner: ana.id, lesson: "forms/zod" });
		const ben = await learner(roomCode).join();
		const path = hubPaths.approach(roomCode, shown.id);
		expect(await call(fetch, "GET", path, { secret: ben.secret })).toEqual({
			lesson: "forms/zod",
			files: { "app/page.tsx": "newest", "app/gone.tsx": null },
		});
		await ana.tell({ type: "consent-revoked", to: "approach" }, { type: "consent-revoked", to: "code" });
		expect(await refusalOf(call(fetch, "GET", path, { secret: ben.secret }))).toBe("not-there");
		expect(await refusalOf(read())).toBe("no-consent");
		await ana.tell(consent);
		expect(await refusalOf(read())).toBe("not-there");
		own.close();
	});

	test("a locked room takes those who were there, a removed learner is told and stays out", async () => {
		const { code: roomCode, staff } = await room();
		const ana = await learner(roomCode).join("Ana");
		const twin = await learner(roomCode).join("ana");
		expect(twin.name).toBe("ana 2");
		await staff.command({ type: "room-lock", locked: true });
		expect(await refusalOf(learner(roomCode).join("Late"))).toBe("locked");
		expect(await refusalOf(ana.join())).toBeNull();
		const own = await twin.watch();
		await staff.command({ type: "learner-remove", learner: twin.id, forget: true });
		await own.untilTrue("being told", () => own.ended?.code === "removed" && own.closed);
		expect(await refusalOf(twin.join())).toBe("removed");
		expect(await refusalOf(twin.tell(run("pass")))).toBe("removed");
		expect(await refusalOf(ana.tell(run("pass")))).toBeNull();
	});

	test("a rotated key and helpers' code are void at once; a command is done once", async () => {
		const { code: roomCode, staff, instructorKey, helperCode } = await room();
		const helper = newSecret();
		const enter = (typed: string, secret = helper) =>
			call(fetch, "POST", hubPaths.helpers(roomCode), { body: { helperCode: typed, secret, name: "Hal" } });
		await enter(helperCode);
		const fresh = await staff.command({ type: "helper-code-rotate" });
		expect(await refusalOf(call(fetch, "GET", hubPaths.view(roomCode), { secret: helper }))).toBe(
			"unknown-token",
		);
		expect(await refusalOf(enter(helperCode, newSecret()))).toBe("forbidden");
		expect(await refusalOf(enter(fresh.helperCode!, newSecret()))).toBeNull();
		const id = newSecret();
		const [one, two] = [
			await staff.command({ type: "announce", text: "Once" }, id),
			await staff.command({ type: "announce", text: "Once" }, id),
		];
		expect(two.version).toBe(one.version);
		const rotated = await staff.command({ type: "key-rotate" });
		expect(await refusalOf(staff.command({ type: "announce", text: "Old" }))).toBe("unknown-token");
		expect(rotated.instructorKey).not.toBe(instructorKey);
		expect(
			await refusalOf(staffOf(roomCode, rotated.instructorKey!).command({ type: "announce", text: "New" })),
		).toBeNull();
	});

	test("an ended room takes nothing, a deleted one is gone with all its data", async () => {
		const { code: roomCode, staff, instructorKey } = await room();
		const ana = await learner(roomCode).join();
		await ana.tell(consent, code("mine"));
		await staff.command({ type: "room-end" });
		expect((await ana.tell(run("pass"))).refused).toMatchObject([{ code: "ended" }]);
		expect(await refusalOf(learner(roomCode).join())).toBe("ended");
		const results = await fetch(hubPaths.results(roomCode, "csv", false), {
			headers: { authorization: `Bearer ${instructorKey}` },
		});
		expect(await results.text()).toContain("Learner 1,forms/zod,stores");
		const own = await ana.watch();
		await call(fetch, "DELETE", hubPaths.room(roomCode), { secret: instructorKey });
		await own.untilTrue("the end", () => own.ended?.code === "no-room");
		expect(await refusalOf(ana.join())).toBe("no-room");
	});

	test("late joiners are marked, and land where the room is", async () => {
		const { code: roomCode, staff } = await room();
		await staff.command({ type: "lead", place: { lesson: "cache/path", check: "shows" } });
		const late = await learner(roomCode).join();
		const own = await late.watch();
		const view = await own.until("a view", () => true);
		expect(view.lead).toEqual({ number: 1, place: { lesson: "cache/path", check: "shows" }, active: true });
		const board = await staff.watch();
		const { learners } = await board.until("a view", () => true);
		expect(learners[late.id]).toMatchObject({ joinedIn: "cache/path" });
		for (const stream of [own, board]) stream.close();
	});

	if (name !== "PostgreSQL") return;
	test("two instances are one hub", async () => {
		const { code: roomCode, staff, instructorKey } = await room();
		const second = makeHub();
		const there = fetchOf(second);
		try {
			const board = await staff.watch();
			const farBoard = await new Watcher<"instructor">().open(
				there,
				hubPaths.stream(roomCode),
				instructorKey,
			);
			const ana = await new LearnerClient(there, roomCode).join("Ana");
			const ben = await learner(roomCode).join("Ben");
			const own = await ana.watch();
			await ana.tell(run("pass"));
			await ben.tell(run("fail"));
			for (const watched of [board, farBoard]) {
				await watched.until("both", ({ learners }) => {
					const verdict = (id: string) => learners[id]?.lessons["forms/zod"]?.checks.stores?.verdict;
					return verdict(ana.id) === "pass" && verdict(ben.id) === "fail";
				});
			}
			await board.until("that Ana is connected", ({ learners }) => learners[ana.id]?.connected === true);

			// A learner of one instance may come to the other; the same event to both counts once.
			const event = ben.number(run("fail"));
			const both = [fetch, there].map(async (hubFetch) => {
				const body = { sentAt: Date.now(), events: [event] };
				return call(hubFetch, "POST", hubPaths.events(roomCode), { secret: ben.secret, body });
			});
			await Promise.all(both);
			await farBoard.until(
				"two runs",
				({ learners }) => learners[ben.id]?.lessons["forms/zod"]?.checks.stores?.runs === 2,
			);

			// A vote that races with the closing of the poll is either counted or refused, and all agree.
			const opened = await staff.command(poll());
			await own.until("the poll", (view) => view.poll?.phase === "open");
			const [closing, voting] = await Promise.all([
				staff.command({ type: "poll-close", poll: opened.id }),
				ana.tell(vote(opened.id, 1)),
			]);
			const version = Math.max(closing.version, voting.version);
			const counted = voting.refused.length === 0 ? 1 : 0;
			for (const watched of [board, farBoard]) {
				await watched.untilTrue("the same version", () => watched.version >= version);
				expect(watched.view?.poll).toMatchObject({ phase: "closed", voters: { first: counted } });
			}
			expect((await ben.tell(vote(opened.id, 2))).refused).toMatchObject([{ code: "poll-closed" }]);

			await ana.tell(consent, code("far"));
			await board.until("the code", ({ learners }) => learners[ana.id]?.code["forms/zod"] !== undefined);
			await call(fetch, "GET", hubPaths.code(roomCode, ana.id, "forms/zod"), { secret: instructorKey });
			await own.until("who looks", ({ viewedBy }) => viewedBy.instructor !== undefined);

			const rotated = await staff.command({ type: "key-rotate" });
			for (const watched of [board, farBoard]) {
				await watched.untilTrue("that the old key is void", () => watched.ended?.code === "unknown-token");
			}
			const old = call(there, "GET", hubPaths.view(roomCode), { secret: instructorKey });
			expect(await refusalOf(old)).toBe("unknown-token");
			await call(there, "DELETE", hubPaths.room(roomCode), { secret: rotated.instructorKey! });
			await own.untilTrue("the end", () => own.ended?.code === "no-room");
		} finally {
			await second.close();
		}
	}, 60_000);
});
