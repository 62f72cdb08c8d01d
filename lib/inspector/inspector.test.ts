import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { BuiltAction, Exchange } from "@/lib/sandbox/agent-protocol";
import { FakeRunner } from "@/tests/fakes/runner";
import { createInspector } from "./inspector";
import { untampered } from "./replay";

const recorded = JSON.parse(readFileSync("tests/fixtures/exchanges/production.json", "utf8"));
const exchange = (name: string, more: Partial<Exchange> = {}): Exchange => ({
	...recorded.cases[name].exchange,
	...more,
});

/** React's code is loaded at the first call that is read. */
const PATIENCE = { timeout: 15_000 };

let lifetime = new AbortController();
afterEach(() => {
	lifetime.abort();
	lifetime = new AbortController();
});

function open({ second = null as string | null } = {}) {
	const runner = new FakeRunner();
	runner.setNext({ state: "ready", mode: "production", port: 4000 });
	let known: BuiltAction[] = [];
	let tell = () => {};
	const inspector = createInspector({
		session: { runner, onRunnerEvent: (listener) => runner.subscribe(listener) },
		actions: {
			get: () => known,
			subscribe: (listener) => {
				tell = listener;
				return () => {};
			},
		},
		secondHost: () => second,
		signal: lifetime.signal,
		settleMs: 0,
	});
	const entry = (id: string) => inspector.store.getState().entries.find((one) => one.exchange.id === id);
	const reading = (id: string) => vi.waitUntil(() => entry(id)?.reading, PATIENCE);
	const setActions = (actions: BuiltAction[]) => {
		known = actions;
		tell();
	};
	return { runner, inspector, entry, reading, setActions };
}

describe("the inspector", () => {
	test("reads what is recorded, and names an action once the build knows it", async () => {
		const { runner, reading, entry, setActions } = open();
		const call = exchange("fetch-plain");
		runner.record(call);
		expect((await reading(call.id))?.call?.action).toBeNull();
		setActions(recorded.actions);
		await vi.waitUntil(() => entry(call.id)?.reading?.call?.action?.name === "rename", PATIENCE);
	});

	test("tells who sent a request", () => {
		const host = (name: string): Exchange["requestHeaders"] => [["Host", name]];
		const { runner, entry } = open({ second: "localhost:5001" });
		runner.record(exchange("document", { id: "one", requestHeaders: host("localhost:5000") }));
		runner.record(exchange("document", { id: "two", requestHeaders: host("localhost:5001") }));
		runner.record(exchange("document", { id: "check", initiator: "agent" }));
		expect(["one", "two", "check"].map((id) => entry(id)?.sender)).toEqual([
			"preview",
			"second-browser",
			"check",
		]);
	});

	test("sends a call again, shows what came of it, and in what it differed", async () => {
		const { runner, inspector, entry } = open();
		const call = exchange("fetch-plain");
		runner.record(call);
		runner.handler = (request) => {
			expect(request.headers).toContainEqual(["Origin", "https://evil.example"]);
			runner.record(exchange("fetch-foreign", { id: "again", initiator: "agent" }));
			return { status: 500, headers: [], body: "", durationMs: 1, exchangeId: "again" };
		};
		const id = await inspector.replay(call.id, { ...untampered(call), origin: "foreign" });
		expect(id).toBe("again");
		expect(entry("again")).toMatchObject({
			sender: "inspector",
			replay: { of: call.id, tamperedIn: ["foreign Origin"] },
		});
		expect(inspector.store.getState().selected).toBe("again");
	});

	test("knows a call sent again also when its record comes after the answer", async () => {
		const { runner, inspector, entry } = open();
		const call = exchange("fetch-plain");
		runner.record(call);
		runner.handler = () => ({ status: 200, headers: [], body: "", durationMs: 1, exchangeId: "late" });
		await inspector.replay(call.id, untampered(call));
		runner.record(exchange("fetch-plain", { id: "late", initiator: "agent" }));
		expect(entry("late")).toMatchObject({ sender: "inspector", replay: { of: call.id } });
	});

	test("refuses to send what it no longer has, or to an app that does not run", async () => {
		const { runner, inspector } = open();
		const call = exchange("fetch-plain");
		await expect(inspector.replay("gone", untampered(call))).rejects.toThrow("no longer kept");
		runner.record(call);
		runner.setNext({ state: "stopped" });
		await expect(inspector.replay(call.id, untampered(call))).rejects.toThrow("does not run");
	});

	test("forgets the oldest: by number and by size", () => {
		const { runner, inspector } = open();
		for (let seq = 0; seq < 250; seq++) runner.record(exchange("other", { id: `e${seq}` }));
		const ids = () => inspector.store.getState().entries.map((entry) => entry.exchange.id);
		expect([ids().length, ids()[0]]).toEqual([200, "e50"]);
		const heavy = {
			encoding: "utf8" as const,
			data: "x".repeat(3_000_000),
			size: 3_000_000,
			truncated: false,
		};
		for (let seq = 0; seq < 4; seq++)
			runner.record(exchange("other", { id: `h${seq}`, responseBody: heavy }));
		expect(ids()).toEqual(["h2", "h3"]);
	});

	test("is over with its lesson", () => {
		const { runner, inspector } = open();
		lifetime.abort();
		runner.record(exchange("other"));
		expect(inspector.store.getState().entries).toEqual([]);
	});
});
