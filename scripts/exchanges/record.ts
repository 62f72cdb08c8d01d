import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import type { BuiltAction, Exchange, LogEntry, Mode } from "@/lib/sandbox/agent-protocol";
import type { Runner } from "@/lib/sandbox/runner";
import { createAgentRunner } from "@/lib/sandbox/runner/agent-runner";
import { createTestMachine } from "@/sandbox-templates/agent/test-machine";
import { CHROMIUM_ARGS } from "../chromium-args";
import { filesBelow } from "../files";
import { findChromium } from "../find-chromium";
import { ROOT } from "../root";
import { APP } from "./app";
import { RAW_CASES } from "./raw-cases";

const TEMPLATE = "sandbox-templates/next-app";
/** Milliseconds a line of the server log may come after its answer. */
const LOG_SETTLES = 400;

export interface Recording {
	exchange: Exchange;
	logs: LogEntry[];
}

export interface Recordings {
	nextVersion: string;
	mode: Mode;
	actions: BuiltAction[];
	cases: Record<string, Recording>;
}

/** Runs the app in `mode`, makes every call of it by a real browser or by hand, and gives what was recorded. */
export async function record(mode: Mode): Promise<Recordings> {
	const base: Record<string, string> = {};
	for (const path of await filesBelow(join(ROOT, TEMPLATE), ".")) {
		base[path.replace(/^\.\//, "")] = await readFile(join(ROOT, TEMPLATE, path), "utf8");
	}
	const tree = { ...base, ...APP, ".sandbox/bridge-core.js": "export {};" };
	const { machine, folder } = await createTestMachine(ROOT, tree);
	const lifetime = new AbortController();
	const runner = await createAgentRunner(machine, { label: "recording", signal: lifetime.signal });
	const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGS });
	try {
		await runner.start(mode);
		for (const path of ["/", "/dest", "/api/hook"]) {
			await runner.request({ method: "GET", path, timeoutMs: 120_000 });
		}
		const cases = await recordCases(runner, browser);
		const { actions } = await runner.readBuild();
		const next = JSON.parse(await readFile(join(ROOT, "node_modules/next/package.json"), "utf8"));
		const recordings: Recordings = { nextVersion: next.version, mode, actions, cases };
		// Where the app stood says nothing about the call, and something about the computer.
		return JSON.parse(JSON.stringify(recordings).replaceAll(folder, "/app").replaceAll(ROOT, "/root"));
	} finally {
		await browser.close();
		await runner.dispose();
	}
}

async function recordCases(runner: Runner, browser: Browser): Promise<Record<string, Recording>> {
	const cases: Record<string, Recording> = {};
	const take = async (name: string, matches: (one: Exchange) => boolean, act: () => Promise<unknown>) => {
		console.log(`  ${name}`);
		const begin = runner.exchanges().at(-1)?.seq ?? -1;
		const line = runner.logs().at(-1)?.seq ?? -1;
		await act();
		const exchange = await until(() => runner.exchanges().find((one) => one.seq > begin && matches(one)));
		await new Promise((resolve) => setTimeout(resolve, LOG_SETTLES));
		const whole = WITH_WHOLE_DOCUMENT.includes(name);
		cases[name] = { exchange: slim(exchange, whole), logs: runner.logs().filter(({ seq }) => seq > line) };
	};
	const isPost = ({ method }: Exchange) => method === "POST";

	const visitor = await open(browser, true);
	await goto(runner, visitor);
	await take(
		"document",
		({ method, url }) => method === "GET" && url === "/",
		() => visitor.page.reload(),
	);
	await hydrated(visitor);
	await take(
		"rsc",
		({ url }) => url.startsWith("/dest"),
		() => visitor.page.getByRole("link", { name: "rsc" }).click(),
	);
	const press = async (who: Visitor, button: string, name = button) => {
		await goto(runner, who);
		await take(name, isPost, () => who.page.getByRole("button", { name: button, exact: true }).click());
	};
	for (const name of await buttonsOf(runner, visitor)) {
		if (name.startsWith("fetch-")) await press(visitor, name);
		if (name === "form-state") await press(visitor, name, "fetch-state");
	}
	const withoutScript = await open(browser, false);
	for (const name of await buttonsOf(runner, withoutScript)) {
		if (name.startsWith("form-")) await press(withoutScript, name);
	}
	await take(
		"other",
		({ url }) => url === "/api/hook",
		() => runner.request({ method: "GET", path: "/api/hook" }),
	);
	for (const [name, send] of Object.entries(RAW_CASES)) {
		await take(
			name,
			() => true,
			() => send(runner).catch(() => {}),
		);
	}
	return cases;
}

interface Visitor {
	page: Page;
	javaScript: boolean;
}

async function open(browser: Browser, javaScript: boolean): Promise<Visitor> {
	const page = await (await browser.newContext({ javaScriptEnabled: javaScript })).newPage();
	return { page, javaScript };
}

async function goto(runner: Runner, visitor: Visitor): Promise<void> {
	await visitor.page.goto(`${runner.previewUrl()}/`);
	await hydrated(visitor);
}

/** Resolves once React has taken the page over; at once where scripts are off. */
async function hydrated({ page, javaScript }: Visitor): Promise<void> {
	if (!javaScript) return;
	await page.waitForFunction(() =>
		Object.keys(document.querySelector("output") ?? {}).some((key) => key.startsWith("__react")),
	);
}

async function buttonsOf(runner: Runner, visitor: Visitor): Promise<string[]> {
	await goto(runner, visitor);
	return visitor.page.getByRole("button").allTextContents();
}

async function until<T>(look: () => T | undefined): Promise<T> {
	for (let left = 400; left > 0; left--) {
		const found = look();
		if (found !== undefined) return found;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error("No exchange was recorded.");
}

const NOT_KEPT =
	/^(user-agent|accept-language|accept-encoding|sec-ch-.*|upgrade-insecure-requests|keep-alive|date)$/i;

/** Cases whose answer's HTML tells something about the call. */
const WITH_WHOLE_DOCUMENT = ["document", "form-state"];
/** Characters of other documents, and of bodies that were cut already. */
const CUT = 500;

/** Without what says nothing about the call. */
function slim(exchange: Exchange, wholeDocument: boolean): Exchange {
	const kept = (headers: Exchange["requestHeaders"]) => headers.filter(([name]) => !NOT_KEPT.test(name));
	const cut = (body: Exchange["requestBody"]) => {
		const isDocument = body.data.startsWith("<!DOCTYPE html>") && !wholeDocument;
		if (!body.truncated && !isDocument) return body;
		return { ...body, data: body.data.slice(0, CUT), truncated: true };
	};
	return {
		...exchange,
		requestHeaders: kept(exchange.requestHeaders),
		responseHeaders: kept(exchange.responseHeaders),
		requestBody: cut(exchange.requestBody),
		responseBody: cut(exchange.responseBody),
	};
}
