import { isSandboxError, SandboxError } from "@/lib/sandbox/errors";
import type { MachineProcess } from "@/lib/sandbox/machine";
import type { MachineHttp } from "./client-http";
import { type AgentEvent, agentAnswerSchema, agentEventSchema } from "./wire";

/** Pauses before the output is asked for again, in milliseconds; after the last one the server counts as gone. */
const RETRY_MS = [250, 500, 1_000, 2_000, 4_000, 5_000, 5_000, 5_000, 5_000];

/** The exit code of a program that ended with its machine: 128 + SIGKILL. */
const GONE_CODE = 137;
/** 128 + SIGTERM */
const TERMINATED_CODE = 143;

/** Resolves after `ms`, or rejects when the signal is aborted. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

export interface AgentAttachment {
	http: MachineHttp;
	/** `/api/machines/<id>/agent` */
	path: string;
	sleep: Sleep;
	signal?: AbortSignal;
}

/**
 * The agent of a machine as a program of this page: started, or attached to where it runs already. Then the output
 * begins with what it says from now on; the rest was said to somebody else (ask for its `status`).
 */
export async function attachAgent(attachment: AgentAttachment): Promise<MachineProcess> {
	const { http, path, signal } = attachment;
	const { after } = await http.call(path, agentAnswerSchema, {
		method: "POST",
		json: { action: "start" },
		signal,
	});
	let exited: (code: number) => void = () => {};
	const exit = new Promise<number>((resolve) => {
		exited = resolve;
	});
	const detached = new AbortController();
	const events = followEvents(attachment, after, detached.signal);

	async function pump(controller: ReadableStreamDefaultController<string>): Promise<void> {
		try {
			for await (const event of events) {
				if ("line" in event) controller.enqueue(`${event.line}\n`);
				else if ("exit" in event) exited(event.exit);
				else throw missedOutput();
			}
			if (!detached.signal.aborted) controller.close();
		} catch (error) {
			if (isSandboxError(error) && error.code === "machine-gone") exited(GONE_CODE);
			if (!detached.signal.aborted) controller.error(error);
		}
	}
	const output = new ReadableStream<string>({
		// Not at the reader's pace: `exit` must be known even if nobody reads.
		start: (controller) => void pump(controller),
		cancel: () => detached.abort(),
	});

	async function kill(): Promise<void> {
		await http.send(path, { method: "POST", json: { action: "kill" } }).catch((error) => {
			if (!isSandboxError(error) || error.code !== "machine-gone") throw error;
			exited(GONE_CODE);
		});
		// Nobody listens for the real one any more.
		if (detached.signal.aborted) exited(TERMINATED_CODE);
	}
	signal?.addEventListener("abort", () => void kill().catch(() => {}), { once: true });

	let lastWrite: Promise<unknown> = Promise.resolve();
	return {
		output,
		exit,
		kill,
		// One after the other: two requests on two connections could arrive in the wrong order.
		write(text) {
			const turn = lastWrite.then(() => http.send(`${path}/input`, { method: "POST", text }));
			lastWrite = turn.catch(() => {});
			return turn.then(() => {});
		},
	};
}

function missedOutput(): SandboxError {
	return new SandboxError(
		"no-answer",
		"The sandbox said more than could be kept while this page was away, so its state is not known here. Nothing is lost in the sandbox; connect to it again.",
		{ retryable: true },
	);
}

/** The agent's events after line `after`; goes on by itself after the connection was lost. Ends after `exit`. */
async function* followEvents(
	{ http, path, sleep }: AgentAttachment,
	after: number,
	signal: AbortSignal,
): AsyncGenerator<AgentEvent> {
	let position = after;
	for (let failures = 0; !signal.aborted; ) {
		try {
			const response = await http.send(`${path}?after=${position}`, { signal });
			for await (const event of eventsOf(response)) {
				failures = 0;
				if ("seq" in event) position = event.seq;
				yield event;
				if ("exit" in event) return;
			}
		} catch (error) {
			if (signal.aborted) return;
			if (isSandboxError(error) && error.code !== "no-answer") throw error;
		}
		if (signal.aborted) return;
		const pause = RETRY_MS[failures++];
		if (pause === undefined)
			throw new SandboxError(
				"machine-gone",
				"The playground's server can no longer be reached. Your code is kept in the browser; start the server again, and this page goes on by itself.",
			);
		await sleep(pause, signal).catch(() => {});
	}
}

/** Reads NDJSON; a torn last line (the connection was lost) is dropped, as its number was not counted yet. */
async function* eventsOf(response: Response): AsyncGenerator<AgentEvent> {
	const reader = response.body!.pipeThrough(
		new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>,
	);
	let partial = "";
	for await (const text of chunksOf(reader)) {
		const pieces = (partial + text).split("\n");
		partial = pieces.pop()!;
		for (const piece of pieces) if (piece !== "") yield agentEventSchema.parse(JSON.parse(piece));
	}
}

/** `for await` over a stream, which Safari cannot do by itself. */
async function* chunksOf(stream: ReadableStream<string>): AsyncGenerator<string> {
	const reader = stream.getReader();
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return;
			yield value;
		}
	} finally {
		await reader.cancel().catch(() => {});
	}
}
