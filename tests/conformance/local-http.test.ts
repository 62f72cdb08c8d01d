import { request } from "node:http";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { AGENT_ARGS, AGENT_COMMAND } from "@/lib/sandbox/machine";
import { connectLocalMachine } from "@/lib/sandbox/machines/local/client";
import { MachineHost } from "@/lib/sandbox/machines/local/server/host";
import { installLocalMachines } from "@/lib/sandbox/machines/local/server/singleton";
import { getAgent, KEEP_ALIVE_MS } from "@/lib/sandbox/machines/local/server/surface";
import { MAX_FILES_BODY_BYTES, MAX_INPUT_BODY_BYTES, TOKEN_HEADER } from "@/lib/sandbox/machines/local/wire";
import { fakeBase } from "./fake-app";
import { type RouteServer, serveMachineRoutes } from "./http-server";
import { Talk } from "./talk";
import { temporaryFolder } from "./temporary-folder";

const TOKEN = "token of this boot";
let host: MachineHost;
let server: RouteServer;

async function freshHost(): Promise<MachineHost> {
	const made = new MachineHost({
		folder: await temporaryFolder(),
		readBase: () => fakeBase(),
		maxMachines: 2,
		idleMs: 60_000,
		graceMs: 60_000,
		spare: false,
	});
	onTestFinished(() => made.stop());
	return made;
}

beforeEach(async () => {
	host = await freshHost();
	installLocalMachines({ token: TOKEN, host });
	server = await serveMachineRoutes();
	onTestFinished(async () => {
		installLocalMachines(null);
		await server.close();
	});
});

interface Ask {
	method?: string;
	headers?: Record<string, string>;
	body?: string;
}

/** A request with any header at all, Host included, which fetch would not send. */
async function ask(path: string, { method = "GET", headers = {}, body }: Ask = {}) {
	return new Promise<{
		status: number;
		body: { error?: { code: string; message: string } } & Record<string, unknown>;
	}>((resolve, reject) => {
		const url = new URL(path, server.url);
		const outgoing = request(
			{
				host: "127.0.0.1",
				port: url.port,
				path,
				method,
				agent: false,
				headers: { host: url.host, ...headers },
			},
			async (response) => {
				const text = (await response.toArray()).join("");
				resolve({ status: response.statusCode!, body: JSON.parse(text) });
			},
		);
		outgoing.on("error", reject).end(body);
	});
}

const authorised = { [TOKEN_HEADER]: TOKEN };
const post = (path: string, body: unknown, headers: Record<string, string> = authorised) =>
	ask(path, { method: "POST", headers, body: typeof body === "string" ? body : JSON.stringify(body) });

async function claimed(): Promise<string> {
	const { status, body } = await post("/api/machines", "");
	expect(status).toBe(201);
	return `/api/machines/${body.id}`;
}

describe("who is let in", () => {
	it("hands the token to pages of its own only", async () => {
		const path = "/api/machines/session";
		expect(await ask(path)).toEqual({ status: 200, body: { token: TOKEN } });
		const foreign: Record<string, string>[] = [
			{ host: "evil.example" },
			{ origin: "http://evil.example" },
			{ "sec-fetch-site": "cross-site" },
			{ "sec-fetch-site": "same-site" },
		];
		for (const headers of foreign) {
			const { status, body } = await ask(path, { headers });
			expect([status, body.error?.code]).toEqual([403, "forbidden"]);
			expect(JSON.stringify(body)).not.toContain(TOKEN);
		}
	});

	it("guards every other route by token, Host, Origin and Sec-Fetch-Site, before anything is done", async () => {
		const id = await claimed();
		const routes: [string, Ask][] = [
			["/api/machines", { method: "POST" }],
			[id, {}],
			[id, { method: "DELETE" }],
			[`${id}/write`, { method: "POST", body: '{"write":{"x":"x"}}' }],
			[`${id}/mount`, { method: "POST", body: '{"files":{"x":"x"}}' }],
			[`${id}/file?path=package.json`, {}],
			[`${id}/agent`, { method: "POST", body: '{"action":"start"}' }],
			[`${id}/agent`, {}],
			[`${id}/agent/input`, { method: "POST", body: "echo x\n" }],
		];
		const wrong: Record<string, string>[] = [
			{},
			{ [TOKEN_HEADER]: "wrong" },
			{ ...authorised, host: "evil.example" },
			{ ...authorised, origin: "http://evil.example" },
			{ ...authorised, origin: "null" },
			{ ...authorised, "sec-fetch-site": "cross-site" },
			{ ...authorised, "x-forwarded-for": "192.168.1.9" },
		];
		for (const [path, options] of routes) {
			for (const headers of wrong) {
				const { status, body } = await ask(path, { ...options, headers });
				expect([path, status, body.error?.code]).toEqual([path, 403, "forbidden"]);
			}
		}
		expect(host.uses()).toHaveLength(1);
		expect((await ask(id, { headers: authorised })).body).toMatchObject({ agent: "stopped", streams: 0 });
	});

	it("is closed by PLAYGROUND_LOCAL_MACHINES=off, which a page hears as unsupported", async () => {
		vi.stubEnv("PLAYGROUND_LOCAL_MACHINES", "off");
		onTestFinished(() => void vi.unstubAllEnvs());
		expect((await ask("/api/machines/session")).body.error?.code).toBe("unsupported");
		expect((await post("/api/machines", "")).status).toBe(501);
		await expect(connectLocalMachine({ baseUrl: server.url })).rejects.toMatchObject({
			code: "unsupported",
			message: expect.stringContaining("set up not to run sandboxes"),
		});
	});
});

describe("what is refused", () => {
	it("a path that leaves the folder, in whatever coat", async () => {
		const id = await claimed();
		const paths = ["../x", "/etc/passwd", "a\\..\\x", "a/\0", "a//b", "./a", "a".repeat(301), "app/../../x"];
		for (const path of paths) {
			const write = await post(`${id}/write`, { write: { [path]: "x" } });
			expect([write.status, write.body.error?.code]).toEqual([400, "bad-path"]);
			const read = await ask(`${id}/file?path=${encodeURIComponent(path)}`, { headers: authorised });
			expect([read.status, read.body.error?.code]).toEqual([400, "bad-path"]);
		}
		const encoded = await ask(`${id}/file?path=..%2f..%2fetc%2fpasswd`, { headers: authorised });
		expect(encoded.body.error?.code).toBe("bad-path");
		const doubly = await ask(`${id}/file?path=..%252fx`, { headers: authorised });
		expect(doubly.body).toEqual({ text: null });
	});

	it("a machine id that is none of ours, also one that is a path", async () => {
		for (const id of ["m-0000000000000000", "%2e%2e%2fx", "__proto__"]) {
			const { status, body } = await ask(`/api/machines/${id}/file?path=x`, { headers: authorised });
			expect([status, body.error?.code]).toEqual([404, "machine-gone"]);
		}
	});

	it("a body of the wrong shape", async () => {
		const id = await claimed();
		for (const body of ["", "{", "null", "[]", '{"write":{"a":1}}', '{"remove":"a"}']) {
			const answer = await post(`${id}/write`, body);
			expect([body, answer.status, answer.body.error?.code]).toEqual([body, 400, "bad-request"]);
		}
		for (const action of ["restart", "spawn", "", null]) {
			expect(
				(await post(`${id}/agent`, { action, command: "sh", args: ["-c", "id"] })).body.error?.code,
			).toBe("bad-request");
		}
		expect((await ask(`${id}/file`, { headers: authorised })).body.error?.code).toBe("bad-request");
		expect((await ask(`${id}/agent?after=-1`, { headers: authorised })).body.error?.code).toBe("bad-request");
	});

	it("a body that is too large, whether it says so or not", async () => {
		const id = await claimed();
		const large = JSON.stringify({ write: { x: "x".repeat(MAX_FILES_BODY_BYTES) } });
		expect((await post(`${id}/write`, large)).body.error?.code).toBe("bad-request");
		const chunked = { ...authorised, "transfer-encoding": "chunked" };
		expect(
			(await post(`${id}/agent/input`, "x".repeat(MAX_INPUT_BODY_BYTES + 1), chunked)).body.error,
		).toMatchObject({ code: "bad-request", message: expect.stringContaining("larger than") });
	});

	it("input while no agent runs", async () => {
		const id = await claimed();
		const { status, body } = await post(`${id}/agent/input`, "echo x\n");
		expect([status, body.error?.code]).toEqual([409, "agent-stopped"]);
	});

	it("what nobody foresaw is told without its inside", async () => {
		const complaint = vi.spyOn(console, "error").mockImplementation(() => {});
		onTestFinished(() => complaint.mockRestore());
		installLocalMachines({
			token: TOKEN,
			host: { claim: () => Promise.reject(new Error("/secret/place")) } as never,
		});
		const { status, body } = await post("/api/machines", "");
		expect([status, body.error?.code]).toEqual([500, "internal"]);
		expect(JSON.stringify(body)).not.toContain("/secret/place");
		expect(complaint).toHaveBeenCalledOnce();
	});
});

describe("the browser's side", () => {
	const connect = (options = {}) =>
		connectLocalMachine({ baseUrl: server.url, sleep: async () => {}, ...options });

	it("starts the agent and nothing else", async () => {
		const machine = await connect();
		await expect(machine.spawn("sh", ["-c", "id"])).rejects.toMatchObject({ code: "forbidden" });
		await expect(machine.spawn(AGENT_COMMAND, ["-e", "1"])).rejects.toMatchObject({ code: "forbidden" });
		await expect(
			machine.spawn(AGENT_COMMAND, AGENT_ARGS, { env: { NODE_OPTIONS: "--require=/x" } }),
		).rejects.toMatchObject({ code: "forbidden" });
	});

	it("takes its machine up again after a reload, with the agent running and no old words", async () => {
		const ids: string[] = [];
		const first = await connect({ onId: (id: string) => ids.push(id) });
		await first.write({ "app/mine.ts": "mine" });
		const talk = new Talk(await first.spawn(AGENT_COMMAND, AGENT_ARGS));
		await talk.ask("echo old words", "old words");
		await talk.leave();
		await vi.waitFor(() => expect(host.uses()[0]?.streams).toBe(0));

		const again = await connect({ resumeId: ids[0], onId: (id: string) => ids.push(id) });
		expect(ids[1]).toBe(ids[0]);
		expect(again.manifest).toHaveProperty("app/mine.ts");
		const newTalk = new Talk(await again.spawn(AGENT_COMMAND, AGENT_ARGS));
		await newTalk.ask("echo new words", "new words");
		expect(newTalk.lines).toEqual(["new words"]);
	});

	it("is never attached to an agent that is being ended", async () => {
		const machine = await connect();
		const first = await machine.spawn(AGENT_COMMAND, AGENT_ARGS);
		await new Talk(first).ask("stubborn", "stubborn");
		const [, second] = await Promise.all([first.kill(), machine.spawn(AGENT_COMMAND, AGENT_ARGS)]);
		expect(await first.exit).toBe(137);
		await new Talk(second).ask("echo alive", "alive");
	});

	it("takes a new machine when the old one is gone, or another tab has it", async () => {
		const ids: string[] = [];
		const onId = (id: string) => ids.push(id);
		const first = await connect({ resumeId: "m-0000000000000000", onId });
		const talk = new Talk(await first.spawn(AGENT_COMMAND, AGENT_ARGS));
		await talk.line((line) => line.startsWith("hello"));
		await connect({ resumeId: ids[0], onId });
		expect(ids[1]).not.toBe(ids[0]);
	});

	it("loses and doubles no line when the connection is cut again and again", async () => {
		const machine = await connect();
		const talk = new Talk(await machine.spawn(AGENT_COMMAND, AGENT_ARGS));
		for (let round = 0; round < 5; round++) {
			const written = talk.say(`echo round ${round}`);
			await written;
			server.cut();
			await talk.line((line) => line === `round ${round}`);
		}
		expect(talk.lines.filter((line) => line.startsWith("round"))).toEqual(
			[0, 1, 2, 3, 4].map((round) => `round ${round}`),
		);
	});

	it("hears of the end that came while it was away", async () => {
		const machine = await connect();
		const program = await machine.spawn(AGENT_COMMAND, AGENT_ARGS);
		const talk = new Talk(program);
		await talk.line((line) => line.startsWith("hello"));
		const { feed } = host.get(host.uses()[0]!.id);
		server.cut();
		await feed.write("exit 7\n");
		expect(await program.exit).toBe(7);
		await talk.ended;
	});

	it("says so when output was lost while it was away", async () => {
		const machine = await connect();
		let away: (() => void) | null = null;
		const slow: typeof fetch = async (input, init) => {
			if (away === null || !String(input).includes("?after=")) return fetch(input, init);
			await new Promise<void>((resolve) => {
				away = resolve;
			});
			away = null;
			return fetch(input, init);
		};
		const reader = await connect({ resumeId: host.uses()[0]!.id, fetch: slow });
		const program = await reader.spawn(AGENT_COMMAND, AGENT_ARGS);
		const talk = new Talk(program);
		await talk.line((line) => line.startsWith("hello"));
		const { feed } = host.get(host.uses()[0]!.id);
		away = () => {};
		server.cut();
		await feed.write("lines 60 100000\necho done\n");
		await vi.waitFor(() => expect(feed.lastSeq).toBe(62));
		away();
		await expect(talk.ended).rejects.toMatchObject({ code: "no-answer", retryable: true });
		await machine.dispose();
	});

	it("knows a restart of the playground from a wrong token", async () => {
		const machine = await connect();
		const program = await machine.spawn(AGENT_COMMAND, AGENT_ARGS);
		const talk = new Talk(program);
		installLocalMachines({ token: "token of the next boot", host: await freshHost() });
		server.cut();
		await expect(talk.ended).rejects.toMatchObject({ code: "machine-gone" });
		expect(await program.exit).toBe(137);
		await expect(machine.write({ x: "x" })).rejects.toMatchObject({ code: "machine-gone" });
		await machine.dispose();
	});

	it("gives up on a server that stays away, after longer and longer pauses", async () => {
		const pauses: number[] = [];
		const sleep = async (ms: number) => void pauses.push(ms);
		const machine = await connect({ sleep });
		const program = await machine.spawn(AGENT_COMMAND, AGENT_ARGS);
		const talk = new Talk(program);
		await talk.line((line) => line.startsWith("hello"));
		await server.close();
		await expect(talk.ended).rejects.toMatchObject({ code: "machine-gone" });
		expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
		expect(pauses.length).toBeGreaterThan(5);
		await expect(machine.write({ x: "x" })).rejects.toMatchObject({ code: "no-answer", retryable: true });
		server = await serveMachineRoutes();
	});

	it("is unsupported where no server answers, or another one", async () => {
		const unreachable = () => Promise.reject(new TypeError("Failed to fetch"));
		await expect(connect({ fetch: unreachable })).rejects.toMatchObject({ code: "unsupported" });
		const staticSite = async () => new Response("<h1>Not found</h1>", { status: 404 });
		await expect(connect({ fetch: staticSite })).rejects.toMatchObject({ code: "unsupported" });
	});

	it("passes the refusal of one machine too many on", async () => {
		await connect();
		await connect();
		await expect(connect()).rejects.toMatchObject({ code: "too-many-machines", retryable: true });
	});

	it("stops connecting with its signal", async () => {
		await expect(connect({ signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "cancelled" });
	});
});

describe("the output stream", () => {
	it("says now and then that it is still there, and stops counting a page that left", async () => {
		const { id } = await host.claim();
		await host.get(id).feed.start();
		const { lastSeq } = host.get(id).feed;
		vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
		onTestFinished(() => void vi.useRealTimers());
		const gone = new AbortController();
		const ask = new Request(`http://localhost/api/machines/${id}/agent?after=${lastSeq + 1_000}`, {
			headers: { host: "localhost", ...authorised },
			signal: gone.signal,
		});
		const response = await getAgent(ask, { params: Promise.resolve({ id }) });
		expect(response.headers.get("content-type")).toContain("application/x-ndjson");
		expect(response.headers.get("cache-control")).toContain("no-transform");
		const reader = response.body!.getReader();
		const next = async () => new TextDecoder().decode((await reader.read()).value);
		expect(await next()).toBe("\n");
		expect(host.uses()[0]?.streams).toBe(1);
		for (let round = 0; round < 3; round++) {
			const quiet = next();
			await vi.advanceTimersByTimeAsync(KEEP_ALIVE_MS);
			expect(await quiet).toBe("\n");
		}
		gone.abort();
		expect((await reader.read()).done).toBe(true);
		expect(host.uses()[0]?.streams).toBe(0);
	});
});
