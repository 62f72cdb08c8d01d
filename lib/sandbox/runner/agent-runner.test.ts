import { describe, expect, test } from "vitest";
import type { AgentCommand, AgentMessage, Exchange, LogEntry, NextStatus } from "../agent-protocol";
import { SandboxError } from "../errors";
import { hashText } from "../files";
import type { Machine } from "../machine";
import type { RunnerEvent } from "../runner";
import { createAgentRunner } from "./agent-runner";

/** A machine in memory whose agent says what the test wants. */
function fakeMachine(
	snapshot: { next: NextStatus; logs: LogEntry[] } = { next: { state: "stopped" }, logs: [] },
) {
	const commands: AgentCommand[] = [];
	const calls: string[] = [];
	const arrivals: ((command: AgentCommand) => void)[] = [];
	let output!: ReadableStreamDefaultController<string>;
	let end!: (code: number) => void;
	const exit = new Promise<number>((resolve) => {
		end = resolve;
	});
	const say = (text: string) => output.enqueue(text);
	const tell = (message: AgentMessage) => say(`${JSON.stringify(message)}\n`);

	const fake = {
		commands,
		calls,
		say,
		tell,
		answersStatus: true,
		failWith: null as SandboxError | null,
		disposed: 0,
		/** The next command that is not answered by itself. */
		command: () =>
			new Promise<AgentCommand>((resolve) => {
				const waiting = commands.shift();
				if (waiting === undefined) arrivals.push(resolve);
				else resolve(waiting);
			}),
		async reply(value: unknown) {
			const { id } = await fake.command();
			tell({ type: "reply", id, ok: true, value });
		},
		die() {
			output.close();
			end(1);
		},
	};
	const act = async (call: string) => {
		calls.push(call);
		if (fake.failWith !== null) throw fake.failWith;
	};
	const machine: Machine = {
		kind: "local",
		manifest: { "app/page.tsx": "base" },
		mount: async () => {},
		write: (changes) => act(`write ${Object.keys(changes).join()}`),
		remove: (paths) => act(`remove ${paths.join()}`),
		read: async () => null,
		async spawn(command, args) {
			calls.push([command, ...args].join(" "));
			if (fake.failWith !== null) throw fake.failWith;
			return {
				async write(text) {
					for (const line of text.trim().split("\n")) {
						const command: AgentCommand = JSON.parse(line);
						if (command.type === "status" && fake.answersStatus) {
							tell({ type: "reply", id: command.id, ok: true, value: snapshot });
						} else if (arrivals.length > 0) arrivals.shift()!(command);
						else commands.push(command);
					}
				},
				output: new ReadableStream<string>({
					start(controller) {
						output = controller;
					},
				}),
				exit,
				kill: async () => fake.die(),
			};
		},
		urlFor: (port) => `http://localhost:${port}`,
		async dispose() {
			fake.disposed += 1;
		},
	};
	return { ...fake, fake, machine };
}

async function open(...args: Parameters<typeof fakeMachine>) {
	const made = fakeMachine(...args);
	const controller = new AbortController();
	const runner = await createAgentRunner(made.machine, { label: "This computer", signal: controller.signal });
	const events: RunnerEvent[] = [];
	runner.subscribe((event) => events.push(event));
	const next = (type: RunnerEvent["type"]) =>
		new Promise<RunnerEvent>((resolve) => {
			const stop = runner.subscribe((event) => {
				if (event.type !== type) return;
				stop();
				resolve(event);
			});
		});
	return { ...made, runner, events, next, controller };
}

const ready: NextStatus = { state: "ready", mode: "development", port: 4000 };
const entry = (seq: number, text = "line"): LogEntry => ({ seq, at: 1, stream: "stdout", text });
const body = (data = "") => ({ encoding: "utf8" as const, data, size: data.length, truncated: false });
const exchange = (seq: number, data = ""): Exchange => ({
	id: `e${seq}`,
	seq,
	at: 1,
	durationMs: 1,
	initiator: "preview",
	method: "GET",
	url: "/",
	requestHeaders: [],
	requestBody: body(),
	status: 200,
	responseHeaders: [],
	responseBody: body(data),
	aborted: false,
});

describe("attaching", () => {
	test("starts the agent as every machine knows it and takes over what it says", async () => {
		const { runner, calls } = await open({ next: ready, logs: [entry(1), entry(2)] });
		expect(calls).toEqual(["node .sandbox/agent.mjs"]);
		expect(runner.next).toEqual(ready);
		expect(runner.logs()).toHaveLength(2);
		expect(runner.previewUrl()).toBe("http://localhost:4000");
		expect(runner.manifest).toEqual({ "app/page.tsx": "base" });
		expect(runner.label).toBe("This computer");
	});

	test("refuses a mode that its machine cannot run, without asking the agent", async () => {
		const made = fakeMachine({ next: ready, logs: [] });
		const { signal } = new AbortController();
		const runner = await createAgentRunner(made.machine, { label: "x", modes: ["development"], signal });
		const failure = { code: "start-failed", message: expect.stringContaining("your own computer") };
		await expect(runner.start("production")).rejects.toMatchObject(failure);
		await expect(runner.restart("production")).rejects.toMatchObject(failure);
	});

	test("to an app that runs waits until the machine knows its address", async () => {
		const made = fakeMachine({ next: ready, logs: [] });
		let open = () => {};
		const urls: string[] = [];
		made.machine.whenPort = (port) =>
			new Promise((resolve) => {
				open = () => resolve(urls[urls.push(`https://${port}.example`) - 1]!);
			});
		made.machine.urlFor = () => urls[0]!;
		let attached = false;
		const making = createAgentRunner(made.machine, { label: "x", signal: new AbortController().signal });
		void making.then(() => {
			attached = true;
		});
		await new Promise((resolve) => setTimeout(resolve));
		expect(attached).toBe(false);
		open();
		const runner = await making;
		expect(runner.next).toEqual(ready);
		expect(runner.previewUrl()).toBe("https://4000.example");
	});

	test("that fails passes the reason on and gives the machine back", async () => {
		const made = fakeMachine();
		made.fake.failWith = new SandboxError("unsupported", "not here");
		const { signal } = new AbortController();
		await expect(createAgentRunner(made.machine, { label: "x", signal })).rejects.toMatchObject({
			code: "unsupported",
		});
		expect(made.fake.disposed).toBe(1);
	});

	test("can be cancelled, before and while", async () => {
		const before = fakeMachine();
		await expect(
			createAgentRunner(before.machine, { label: "x", signal: AbortSignal.abort() }),
		).rejects.toMatchObject({ code: "cancelled" });
		expect([before.fake.calls.length, before.fake.disposed]).toEqual([0, 1]);

		const made = fakeMachine();
		made.fake.answersStatus = false;
		const controller = new AbortController();
		const making = createAgentRunner(made.machine, { label: "x", signal: controller.signal });
		controller.abort();
		await expect(making).rejects.toBeInstanceOf(SandboxError);
		expect(made.fake.disposed).toBe(1);
	});

	test("loses nothing that comes in one chunk with the snapshot", async () => {
		const made = fakeMachine();
		made.fake.answersStatus = false;
		const making = createAgentRunner(made.machine, { label: "x", signal: new AbortController().signal });
		const { id } = await made.command();
		const snapshot = { next: { state: "stopped" }, logs: [entry(1)] };
		const messages = [
			{ type: "reply", id, ok: true, value: snapshot },
			{ type: "next", status: ready },
			{ type: "log", entry: entry(2) },
		];
		made.say(messages.map((message) => `${JSON.stringify(message)}\n`).join(""));
		const runner = await making;
		expect(runner.next).toEqual(ready);
		expect(runner.logs().map(({ seq }) => seq)).toEqual([1, 2]);
	});

	test("shows a line printed meanwhile once", async () => {
		const made = fakeMachine({ next: ready, logs: [entry(1)] });
		const making = createAgentRunner(made.machine, { label: "x", signal: new AbortController().signal });
		await Promise.resolve();
		made.tell({ type: "log", entry: entry(1) });
		const runner = await making;
		expect(runner.logs().map(({ seq }) => seq)).toEqual([1]);
	});
});

describe("calls", () => {
	test("are matched with their replies, in whatever order and chunks these come", async () => {
		const { runner, command, say } = await open();
		const data = runner.readData();
		const response = runner.request({ method: "GET", path: "/" });
		const first = await command();
		const second = await command();
		expect([first.type, second.type]).toEqual(["readData", "request"]);
		const value = { status: 200, headers: [], body: "", durationMs: 1, exchangeId: "e" };
		const lines = [
			{ type: "reply", id: second.id, ok: true, value },
			{ type: "reply", id: first.id, ok: true, value: { note: [] } },
		];
		for (const character of `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`) say(character);
		expect(await response).toEqual(value);
		expect(await data).toEqual({ note: [] });
	});

	test("reject with the agent's reason", async () => {
		const { runner, command, tell } = await open();
		const start = runner.start("development");
		const { id } = await command();
		tell({ type: "error", id, error: { code: "start-failed", message: "No such port." } });
		await expect(start).rejects.toMatchObject({ code: "start-failed", message: "No such port." });
		const restart = runner.restart("production");
		tell({ type: "error", id: (await command()).id, error: { code: "new-code", message: "?" } });
		await expect(restart).rejects.toMatchObject({ code: "internal" });
	});

	test("reject a reply of the wrong shape", async () => {
		const { runner, reply } = await open();
		const data = runner.readData();
		await reply({ note: "no rows" });
		await expect(data).rejects.toMatchObject({ code: "internal" });
	});

	test("are cancelled by their signal, and a late reply disturbs nothing", async () => {
		const { runner, command, tell, reply } = await open();
		const controller = new AbortController();
		const start = runner.start("development", controller.signal);
		const { id } = await command();
		controller.abort();
		await expect(start).rejects.toMatchObject({ code: "cancelled" });
		tell({ type: "reply", id, ok: true, value: ready });
		const data = runner.readData();
		await reply({ note: [] });
		expect(await data).toEqual({ note: [] });
		await expect(runner.readData(AbortSignal.abort())).rejects.toMatchObject({ code: "cancelled" });
	});

	test("never leave with a request that cannot be", async () => {
		const { runner, commands } = await open();
		await expect(runner.request({ method: "GET", path: "no-slash" })).rejects.toMatchObject({
			code: "bad-request",
		});
		expect(commands).toEqual([]);
	});

	test("send data only where data is given", async () => {
		const { runner, command, tell } = await open();
		const bare = runner.resetData();
		const first = await command();
		expect(first).toEqual({ id: first.id, type: "resetData" });
		tell({ type: "reply", id: first.id, ok: true, value: null });
		await bare;
		const full = runner.resetData({ note: [] });
		const second = await command();
		expect(second).toMatchObject({ data: { note: [] } });
		tell({ type: "reply", id: second.id, ok: true, value: null });
		await full;
	});
});

describe("events", () => {
	test("update the state and reach who listens", async () => {
		const { runner, tell, events, next } = await open();
		tell({ type: "next", status: ready });
		tell({ type: "log", entry: entry(1) });
		const last = next("exchange");
		tell({ type: "exchange", exchange: exchange(1) });
		await last;
		expect(events.map(({ type }) => type)).toEqual(["next", "log", "exchange"]);
		expect(runner.next).toEqual(ready);
		expect(runner.previewUrl()).toBe("http://localhost:4000");
		expect(runner.exchanges()).toHaveLength(1);
	});

	test("are kept within bounds", async () => {
		const { runner, tell, next } = await open();
		for (let seq = 1; seq <= 301; seq++) tell({ type: "exchange", exchange: exchange(seq) });
		for (let seq = 1; seq <= 1000; seq++) tell({ type: "log", entry: entry(seq) });
		tell({ type: "log", entry: entry(1001) });
		const last = next("next");
		tell({ type: "next", status: ready });
		await last;
		expect([runner.exchanges().length, runner.exchanges()[0]?.seq]).toEqual([300, 2]);
		expect([runner.logs().length, runner.logs()[0]?.seq]).toEqual([1000, 2]);
	});

	test("a line that is none becomes a line of the log", async () => {
		const { runner, say, tell, next } = await open();
		const last = next("next");
		say('(node:1) Warning: oh\n\n{"type":"next","status":{"state":"new"}}\n{"type":"exch');
		say('ange"}\n');
		tell({ type: "next", status: ready });
		await last;
		expect(runner.logs().map(({ seq, stream }) => [seq, stream])).toEqual([
			[-1, "stderr"],
			[-2, "stderr"],
			[-3, "stderr"],
		]);
		expect(runner.logs()[0]?.text).toContain("Warning: oh");
		expect(runner.next).toEqual(ready);
	});
});

describe("files", () => {
	test("are written, then removed, and the manifest follows", async () => {
		const { runner, calls } = await open();
		await runner.apply({ write: { "a.ts": "text" }, remove: ["app/page.tsx"] });
		expect(calls.slice(1)).toEqual(["write a.ts", "remove app/page.tsx"]);
		expect(runner.manifest).toEqual({ "a.ts": hashText("text") });
		await runner.apply({ write: {}, remove: [] });
		expect(calls).toHaveLength(3);
	});

	test("whose writing failed count as unknown, so that they are written again", async () => {
		const { runner, fake } = await open();
		fake.failWith = new SandboxError("file-too-large", "too large");
		await expect(runner.apply({ write: { "app/page.tsx": "x" }, remove: [] })).rejects.toMatchObject({
			code: "file-too-large",
		});
		expect(runner.manifest["app/page.tsx"]).toBe("unknown");
	});

	test("on a machine that is gone make the runner gone", async () => {
		const { runner, fake, events } = await open();
		fake.failWith = new SandboxError("machine-gone", "It was idle too long.");
		await expect(runner.apply({ write: { "a.ts": "x" }, remove: [] })).rejects.toMatchObject({
			code: "machine-gone",
		});
		expect(events).toEqual([{ type: "gone", reason: "It was idle too long." }]);
		await expect(runner.readData()).rejects.toMatchObject({ code: "agent-stopped" });
	});
});

describe("the end", () => {
	test("of the agent rejects what is pending, is told once, and refuses what comes later", async () => {
		const { runner, command, die, next, events } = await open({ next: ready, logs: [] });
		const start = runner.start("production");
		await command();
		const gone = next("gone");
		die();
		await gone;
		await expect(start).rejects.toMatchObject({ code: "agent-stopped" });
		await expect(runner.readData()).rejects.toMatchObject({ code: "agent-stopped" });
		await expect(runner.apply({ write: {}, remove: [] })).rejects.toMatchObject({ code: "agent-stopped" });
		expect(runner.previewUrl()).toBeNull();
		await runner.dispose();
		expect(events.map(({ type }) => type)).toEqual(["gone"]);
	});

	test("by dispose or by the signal gives the machine back once", async () => {
		const first = await open();
		const data = first.runner.readData();
		await first.runner.dispose();
		await first.runner.dispose();
		await expect(data).rejects.toMatchObject({ code: "agent-stopped" });
		expect(first.fake.disposed).toBe(1);

		const second = await open();
		const gone = second.next("gone");
		second.controller.abort();
		await gone;
		expect(second.fake.disposed).toBe(1);
	});
});
