import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { NextStatus, RawRequest, RawResponse } from "@/lib/sandbox/agent-protocol";
import type { FileTree } from "@/lib/sandbox/files";
import type { Runner, RunnerEvent } from "@/lib/sandbox/runner";
import { createAgentRunner } from "@/lib/sandbox/runner/agent-runner";
import generateAgent from "@/scripts/generate/agent";
import { createTestMachine } from "./test-machine";
import { descendantsOf, stillAlive } from "./test-processes";

/** The built agent with a real Next.js beside it. One app for all tests, in order: each start costs seconds. */

const root = process.cwd();
const template = (path: string) => readFileSync(join(root, "sandbox-templates/next-app", path), "utf8");

const PAGE = `
import { unstable_cache } from "next/cache";
import { save, quit, hang, grow } from "./actions";
export const dynamic = "force-dynamic";
const cached = unstable_cache(async () => Math.random(), ["cached"], { tags: ["cached"] });
export default async function Page() {
	const origin = "http://127.0.0.1:" + process.env.UPSTREAM_PORT;
	const fetched = await (await fetch(origin, { cache: "force-cache" })).text();
	return (
		<main>
			<p>version one</p>
			<p data-cached={await cached()} data-fetched={fetched} />
			<form action={save}><input name="name" /></form>
			<form action={quit}><button>Quit</button></form>
			<form action={hang}><button>Hang</button></form>
			<form action={grow}><button>Grow</button></form>
		</main>
	);
}
`;
const ACTIONS = `
"use server";
export async function save(form: FormData) { console.log("saved", form.get("name")); }
export async function quit() { console.log("last words"); process.exit(3); }
export async function hang() { console.log("hanging"); for (;;); }
export async function grow() { const list = []; for (;;) list.push(new Array(1_000_000).fill(list.length)); }
`;
const APP: FileTree = {
	"package.json": template("package.json"),
	"next.config.ts": template("next.config.ts"),
	".sandbox/next-config.ts": template(".sandbox/next-config.ts"),
	"tsconfig.json": template("tsconfig.json"),
	"instrumentation.ts": template("instrumentation.ts"),
	"instrumentation-client.ts": template("instrumentation-client.ts"),
	"app/layout.tsx": `export default ({ children }: { children: React.ReactNode }) => <html><body>{children}</body></html>;`,
	"app/page.tsx": PAGE,
	"app/actions.ts": ACTIONS,
	"data/seed.json": `{ "note": [{ "id": 1, "text": "from the seed" }] }`,
	".sandbox/bridge-core.js": "export {};",
};

let runner: Runner;
let folder: string;
let agentPid: number;
const lifetime = new AbortController();
const upstream = await import("node:http").then(({ createServer }) => {
	let answers = 0;
	return createServer((_, response) => response.end(String(++answers)));
});

beforeAll(async () => {
	await generateAgent.run(root);
	await new Promise<void>((resolve) => upstream.listen(0, "127.0.0.1", resolve));
	process.env.UPSTREAM_PORT = String((upstream.address() as { port: number }).port);
	const made = await createTestMachine(root, APP);
	folder = made.folder;
	runner = await createAgentRunner(made.machine, { label: "test", signal: lifetime.signal });
	agentPid = made.agents[0]!.pid!;
}, 60_000);

afterAll(async () => {
	upstream.close();
	await runner?.dispose();
});

const get = (path: string) => runner.request({ method: "GET", path, timeoutMs: 60_000 });
const textOf = (response: RawResponse) => Buffer.from(response.body, "base64").toString();

/** The request a browser without JavaScript sends for the form at `index` of the page. */
async function formPost(index: number, fields: Record<string, string> = {}): Promise<RawRequest> {
	const form = textOf(await get("/")).match(/<form[\s\S]*?<\/form>/g)![index]!;
	const name = form.match(/name="(\$ACTION_ID_[0-9a-f]+)"/)![1]!;
	const parts = Object.entries({ [name]: "", ...fields }).map(
		([key, value]) => `--edge\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
	);
	return {
		method: "POST",
		path: "/",
		headers: [
			["Content-Type", "multipart/form-data; boundary=edge"],
			["Origin", runner.previewUrl()!],
		],
		body: Buffer.from(`${parts.join("")}--edge--\r\n`).toString("base64"),
	};
}

function nextEvent(wanted: (event: RunnerEvent) => boolean): Promise<RunnerEvent> {
	return new Promise((resolve) => {
		const stop = runner.subscribe((event) => {
			if (!wanted(event)) return;
			stop();
			resolve(event);
		});
	});
}
const nextState = (state: NextStatus["state"]) =>
	nextEvent((event) => event.type === "next" && event.status.state === state);

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
	while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe("the agent beside a real Next.js", { timeout: 60_000 }, () => {
	test("refuses requests while nothing runs, and starts", async () => {
		await expect(get("/")).rejects.toMatchObject({ code: "not-running" });
		expect(runner.next).toEqual({ state: "stopped" });
		await runner.start("development");
		expect(runner.next).toMatchObject({ state: "ready", mode: "development" });
		expect(runner.previewUrl()).toMatch(/^http:\/\/localhost:\d+$/);
		await runner.start("development");
	});

	test("records a no-JS Server Action with its body, and keeps its own header from the app", async () => {
		const response = await runner.request(await formPost(0, { name: "Ädä" }));
		expect(response.status).toBe(200);
		const exchange = runner.exchanges().find(({ id }) => id === response.exchangeId)!;
		expect(exchange).toMatchObject({
			initiator: "agent",
			method: "POST",
			url: "/",
			status: 200,
			aborted: false,
		});
		expect(exchange.requestBody).toMatchObject({ encoding: "utf8", truncated: false });
		expect(exchange.requestBody.data).toContain("Ädä");
		expect(exchange.responseBody.data).toBe(textOf(response));
		expect(exchange.requestHeaders.map(([name]) => name.toLowerCase())).not.toContain("x-sandbox-request");
		expect(exchange.responseHeaders).toContainEqual(["Content-Type", "text/html; charset=utf-8"]);
		await until(() => runner.logs().some(({ text }) => text === "saved Ädä"));
		expect(runner.logs().some(({ text }) => text.includes("\u001e"))).toBe(false);
	});

	test("sends a foreign Origin, which Next.js refuses", async () => {
		const post = await formPost(0, { name: "mallory" });
		const foreign = post.headers!.map(([name, value]): [string, string] =>
			name === "Origin" ? [name, "https://evil.example"] : [name, value],
		);
		const response = await runner.request({ ...post, headers: foreign });
		expect(response.status).toBe(500);
		expect(runner.logs().some(({ text }) => text.includes("saved mallory"))).toBe(false);
	});

	test("shows an edit", async () => {
		await runner.apply({ write: { "app/page.tsx": PAGE.replace("version one", "version two") }, remove: [] });
		await until(async () => textOf(await get("/")).includes("version two"));
	});

	test("resets the data and empties the caches, also while a page does not compile", async () => {
		const cached = async () => textOf(await get("/")).match(/data-cached="[^"]*" data-fetched="[^"]*"/)![0];
		const before = await cached();
		expect(await cached()).toBe(before);

		expect(await runner.readData()).toEqual({ note: [{ id: 1, text: "from the seed" }] });
		await runner.resetData({ note: [] });
		expect(await runner.readData()).toEqual({ note: [] });
		const after = await cached();
		expect(after.split(" ")[0]).not.toBe(before.split(" ")[0]);
		expect(after.split(" ")[1]).not.toBe(before.split(" ")[1]);

		await runner.apply({ write: { "app/page.tsx": "export default (" }, remove: [] });
		await until(async () => (await get("/")).status === 500);
		await runner.resetData();
		await runner.apply({ write: { "app/page.tsx": PAGE }, remove: [] });
		await until(async () => (await get("/")).status === 200);
		expect((await cached()).split(" ")[0]).not.toBe(after.split(" ")[0]);
		expect(await runner.readData()).toEqual({ note: [{ id: 1, text: "from the seed" }] });
		expect(await readFile(join(folder, "data/db.json"), "utf8")).toContain("from the seed");
	});

	test("opens the app for a second browser, whose cookies the first one has not", async () => {
		const second = await runner.openSecondBrowser();
		expect(await runner.openSecondBrowser()).toBe(second);
		const cookie = "session=ada; playground-second.session=eve";
		for (const origin of [runner.previewUrl()!, second]) {
			expect((await fetch(origin, { headers: { cookie } })).status).toBe(200);
		}
		const sent = () =>
			runner
				.exchanges()
				.filter(({ initiator }) => initiator === "preview")
				.slice(-2)
				.map(({ requestHeaders }) => new Headers(requestHeaders).get("cookie"));
		await until(() => sent().length === 2 && sent()[1] === "session=eve");
		expect(sent()[0]).toBe("session=ada");
	});

	test("holds browsers back, not itself, also after a restart; the app's own time is not longer", async () => {
		const seconds = async (ask: () => Promise<unknown>) => {
			const begin = performance.now();
			await ask();
			return (performance.now() - begin) / 1000;
		};
		await runner.setLatency(3_000);
		await runner.restart("development");
		await get("/");
		expect(await seconds(() => fetch(runner.previewUrl()!))).toBeGreaterThan(2.9);
		expect(await seconds(() => get("/"))).toBeLessThan(2.9);
		const slow = () => runner.exchanges().findLast(({ initiator }) => initiator === "preview")!;
		expect(slow().durationMs).toBeLessThan(2_900);
		await runner.setLatency(0);
		expect(await seconds(() => fetch(runner.previewUrl()!))).toBeLessThan(2.9);
	});

	test("tells that an action ended the process, and starts again under the same address", async () => {
		const address = runner.previewUrl();
		const exited = nextState("exited");
		const answer = runner.request(await formPost(1));
		await expect(answer).rejects.toMatchObject({ code: "not-running" });
		await exited;
		expect(runner.next).toMatchObject({
			state: "exited",
			code: 3,
			logTail: expect.stringContaining("last words"),
		});
		expect(runner.exchanges().at(-1)).toMatchObject({ method: "POST", status: 0, aborted: true });
		expect(runner.previewUrl()).toBeNull();
		await runner.start("development");
		expect(runner.previewUrl()).toBe(address);
		expect((await get("/")).status).toBe(200);
	});

	test("tells that an endless loop blocks the server, and restarts it", async () => {
		const unresponsive = nextState("unresponsive");
		const answer = runner.request({ ...(await formPost(2)), timeoutMs: 2_000 });
		await expect(answer).rejects.toMatchObject({ code: "no-answer" });
		await unresponsive;
		await runner.restart("development");
		expect((await get("/")).status).toBe(200);
	});

	test("tells that the memory is used up, and starts again", async () => {
		const exited = nextState("exited");
		const answer = runner.request(await formPost(3));
		await expect(answer).rejects.toMatchObject({ code: expect.stringMatching(/^(not-running|no-answer)$/) });
		await exited;
		expect(runner.next).toMatchObject({ state: "exited", limit: { of: "heap", allowed: 1_024 } });
		await runner.start("development");
		expect((await get("/")).status).toBe(200);
	});

	test("says that a start was ended from within", async () => {
		await runner.apply({ write: { "next.config.ts": "process.exit(0);" }, remove: [] });
		await expect(runner.restart("development")).rejects.toMatchObject({
			code: "start-failed",
			message: expect.stringContaining("process.exit()"),
		});
		expect(runner.next).toMatchObject({ state: "exited", code: 0, starting: true });
		await runner.apply({ write: { "next.config.ts": APP["next.config.ts"]! }, remove: [] });
		await runner.start("development");
	});

	test("says why a start failed", async () => {
		await runner.apply({ write: { "next.config.ts": "throw new Error('mine');" }, remove: [] });
		await expect(runner.restart("development")).rejects.toMatchObject({
			code: "start-failed",
			message: expect.stringContaining("mine"),
		});
		expect(runner.next.state).toBe("exited");
		await runner.apply({ write: { "next.config.ts": APP["next.config.ts"]! }, remove: [] });
		await runner.start("development");
	});

	test("leaves no process behind when it is killed while the server hangs", async () => {
		const before = runner.logs().length;
		const gone = nextEvent((event) => event.type === "gone");
		const answer = runner.request(await formPost(2));
		const refusal = expect(answer).rejects.toMatchObject({ code: "agent-stopped" });
		await until(() =>
			runner
				.logs()
				.slice(before)
				.some(({ text }) => text === "hanging"),
		);
		const started = descendantsOf(agentPid);
		expect(started.length).toBeGreaterThan(1);
		process.kill(agentPid, "SIGKILL");
		await gone;
		await refusal;
		expect(runner.previewUrl()).toBeNull();
		await until(() => stillAlive(started).length === 0);
	});
});
