import { access, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { RawResponse } from "@/lib/sandbox/agent-protocol";
import { readBaseApp } from "@/lib/sandbox/machines/local/server/base-app";
import { MACHINE_VARIABLE } from "@/lib/sandbox/machines/local/server/environment";
import { LocalMachine } from "@/lib/sandbox/machines/local/server/local-machine";
import { processesMarked } from "@/lib/sandbox/machines/local/server/processes";
import type { Runner } from "@/lib/sandbox/runner";
import { createAgentRunner } from "@/lib/sandbox/runner/agent-runner";
import generateAgent from "@/scripts/generate/agent";
import generateBridge from "@/scripts/generate/bridge";
import { describeIsolated } from "./describe-isolated";
import { isolation } from "./isolated";

/** A real Next.js in a machine that is shut in. One app for all tests, in order: each start costs seconds. */

const ROOT = process.cwd();
const ID = "m-00000000000000b1";

/** Does as the query says, and tells what came of it: what code of a learner could try. */
const TRY = `
import { execFileSync, spawn } from "node:child_process";
import { appendFileSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { homedir, hostname } from "node:os";
export const dynamic = "force-dynamic";
const acts: Record<string, (...words: string[]) => unknown> = {
	read: (place) => readFileSync(place, "utf8"),
	list: (place) => readdirSync(place),
	write: (place) => (writeFileSync(place, "mine"), "written"),
	kill: (pid) => (process.kill(Number(pid), 0), "there"),
	commands: () => readdirSync("/proc").filter((name) => /^[0-9]+$/.test(name)).map((pid) => {
		try { return readFileSync("/proc/" + pid + "/cmdline", "utf8").replaceAll("\\0", " "); } catch { return ""; }
	}),
	mount: () => execFileSync("mount", ["-t", "tmpfs", "x", "/mnt"], { encoding: "utf8", stdio: "pipe" }),
	who: () => ({ home: homedir(), host: hostname(), env: process.env }),
	connect: (host, port) => new Promise((resolve, reject) => {
		const socket = connect({ host, port: Number(port), timeout: 3000 }, () => resolve("connected"));
		socket.on("error", reject).on("timeout", () => reject(new Error("timeout")));
	}),
	bomb: () => {
		for (let index = 0; index < 300; index++) spawn("sleep", ["600"], { detached: true, stdio: "ignore" });
		return "lit";
	},
};
export async function POST(request: Request) {
	const [act, ...words] = await request.json();
	try {
		return Response.json({ did: await acts[act](...words) });
	} catch (error: any) {
		return Response.json({ refused: error.code ?? error.message });
	}
}
`;
const page = (text: string) => `export default function Page() { return <h1>${text}</h1>; }\n`;

describeIsolated("an isolated machine with a real Next.js", { timeout: 180_000 }, () => {
	const lifetime = new AbortController();
	let machine: LocalMachine;
	let runner: Runner;
	let folder: string;
	let listener: Server;
	/** Elsewhere, because the path of a socket must be short. */
	const enclosure = path.join(tmpdir(), `playground-${ID}`);
	const inFolder = (...names: string[]) => path.join(folder, ...names);
	const textOf = (response: RawResponse) => Buffer.from(response.body, "base64").toString();

	beforeAll(async () => {
		await generateAgent.run(ROOT);
		await generateBridge.run(ROOT);
		// Of a run that was ended by force.
		await rm(enclosure, { recursive: true, force: true });
		await mkdir(path.join(ROOT, ".sandboxes"), { recursive: true });
		folder = await mkdtemp(path.join(ROOT, ".sandboxes", "isolation-"));
		await mkdir(inFolder("other-machine"));
		await writeFile(inFolder("other-machine", "secret.txt"), "another learner's");
		listener = createServer((_, response) => response.end("of the host"));
		await new Promise<void>((resolve) => listener.listen(0, "0.0.0.0", resolve));
		machine = await LocalMachine.create({
			id: ID,
			root: inFolder("app"),
			scratch: inFolder("scratch"),
			isolation: { system: isolation!, folder: enclosure },
		});
		const { files } = await readBaseApp(ROOT);
		await machine.mount({ ...files, "app/page.tsx": page("first"), "app/try/route.ts": TRY });
		runner = await createAgentRunner(machine, { label: "isolated", signal: lifetime.signal });
		await runner.start("development");
	}, 180_000);

	afterAll(async () => {
		await runner?.dispose();
		await machine?.dispose();
		listener?.close();
		for (const place of [folder, enclosure]) await rm(place, { recursive: true, force: true });
	});

	async function attempt(...act: string[]): Promise<{ did?: unknown; refused?: string }> {
		const body = Buffer.from(JSON.stringify(act)).toString("base64");
		return JSON.parse(
			textOf(await runner.request({ method: "POST", path: "/try", body, timeoutMs: 60_000 })),
		);
	}
	const refused = async (code: RegExp, ...act: string[]) =>
		expect([act, await attempt(...act)]).toEqual([act, { refused: expect.stringMatching(code) }]);

	test("serves its pages to a browser of this computer, at the ports that it was given", async () => {
		const url = runner.previewUrl()!;
		expect(machine.ports).toContain(Number(new URL(url).port));
		expect(await (await fetch(url)).text()).toContain("<h1>first</h1>");
		const many = await Promise.all(
			Array.from({ length: 30 }, () => fetch(url).then((answer) => answer.status)),
		);
		expect(new Set(many)).toEqual(new Set([200]));
	});

	test("compiles an edit, and keeps a browser's socket for hot reloading", async () => {
		const url = new URL(runner.previewUrl()!);
		const socket = connect({ host: "127.0.0.1", port: Number(url.port) });
		const key = "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
		socket.write(
			`GET /_next/hmr?id=x HTTP/1.1\r\nHost: ${url.host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${key}\r\n`,
		);
		const [answer] = await new Promise<[string]>((resolve) =>
			socket.once("data", (data) => resolve([String(data)])),
		);
		expect(answer).toMatch(/^HTTP\/1\.1 101 /);
		await runner.apply({ write: { "app/page.tsx": page("second") }, remove: [] });
		await vi.waitFor(async () => expect(await (await fetch(url)).text()).toContain("<h1>second</h1>"), {
			timeout: 30_000,
			interval: 100,
		});
		socket.destroy();
	});

	test("opens the app for a second browser", async () => {
		const url = new URL(await runner.openSecondBrowser());
		expect(machine.ports).toContain(Number(url.port));
		expect((await fetch(url)).status).toBe(200);
	});

	test("reads and writes its own folder and its own /tmp", async () => {
		expect(await attempt("write", "data/note.txt")).toEqual({ did: "written" });
		expect(await machine.read("data/note.txt")).toBe("mine");
		const name = `/tmp/isolation-${process.pid}`;
		expect(await attempt("write", name)).toEqual({ did: "written" });
		expect(await readdir("/tmp")).not.toContain(path.basename(name));
	});

	test("sees no home folder, no other machine, nothing of the playground but its packages", async () => {
		const { did } = await attempt("who");
		expect(did).toMatchObject({ home: inFolder("app"), host: "playground" });
		for (const place of [
			isolation!.home,
			inFolder("other-machine", "secret.txt"),
			inFolder("scratch"),
			path.join(ROOT, "package.json"),
			path.join(ROOT, ".git"),
			"/etc/shadow",
			"/etc/ssl/private",
			"/sys",
			"/var",
		])
			await refused(/^ENOENT$/, "list", place);
	});

	test("writes neither the system nor the playground's packages", async () => {
		for (const place of [
			"/usr/bin/mine",
			"/etc/hosts",
			"/mine",
			"/dev/mine",
			path.join(ROOT, "node_modules/mine"),
		])
			await refused(/^(EROFS|EACCES)$/, "write", place);
		await refused(/./, "mount");
	});

	test("reaches no listener of this computer, and no other computer", async () => {
		const { port } = listener.address() as AddressInfo;
		expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe("of the host");
		await refused(/^ECONNREFUSED$/, "connect", "127.0.0.1", String(port));
		const own = Object.values(networkInterfaces())
			.flat()
			.filter((address) => address?.family === "IPv4" && !address.internal);
		for (const address of ["192.0.2.1", ...own.map((one) => one!.address)])
			await refused(/^(ENETUNREACH|EADDRNOTAVAIL|EHOSTUNREACH)$/, "connect", address, String(port));
	});

	test("sees and signals no process but its own", async () => {
		const { did } = await attempt("commands");
		const commands = did as string[];
		expect(commands.some((command) => command.includes(".sandbox/agent.mjs"))).toBe(true);
		expect(commands.filter((command) => command.includes("vitest"))).toEqual([]);
		expect(commands.length).toBeLessThan(30);
		// Numbers inside are small; one of this computer's is nobody's.
		await refused(/^ESRCH$/, "kill", "4194303");
	});

	test("too many processes end the app with the reason, and it starts again", async () => {
		const exited = new Promise<unknown>((resolve) => {
			const stop = runner.subscribe((event) => {
				if (event.type !== "next" || event.status.state !== "exited") return;
				stop();
				resolve(event.status);
			});
		});
		await attempt("bomb").catch(() => {});
		expect(await exited).toMatchObject({ limit: { of: "processes" } });
		// bubblewrap's two and the agent.
		await vi.waitFor(() => expect(processesMarked(MACHINE_VARIABLE, ID).length).toBeLessThanOrEqual(3));
		await runner.start("development");
		expect(await (await fetch(runner.previewUrl()!)).text()).toContain("<h1>second</h1>");
	});

	test("builds and serves for production", async () => {
		await runner.restart("production");
		expect(await (await fetch(runner.previewUrl()!)).text()).toContain("<h1>second</h1>");
	});

	test("ends with everything it started, and leaves neither a folder nor a port", async () => {
		const url = runner.previewUrl()!;
		await machine.dispose();
		expect(processesMarked(MACHINE_VARIABLE, ID)).toEqual([]);
		expect(await readdir(folder)).toEqual(["other-machine"]);
		await expect(access(enclosure)).rejects.toMatchObject({ code: "ENOENT" });
		await expect(fetch(url)).rejects.toThrow();
	});
});
