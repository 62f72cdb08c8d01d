import { access, mkdtemp, readdir, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TOKEN_HEADER } from "@/lib/sandbox/machines/local/wire";
import {
	authorization,
	type CreatedRoom,
	hubPaths,
	newSecret,
	type RoomCommand,
} from "@/lib/workshop/contract";
import { type Product, startProduct } from "@/scripts/product";
import { ROOT } from "@/scripts/root";
import { type Answer, type Attempt, attempt, raw, Table } from "./attempt";
import { EVIL_PATHS, foreignHeaders, machineRoutes, ODD_PATHS } from "./machines";

const MAX_MACHINES = 3;
const table = new Table();
let product: Product;
let data: string;
let token: string;
let machine: string;

const send = (one: Attempt) => attempt(product.url, one);
const authorised = (more: Record<string, string> = {}) => ({ [TOKEN_HEADER]: token, ...more });
const json = <T>({ text }: Answer): T => JSON.parse(text) as T;

/**
 * Each is refused with a typed error; the table says how.
 * @param orCut whether the connection may be cut instead: who is still sending when the answer comes may not get to read it
 */
async function refused(
	what: string,
	attempts: Attempt[],
	codes: string[],
	{ orCut = false } = {},
): Promise<void> {
	for (const one of attempts) {
		const answer = await send(one);
		const typed =
			(answer.status >= 400 && answer.status < 500 && answer.code !== null && codes.includes(answer.code)) ||
			(orCut && answer.status === 0);
		table.add(what, answer, typed);
		expect([what, one.method ?? "GET", one.path.slice(0, 80), typed, answer.status, answer.code]).toEqual([
			what,
			one.method ?? "GET",
			one.path.slice(0, 80),
			true,
			answer.status,
			answer.code,
		]);
		expect(answer.text).not.toContain(token);
	}
}

/** Nothing of what was tried has changed anything. */
async function machineIsUntouched(): Promise<void> {
	const status = json<{ manifest: Record<string, string>; agent: string }>(
		await send({ path: `/api/machines/${machine}`, headers: authorised() }),
	);
	expect(Object.keys(status.manifest)).not.toContain("app/hacked.tsx");
	expect(status.manifest["app/canary.tsx"]).toBeDefined();
}

beforeAll(async () => {
	data = await mkdtemp(join(tmpdir(), "abuse-"));
	product = await startProduct({
		env: { PLAYGROUND_MAX_MACHINES: String(MAX_MACHINES), PLAYGROUND_WORKSHOP_DATA: join(data, "store") },
	});
	({ token } = json<{ token: string }>(await send({ path: "/api/machines/session" })));
	({ id: machine } = json<{ id: string }>(
		await send({ path: "/api/machines", method: "POST", headers: authorised() }),
	));
	const written = await send({
		path: `/api/machines/${machine}/write`,
		method: "POST",
		headers: authorised(),
		body: JSON.stringify({ write: { "app/canary.tsx": "untouched" } }),
	});
	expect(written.status).toBe(200);
}, 60_000);

afterAll(async () => {
	console.log(`\nAbuse over HTTP:\n${table.text}\n`);
	await product?.stop();
	await rm(data, { recursive: true, force: true });
});

test("requests that are not the playground's own command nothing", async () => {
	const { port, origin } = new URL(product.url);
	for (const [what, headers] of foreignHeaders(origin, port)) {
		const attempts = machineRoutes(machine).map((route) => ({
			...route,
			headers: { ...route.headers, ...authorised(headers) },
		}));
		await refused(what, attempts, ["forbidden"]);
	}
	await machineIsUntouched();
});

test("without this boot's token nothing is commanded", async () => {
	const routes = machineRoutes(machine).filter(({ path }) => !path.endsWith("/session"));
	for (const wrong of [
		"",
		"wrong",
		token.slice(0, -1),
		`${token}x`,
		token.toUpperCase() + token.toLowerCase(),
		"null",
	]) {
		const attempts = routes.map((route) => ({
			...route,
			headers: { ...route.headers, ...(wrong && { [TOKEN_HEADER]: wrong }) },
		}));
		await refused("no token, or another one", attempts, ["forbidden"]);
	}
	const inAddress = routes.map((route) => ({
		...route,
		path: `${route.path}${route.path.includes("?") ? "&" : "?"}token=${token}`,
	}));
	for (const one of inAddress) expect((await send(one)).code).toBe("forbidden");
	await machineIsUntouched();
});

test("no path leads out of the app, in any file operation", async () => {
	const at = `/api/machines/${machine}`;
	for (const [what, path] of EVIL_PATHS) {
		const attempts: Attempt[] = [
			{ path: `${at}/write`, method: "POST", body: JSON.stringify({ write: { [path]: "hacked" } }) },
			{ path: `${at}/write`, method: "POST", body: JSON.stringify({ remove: [path] }) },
			{
				path: `${at}/mount`,
				method: "POST",
				body: JSON.stringify({ files: { "app/hacked.tsx": "x", [path]: "hacked" } }),
			},
		];
		// An address has an end.
		if (path.length < 5_000) attempts.push({ path: `${at}/file?path=${encodeURIComponent(path)}` });
		await refused(
			what,
			attempts.map((one) => ({ ...one, headers: authorised() })),
			["bad-path"],
		);
	}
	for (const path of ODD_PATHS) {
		const answer = await send({ path: `${at}/file?path=${encodeURIComponent(path)}`, headers: authorised() });
		expect([path, json<{ text: string | null }>(answer).text]).toEqual([path, null]);
	}
	for (const id of ["..", "%2e%2e", "../../etc", "m-0000000000000000", "x".repeat(5_000), "%00"]) {
		const answer = await send({ path: `/api/machines/${encodeURIComponent(id)}`, headers: authorised() });
		// Next.js tidies up an address with dots in it, and sends the browser to the tidy one.
		const nothing = answer.status === 404 || answer.status === 308;
		table.add("machine: an id that is none", answer, nothing);
		expect([id, nothing]).toEqual([id, true]);
	}
	await machineIsUntouched();
	expect(await readdir(join(ROOT, ".sandboxes", machine))).not.toContain("canary");
	await expect(access(join(ROOT, ".sandboxes", "canary"))).rejects.toThrow();
});

test("bodies that are too large, endless, or not what they should be change nothing", async () => {
	const at = `/api/machines/${machine}`;
	const write = (body: string) => ({ path: `${at}/write`, method: "POST", headers: authorised(), body });
	await refused(
		"body: not of its shape",
		[
			"",
			"{",
			"null",
			"[]",
			'"x"',
			'{"write":[]}',
			'{"write":{"a":1}}',
			'{"remove":"a"}',
			"[".repeat(50_000),
			`{"write":${"[".repeat(20_000)}`,
		].map(write),
		["bad-request"],
	);
	await refused(
		"body: prototype pollution",
		[
			'{"__proto__":{"write":{"app/hacked.tsx":"x"}},"write":1}',
			'{"constructor":{"prototype":{"x":1}},"remove":1}',
		].map(write),
		["bad-request", "bad-path"],
	);
	// A name that is none of a file's is no file.
	const ignored = await send(write('{"write":{"__proto__":{"x":1}}}'));
	expect(json<{ manifest: object }>(ignored).manifest).not.toHaveProperty("x");
	await refused(
		"body: too large",
		[write(JSON.stringify({ write: { "app/hacked.tsx": "x".repeat(1_000_001) } }))],
		["file-too-large"],
	);
	await refused(
		"body: too large",
		[
			write("x".repeat(16_000_001)),
			{ path: `${at}/agent`, method: "POST", headers: authorised(), body: "x".repeat(10_001) },
		],
		["bad-request"],
		{ orCut: true },
	);
	for (const path of [`${at}/write`, `${at}/mount`, `${at}/agent`, `${at}/agent/input`]) {
		const answer = await send({ path, method: "POST", headers: authorised(), endless: true });
		// Some are answered before the connection is cut, some only cut.
		table.add("body: without an end", answer, answer.status !== 200);
		expect([0, 400, 413, 409]).toContain(answer.status);
	}
	await machineIsUntouched();
	expect(({} as Record<string, unknown>).write).toBeUndefined();
});

test("headers are not made of what is sent, and one request is not two", async () => {
	const { host } = new URL(product.url);
	const injected = await raw(
		product.url,
		`GET /api/machines/x%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\nHost: ${host}\r\n${TOKEN_HEADER}: ${token}\r\nConnection: close\r\n\r\n`,
	);
	const [head = ""] = injected.split("\r\n\r\n");
	expect(head).toMatch(/^HTTP\/1\.1 404/);
	expect(head.toLowerCase()).not.toContain("set-cookie");
	const smuggled = [
		`POST /api/machines/session HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nDELETE /api/machines/${machine} HTTP/1.1\r\nHost: ${host}\r\n${TOKEN_HEADER}: ${token}\r\n\r\n`,
		`GET / HTTP/1.1\r\nHost: ${host}\r\nHost: evil.example\r\n\r\n`,
		`GET / HTTP/1.1\r\nHost : ${host}\r\n\r\n`,
		"GET / HTTP/1.1\r\n\r\n",
		`GET / HTTP/1.1\r\nHost: ${host}\r\nX-Long: ${"x".repeat(40_000)}\r\n\r\n`,
	];
	for (const bytes of smuggled) {
		const text = await raw(product.url, bytes);
		const status = Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0);
		table.add(
			"headers: two lengths, two hosts, none, very long",
			{ status, code: null, headers: {}, text },
			status === 0 || status >= 400,
		);
	}
	await machineIsUntouched();
});

test("a thousand requests for machines give as many as there are places, and the page at work keeps its own", async () => {
	const answers: Answer[] = [];
	for (let wave = 0; wave < 20; wave++) {
		const attempts = Array.from({ length: 50 }, () =>
			send({ path: "/api/machines", method: "POST", headers: authorised() }),
		);
		answers.push(...(await Promise.all(attempts)));
	}
	for (const answer of answers) table.add("1,000 machines", answer, answer.code === "too-many-machines");
	const given = answers.filter(({ status }) => status === 201);
	expect(given.length).toBeLessThanOrEqual(MAX_MACHINES);
	expect(answers.filter(({ code }) => code === "too-many-machines")).toHaveLength(1_000 - given.length);
	const folders = (await readdir(join(ROOT, ".sandboxes"))).filter((name) =>
		given.some(({ text }) => text.includes(name)),
	);
	expect(folders.length).toBeLessThanOrEqual(MAX_MACHINES);
	await machineIsUntouched();
	for (const { text } of given) {
		const { id } = JSON.parse(text) as { id: string };
		expect(
			(await send({ path: `/api/machines/${id}`, method: "DELETE", headers: authorised() })).status,
		).toBe(200);
	}
}, 120_000);

test("two hundred requests that never come to an end hold up nobody", async () => {
	const { port, host } = new URL(product.url);
	const sockets = await Promise.all(
		Array.from(
			{ length: 200 },
			(_, index) =>
				new Promise<ReturnType<typeof connect>>((resolve, reject) => {
					const socket = connect({ host: "127.0.0.1", port: Number(port) }, () => {
						socket.write(
							index % 2 === 0
								? `GET / HTTP/1.1\r\nHost: ${host}\r\nX-`
								: `POST /api/machines/${machine}/write HTTP/1.1\r\nHost: ${host}\r\n${TOKEN_HEADER}: ${token}\r\nContent-Length: 100\r\n\r\n{"wr`,
						);
						resolve(socket);
					});
					socket.on("error", reject);
				}),
		),
	);
	try {
		const answers = await Promise.all(Array.from({ length: 10 }, () => send({ path: "/" })));
		for (const answer of answers) {
			table.add("200 slow requests: the others are answered", answer, answer.status === 200);
			expect(answer.status).toBe(200);
		}
	} finally {
		for (const socket of sockets) {
			socket.removeAllListeners("error");
			socket.on("error", () => {});
			socket.destroy();
		}
	}
	await machineIsUntouched();
});

test("in a room nobody does what is not theirs, from wherever they ask", async () => {
	const post = (path: string, body: unknown, headers: Record<string, string> = {}): Attempt => ({
		path,
		method: "POST",
		headers: { "content-type": "application/json", ...headers },
		body: typeof body === "string" ? body : JSON.stringify(body),
	});
	const name = '=HYPERLINK("http://evil.example")<img src=x onerror=alert(1)>';
	const made = await send(
		post(hubPaths.rooms, {
			title: "<script>alert(1)</script>",
			agenda: [
				{ lesson: "forms/zod", title: "Zod", minutes: 5, checks: [{ id: "stores", title: "Stores" }] },
			],
		}),
	);
	const room = json<CreatedRoom>(made);
	const secret = newSecret();
	expect((await send(post(hubPaths.join(room.code), { secret, name: name.slice(0, 40) }))).status).toBe(200);
	const learner = authorization(secret);
	const commands: RoomCommand[] = [
		{ type: "announce", text: "x" },
		{ type: "room-end" },
		{ type: "key-rotate" },
		{ type: "helper-code-rotate" },
		{ type: "room-lock", locked: true },
		{ type: "solution-release", lesson: "forms/zod", released: true },
		{ type: "learner-remove", learner: "x".repeat(12) },
	];
	await refused(
		"a learner as staff",
		commands.map((command) => post(hubPaths.commands(room.code), { id: newSecret(), command }, learner)),
		["forbidden"],
	);
	await refused(
		"a learner as staff",
		[
			{ path: hubPaths.results(room.code, "csv", true), headers: learner },
			{ path: hubPaths.room(room.code), method: "DELETE", headers: learner },
			{ path: hubPaths.view(room.code, "projector"), headers: learner },
			{ path: hubPaths.code(room.code, "x".repeat(12), "forms/zod"), headers: learner },
		],
		["forbidden"],
	);
	await refused(
		"a made-up secret",
		[newSecret(), room.code, room.helperCode.padEnd(32, "0")].map((made) => ({
			path: hubPaths.view(room.code),
			headers: authorization(made),
		})),
		["unknown-token"],
	);
	const key = authorization(room.instructorKey);
	const { port, origin } = new URL(product.url);
	for (const [what, headers] of foreignHeaders(origin, port)) {
		// A proxy may stand before a hub; who asks it is told apart by the secret.
		if (what.startsWith("a proxy")) continue;
		await refused(
			`room: ${what}`,
			[
				post(hubPaths.commands(room.code), { id: newSecret(), command: commands[0] }, { ...key, ...headers }),
				{ path: hubPaths.view(room.code), headers: { ...key, ...headers } },
			],
			["wrong-origin"],
		);
	}
	await refused(
		"room: too large",
		[
			post(hubPaths.commands(room.code), "x".repeat(200_000), key),
			post(hubPaths.events(room.code), "x".repeat(500_000), learner),
		],
		["too-large"],
	);
	await refused(
		"room: not of its shape",
		["{", "null", '{"__proto__":{"command":{"type":"room-end"}}}', "[".repeat(50_000)].map((body) =>
			post(hubPaths.commands(room.code), body, key),
		),
		["bad-request"],
	);
	const csv = await send({ path: hubPaths.results(room.code, "csv", true), headers: key });
	expect(csv.status).toBe(200);
	for (const cell of csv.text.split(/\r?\n/).flatMap((line) => line.split(",")))
		expect(cell).not.toMatch(/^"?[=+@\t-]/);
	const view = await send({ path: hubPaths.view(room.code), headers: key });
	expect(view.text).not.toContain("room-end");
	expect(json<{ view: { room: { phase: string; locked: boolean } } }>(view).view.room).toMatchObject({
		phase: "open",
		locked: false,
	});
	const tries = await Promise.all(
		Array.from({ length: 400 }, () =>
			send({ path: hubPaths.view(room.code), headers: authorization(newSecret()) }),
		),
	);
	for (const answer of tries) table.add("400 made-up secrets", answer, answer.code !== null);
	expect(
		tries.some(({ code, headers }) => code === "too-many-tries" && Number(headers["retry-after"]) > 0),
	).toBe(true);
	expect((await send({ path: hubPaths.view(room.code), headers: key })).status).toBe(200);
}, 60_000);
