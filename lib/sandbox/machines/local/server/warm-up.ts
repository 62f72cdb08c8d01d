import { type AgentCommand, agentMessageSchema } from "@/lib/sandbox/agent-protocol";
import type { AgentFeed } from "./agent-feed";

/**
 * Numbers of our own commands are negative, so that they never meet those of a page that claims the machine while
 * it is still warming up.
 */
const START_ID = -1;
const VISIT_ID = -2;
/** The first page of a cold Next.js may take long on a busy computer; nobody waits for it here. */
const VISIT_TIMEOUT_MS = 120_000;

/**
 * Has the agent start Next.js and visit the first page once, so that the framework is compiled before anybody opens a
 * lesson. Resolves when that is done or has failed: a machine that could not be warmed is only slower.
 * @returns why it failed, or `null`
 */
export async function warmUp(feed: AgentFeed): Promise<string | null> {
	const replies = new Map<number, (error: string | null) => void>();
	feed.filter = (line) => {
		const reply = replyOf(line);
		const settle = reply && replies.get(reply.id);
		if (!settle) return false;
		settle(reply.error);
		return true;
	};
	const stopped = new AbortController();
	const ended = untilEnd(feed, stopped.signal);
	function ask(command: AgentCommand): Promise<string | null> {
		const answer = new Promise<string | null>((resolve) => replies.set(command.id, resolve));
		return feed.write(`${JSON.stringify(command)}\n`).then(
			() => Promise.race([answer, ended]),
			() => "the agent ended",
		);
	}
	try {
		const failure = await ask({ id: START_ID, type: "start", mode: "development" });
		if (failure !== null) return failure;
		const request = { method: "GET", path: "/", timeoutMs: VISIT_TIMEOUT_MS };
		return await ask({ id: VISIT_ID, type: "request", request });
	} finally {
		feed.filter = null;
		stopped.abort();
	}
}

async function untilEnd(feed: AgentFeed, signal: AbortSignal): Promise<string> {
	for await (const events of feed.follow(feed.lastSeq, signal)) {
		if (events.some((event) => "exit" in event)) break;
	}
	return "the agent ended";
}

function replyOf(line: string): { id: number; error: string | null } | null {
	// Log lines and exchanges are many; only what can be an answer to us is parsed.
	if (!line.includes('"id":-')) return null;
	try {
		const message = agentMessageSchema.parse(JSON.parse(line));
		if (message.type === "reply") return { id: message.id, error: null };
		return message.type === "error" ? { id: message.id, error: message.error.message } : null;
	} catch {
		return null;
	}
}
