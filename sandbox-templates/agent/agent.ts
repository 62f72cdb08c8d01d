import { randomUUID } from "node:crypto";
import type * as z from "zod";
import { type AgentMessage, agentCommandSchema, type Mode } from "@/lib/sandbox/agent-protocol";
import { AgentError } from "./agent-error";
import { emptyCaches, prerenderAgain, readAppData, writeAppData } from "./app-data";
import { readBuild } from "./build-manifests";
import { createExchangeBook } from "./exchange-book";
import { createLineSplitter } from "./lines";
import { createLogBook } from "./log-book";
import { isRecorded, LATENCY_PATH, SECOND_BROWSER_PATH } from "./names";
import { createNextProcess, recorderPath } from "./next-process/next-process";
import { type Server, sendOwnRequest } from "./own-requests";
import { sendRawRequest } from "./raw-request";
import { openRelay } from "./relay";

type Command = z.infer<typeof agentCommandSchema>;

/** The answer and the record of a request travel by different ways; the record is awaited so long, after the answer. */
const RECORD_LIMIT_MS = 500;

const folder = process.cwd();
const key = randomUUID();
const stdout = process.stdout.write.bind(process.stdout);
const say = (message: AgentMessage) => {
	stdout(`${JSON.stringify(message)}\n`);
};

const log = createLogBook((entry) => say({ type: "log", entry }));
let latencyMs = 0;
const exchanges = createExchangeBook((exchange) => say({ type: "exchange", exchange }), {
	onUnderway: (actions) => say({ type: "underway", actions }),
});
const next = createNextProcess({
	folder,
	environment: process.env,
	recorder: { path: recorderPath(folder), key },
	log,
	exchanges,
	onStatus: (status) => {
		say({ type: "next", status });
		if (status.state === "ready" && latencyMs > 0) void applyLatency();
	},
	onReply: (id, value) => say({ type: "reply", id, ok: true, value }),
	onRefuse: (id, code, message) => say({ type: "error", id, error: { code, message } }),
});

/** Does what `command` asks; gives the reply's value, or `undefined` where the Next.js process replies by itself. */
async function perform(command: Command): Promise<unknown> {
	switch (command.type) {
		case "status":
			return { next: next.status(), logs: log.entries() };
		case "start":
		case "restart":
		case "stop":
			next.dispatch(command);
			return undefined;
		case "request":
			return request(command.request);
		case "readBuild":
			return { ...(await readBuild(folder, runningServer().mode)), log: next.buildLog() };
		case "setLatency":
			latencyMs = command.ms;
			await applyLatency();
			return null;
		case "openSecondBrowser": {
			const answer = await sendOwnRequest(runningServer(), "POST", SECOND_BROWSER_PATH, 5_000);
			if (typeof answer !== "string" && answer.status === 200) return { port: Number(answer.text) };
			throw new AgentError("internal", "The app could not be opened for a second browser. Try again.");
		}
		case "readData":
			return readAppData(folder);
		case "resetData":
			await writeAppData(folder, command.data);
			await resetCaches();
			return null;
	}
}

/** Throws an `AgentError` while Next.js does not run. */
function runningServer(): Server & { mode: Mode } {
	const status = next.status();
	if (status.state === "ready" || status.state === "unresponsive") {
		return { port: status.port, key, mode: status.mode };
	}
	throw new AgentError("not-running", `Next.js is not running (${status.state}).`);
}

/** A server that has just come up knows no latency yet. */
async function applyLatency(): Promise<void> {
	const status = next.status();
	if (status.state === "ready") {
		await sendOwnRequest({ port: status.port, key }, "POST", `${LATENCY_PATH}?${latencyMs}`, 3_000);
	}
}

async function request(raw: Extract<Command, { type: "request" }>["request"]): Promise<unknown> {
	const { port } = runningServer();
	const id = randomUUID();
	const record = exchanges.expect(id);
	try {
		const answer = await sendRawRequest(raw, port, id);
		// Whoever gets the answer will look the exchange up next.
		if (isRecorded(raw.path)) await Promise.race([record.told, delay(RECORD_LIMIT_MS)]);
		return answer;
	} finally {
		record.forget();
	}
}

async function resetCaches(): Promise<void> {
	const status = next.status();
	const server = status.state === "ready" ? { port: status.port, key } : null;
	const trouble = await emptyCaches(folder, server);
	if (server && status.state === "ready" && status.mode === "production")
		await prerenderAgain(folder, server);
	if (trouble !== null)
		log.add("stderr", `[sandbox] ${trouble} The next page may still show old cached data.`);
}

async function answer(line: string): Promise<void> {
	const command = parseCommand(line);
	if (command === null) return;
	try {
		const value = await perform(command);
		if (value !== undefined) say({ type: "reply", id: command.id, ok: true, value });
	} catch (error) {
		const code = error instanceof AgentError ? error.code : "internal";
		say({ type: "error", id: command.id, error: { code, message: messageOf(error) } });
	}
}

function parseCommand(line: string): Command | null {
	if (line.trim() === "") return null;
	let value: unknown;
	try {
		value = JSON.parse(line);
	} catch {
		log.add("stderr", "[sandbox] The agent was sent a line that is no JSON.");
		return null;
	}
	const parsed = agentCommandSchema.safeParse(value);
	if (parsed.success) return parsed.data;
	const id = (value as { id?: unknown } | null)?.id;
	const message = `The agent does not know this command: ${parsed.error.issues[0]?.message ?? "unknown"}`;
	if (typeof id === "number") say({ type: "error", id, error: { code: "bad-request", message } });
	else log.add("stderr", `[sandbox] ${message}`);
	return null;
}

function delay(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

// Standard output is the protocol's alone, and a machine may mix standard error into it.
for (const method of ["log", "info", "warn", "error", "debug", "trace"] as const) {
	console[method] = (...args: unknown[]) => log.add("stderr", `[sandbox] ${args.map(String).join(" ")}`);
}
process.removeAllListeners("warning");
process.on("warning", (warning) => log.add("stderr", `[sandbox] ${warning.message}`));

const { SANDBOX_RELAY: relay } = process.env;
if (relay !== undefined) openRelay(relay);

const commands = createLineSplitter((line) => void answer(line));
process.stdin.on("data", commands.push);
// A terminal would repeat every command in the output, and has a limit for a line.
if (process.stdin.isTTY) process.stdin.setRawMode(true);

// Nothing of Next.js may outlive the agent.
process.on("exit", next.killNow);
process.stdin.on("end", () => process.exit(0));
process.stdin.on("error", () => process.exit(0));
process.stdout.on("error", () => process.exit(0));
for (const [signal, code] of [
	["SIGINT", 130],
	["SIGTERM", 143],
	["SIGHUP", 129],
] as const) {
	process.on(signal, () => process.exit(code));
}
process.on("uncaughtException", (error) => {
	log.add("stderr", `[sandbox] The agent failed: ${error.stack ?? error.message}`);
	process.exit(1);
});
