import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import type { MachineProcess } from "@/lib/sandbox/machine";
import { encodeSnapshot } from "@/scripts/snapshot/encode";
import { Talk } from "./talk";
import type { PageConnectOptions } from "./webcontainer-host/browser-entry";
import {
	type ContainerTestPage,
	openTestSite,
	type PageMachine,
	type TestSite,
} from "./webcontainer-host/browser-page";
import { startWebContainerHost, type WebContainerHost } from "./webcontainer-host/host";

let site: TestSite;
let host: WebContainerHost;
let page: ContainerTestPage;

beforeAll(async () => {
	site = await openTestSite();
	host = await startWebContainerHost({ pageOrigins: [site.origin] });
	page = await site.open(host.url);
});
afterAll(async () => {
	await site.close();
	await host.close();
});

async function connect(options: PageConnectOptions = {}): Promise<PageMachine> {
	const machine = await page.connect({ bootTimeoutMs: 10_000, ...options });
	onTestFinished(() => machine.dispose());
	return machine;
}

/** Runs a program to its end and gives what it said. */
async function saidBy(machine: PageMachine, source: string, args: string[] = []): Promise<string> {
	await machine.write({ "program.mjs": source });
	const program = await machine.spawn("node", [...args, "program.mjs"]);
	return textOf(program);
}

async function textOf(program: MachineProcess): Promise<string> {
	const talk = new Talk(program);
	await talk.ended;
	return talk.lines.join("\n");
}

const SERVE = `
import { createServer } from "node:http";
const server = createServer((request, response) => {
	if (request.url === "/cookie") response.setHeader("set-cookie", "seen=yes; HttpOnly; SameSite=Lax");
	response.setHeader("content-type", request.url.startsWith("/api") ? "text/plain" : "text/html");
	response.end("<html><head><title>app</title></head><body>cookie: " + (request.headers.cookie ?? "none") + "</body></html>");
}).listen(Number(process.argv[2] ?? 0), "127.0.0.1", function () { console.log("port", this.address().port); });
process.stdin.on("data", (word) => String(word) === "close" ? server.close() : process.exit(0));
`;

async function serve(machine: PageMachine, port?: number) {
	await machine.write({ "serve.mjs": SERVE });
	const program = await machine.spawn("node", ["serve.mjs", ...(port === undefined ? [] : [String(port)])]);
	const line = await new Talk(program).line((text) => text.startsWith("port "));
	return { program, port: Number(line.slice(5)) };
}

describe("ports and previews", () => {
	it("gives a port's address once something listens there, and no longer when it has ended", async () => {
		const machine = await connect();
		const { program, port } = await serve(machine);
		const url = await machine.whenPort(port);
		expect(await machine.askUrl(port)).toBe(url);
		expect(new URL(url).port).not.toBe(String(port));
		expect(await (await fetch(`${url}/`)).text()).toContain("cookie: none");
		await program.write("x");
		await program.exit;
		await vi.waitFor(() => expect(machine.askUrl(port)).rejects.toMatchObject({ code: "not-running" }));
		const again = await serve(machine, port);
		expect(await machine.whenPort(port)).toBe(url);
		await again.program.write("close");
		await vi.waitFor(() => expect(machine.askUrl(port)).rejects.toMatchObject({ code: "not-running" }));
	});

	it("has no address for a port that nobody listens on", async () => {
		const machine = await connect();
		await expect(machine.askUrl(4321)).rejects.toMatchObject({
			code: "not-running",
			message: expect.stringContaining("port 4321"),
		});
	});

	it("shows the app in a frame of the isolated page, with its cookies and the preview script", async () => {
		const machine = await connect();
		const { port } = await serve(machine);
		const url = await machine.whenPort(port);
		await machine.setPreviewScript("document.documentElement.dataset.script = 'ran'");
		const show = async (path: string) => {
			await page.page.evaluate((src) => {
				document.querySelector("#preview")?.remove();
				const frame = document.createElement("iframe");
				frame.id = "preview";
				frame.src = src;
				document.body.append(frame);
			}, `${url}${path}`);
			const frame = page.page.frameLocator("#preview");
			await frame.locator("[data-script=ran]").waitFor({ state: "attached" });
			return frame.locator("body").textContent();
		};
		await show("/cookie");
		expect(await show("/")).toContain("seen=yes");
		expect(await (await fetch(`${url}/api`)).text()).not.toContain("dataset.script");
	});

	it("passes the preview's errors on", async () => {
		const machine = await connect({ forwardPreviewErrors: true });
		const { port } = await serve(machine);
		const url = await machine.whenPort(port);
		const preview = await page.page.context().newPage();
		await preview.goto(`${url}/page?x=1`);
		await preview.evaluate(() => void Promise.reject(new Error("nobody caught it")));
		await vi.waitFor(async () => {
			const { value } = await page.act(-1, "told");
			expect((value as { previewMessages: unknown[] }).previewMessages).toContainEqual(
				expect.objectContaining({
					type: "PREVIEW_UNHANDLED_REJECTION",
					message: "nobody caught it",
					pathname: "/page",
				}),
			);
		});
		await preview.close();
	});
});

describe("the conditions of a WebContainer", () => {
	const PROBE = `
		import { AsyncLocalStorage } from "node:async_hooks";
		import { fork, spawnSync } from "node:child_process";
		import { Worker } from "node:worker_threads";
		const storage = new AsyncLocalStorage();
		const seen = await storage.run("kept", async () => {
			const before = storage.getStore();
			const timer = await new Promise((resolve) => setTimeout(() => resolve(storage.getStore()), 1));
			return [before, timer, storage.getStore() ?? "lost"];
		});
		let addon = "loaded";
		try { process.dlopen({ exports: {} }, "/no/such/addon.node"); } catch (error) { addon = error.code; }
		console.log(JSON.stringify({ seen, addon, depth: process.argv[2] ?? "0", execArgv: process.execArgv }));
		if (process.argv[2] === undefined) {
			spawnSync(process.execPath, ["program.mjs", "at once"], { stdio: "inherit", env: {} });
			fork("program.mjs", ["fork"], { stdio: "inherit", execArgv: [], env: {} }).once("exit", () => {
				new Worker("./program.mjs", { argv: ["worker"] });
			});
		}
	`;

	it("hold in programs, their children and their workers: no addons, no context after an await", async () => {
		const machine = await connect();
		const lines = (await saidBy(machine, PROBE)).split("\n").map((line) => JSON.parse(line));
		expect(lines).toEqual(
			["0", "at once", "fork", "worker"].map((depth) => ({
				seen: ["kept", "kept", "lost"],
				addon: "ERR_DLOPEN_DISABLED",
				depth,
				execArgv: [],
			})),
		);
	});

	it("leaves programs no network but their own computer's", async () => {
		const listener = createTcpServer().listen(0, "127.0.0.1");
		onTestFinished(() => void listener.close());
		await new Promise((resolve) => listener.once("listening", resolve));
		const { port } = listener.address() as AddressInfo;
		const machine = await connect();
		const said = await saidBy(
			machine,
			`import { connect } from "node:net";
			const ask = (host) => new Promise((resolve) => connect(${port}, host)
				.once("connect", function () { this.destroy(); resolve("connected"); })
				.once("error", (error) => resolve(error.code)));
			const byFetch = await fetch("http://192.0.2.1/").catch((error) => error.cause?.code);
			console.log(await ask("127.0.0.1"), await ask("192.0.2.1"), await ask("example.org"), byFetch);`,
		);
		expect(said).toBe("connected ENETUNREACH ENETUNREACH ENETUNREACH");
	});

	it("gives programs the machine's environment and what they are given, in a folder of their own", async () => {
		const machine = await connect({ environment: { SANDBOX_NEXT_DEV_ARGS: "[]" }, workdirName: "app" });
		await machine.write({
			"program.mjs": "console.log(JSON.stringify({ cwd: process.cwd(), ...process.env }))",
		});
		const env = JSON.parse(await textOf(await machine.spawn("node", ["program.mjs"], { env: { OWN: "1" } })));
		expect(env).toMatchObject({ SANDBOX_NEXT_DEV_ARGS: "[]", OWN: "1", HOME: env.cwd });
		expect(env.cwd).toMatch(/\/app$/);
	});

	it("says what cannot be started", async () => {
		const machine = await connect();
		await expect(machine.spawn("no-such-program", [])).rejects.toMatchObject({
			code: "start-failed",
			message: expect.stringContaining("no-such-program"),
		});
	});
});

describe("the snapshot", () => {
	it("is loaded with its progress and laid under the base files", async () => {
		const binary = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251);
		site.snapshot = encodeSnapshot({
			"node_modules/there/index.js": "module.exports = 'from the snapshot';",
			"node_modules/there/data.bin": binary,
			"app/page.tsx": "from the snapshot",
		});
		const machine = await connect({
			snapshotUrl: "/snapshot",
			snapshotBytes: site.snapshot.byteLength,
			baseFiles: { "app/page.tsx": "from the base", "package.json": "{}" },
		});
		expect(Object.keys(machine.manifest).sort()).toEqual(["app/page.tsx", "package.json"]);
		expect(await machine.read("app/page.tsx")).toBe("from the base");
		const said = await saidBy(
			machine,
			`import there from "there"; import { readFileSync } from "node:fs";
			const bytes = readFileSync("node_modules/there/data.bin");
			console.log(there, bytes.length, bytes.every((byte, index) => byte === index % 251));`,
		);
		expect(said).toBe("from the snapshot 300000 true");
		const { progress } = (await page.act(-1, "told")).value as { progress: unknown[] };
		const total = site.snapshot.byteLength;
		expect(progress).toContainEqual({ stage: "downloading", loaded: total, total });
		expect(progress.at(-1)).toEqual({ stage: "mounting" });
	});

	it("that is not there ends the start at once, and the page can start again", async () => {
		await expect(connect({ snapshotUrl: "/none" })).rejects.toMatchObject({
			code: "start-failed",
			message: expect.stringContaining("404"),
			retryable: true,
		});
		await connect();
	});
});

describe("one WebContainer in a page", () => {
	it("refuses a second one, and takes the next after the first has ended", async () => {
		const first = await connect();
		await expect(connect()).rejects.toMatchObject({ code: "too-many-machines" });
		await first.write({ "a.txt": "a" });
		await first.dispose();
		const second = await connect();
		expect(await second.read("a.txt")).toBeNull();
	});

	it("ends with its page", async () => {
		const own = await site.open(host.url);
		await own.connect({ bootTimeoutMs: 10_000 });
		const before = host.instances;
		await own.page.close();
		await vi.waitFor(() => expect(host.instances).toBe(before - 1));
	});
});

describe("who may use the host", () => {
	it("is its own frame in an allowed page only", async () => {
		const foreign = await fetch(`${host.url}/headless`, { headers: { referer: "http://evil.example/" } });
		expect(foreign.status).toBe(403);
		const frame = await fetch(`${host.url}/headless`, { headers: { referer: `${site.origin}/` } });
		expect(frame.headers.get("content-security-policy")).toBe(`frame-ancestors ${site.origin}`);
		expect((await fetch(`${host.url}/instance?options={}`)).status).toBe(403);
		const call = await fetch(`${host.url}/instance/00/call`, { method: "POST", body: "{}" });
		expect(call.status).toBe(403);
	});
});
