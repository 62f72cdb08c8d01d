import { type AgentCommand, type AgentMessage, agentMessageSchema } from "../agent-protocol";
import { SANDBOX_ERROR_CODES, SandboxError, type SandboxErrorCode } from "../errors";
import type { MachineProcess } from "../machine";

type WithoutId<C> = C extends unknown ? Omit<C, "id"> : never;
export type AgentRequest = WithoutId<AgentCommand>;

export type AgentEvent = Exclude<AgentMessage, { type: "reply" | "error" }>;

export interface ChannelHandlers {
	onEvent(event: AgentEvent): void;
	/** A line that is no message: the agent's own standard error, or something broken. */
	onStrayLine(line: string): void;
	/** The agent's stream has ended; every call has been rejected already. */
	onEnd(reason: string): void;
}

export interface AgentChannel {
	/**
	 * Sends a command and gives what `read` makes of its reply's value. `read` is called before anything that the agent
	 * said later is looked at. Rejects with a `SandboxError`, or with what `read` throws.
	 */
	call<T>(request: AgentRequest, read: (value: unknown) => T, signal?: AbortSignal): Promise<T>;
	/** Stops listening and rejects what is pending, without `onEnd`. */
	close(reason: string): void;
}

interface Pending {
	resolve(value: unknown): void;
	reject(error: unknown): void;
}

/** One agent's standard input and output as calls and events. */
export function openAgentChannel(process: MachineProcess, handlers: ChannelHandlers): AgentChannel {
	const pending = new Map<number, Pending>();
	// The agent may have served another page before; its late replies to that one must not fit ours.
	let lastId = Math.floor(Math.random() * 2 ** 40);
	let endReason: string | null = null;
	const reader = process.output.getReader();

	const end = (reason: string) => {
		if (endReason !== null) return false;
		endReason = reason;
		for (const { reject } of pending.values()) reject(new SandboxError("agent-stopped", reason));
		pending.clear();
		void reader.cancel().catch(() => {});
		return true;
	};
	const endFromOutside = (reason: string) => {
		if (end(reason)) handlers.onEnd(reason);
	};

	const takeLine = (line: string) => {
		const message = parseMessage(line);
		if (message === null) {
			if (line.trim() !== "") handlers.onStrayLine(line);
			return;
		}
		if (message.type !== "reply" && message.type !== "error") {
			handlers.onEvent(message);
			return;
		}
		const call = pending.get(message.id);
		if (call === undefined) return;
		pending.delete(message.id);
		if (message.type === "reply") call.resolve(message.value);
		else call.reject(new SandboxError(codeOf(message.error.code), message.error.message));
	};

	void readLines(reader, takeLine, () => endReason !== null).then(
		() => endFromOutside(STOPPED),
		(error) => endFromOutside(`${STOPPED} (${String(error)})`),
	);
	void process.exit.then(() => {
		// Its last words may still be in the stream; the end of the stream tells then. Some hosts never end it.
		setTimeout(() => endFromOutside(STOPPED), 1_000);
	});

	return {
		call<T>(request: AgentRequest, read: (value: unknown) => T, signal?: AbortSignal) {
			return new Promise<T>((resolve, reject) => {
				if (endReason !== null) {
					reject(new SandboxError("agent-stopped", endReason));
					return;
				}
				if (signal?.aborted) {
					reject(cancelled(signal));
					return;
				}
				lastId += 1;
				const id = lastId;
				const onAbort = () => {
					pending.delete(id);
					reject(cancelled(signal));
				};
				const settle = () => signal?.removeEventListener("abort", onAbort);
				pending.set(id, {
					resolve: (value) => {
						settle();
						try {
							resolve(read(value));
						} catch (error) {
							reject(error);
						}
					},
					reject: (error) => {
						settle();
						reject(error);
					},
				});
				signal?.addEventListener("abort", onAbort, { once: true });
				process.write(`${JSON.stringify({ ...request, id })}\n`).catch((error: unknown) => {
					const call = pending.get(id);
					pending.delete(id);
					call?.reject(
						error instanceof SandboxError
							? error
							: new SandboxError("agent-stopped", STOPPED, { cause: error }),
					);
				});
			});
		},
		close(reason) {
			end(reason);
		},
	};
}

const STOPPED = "The sandbox's agent has stopped. Your files are safe; a new sandbox can be started.";

async function readLines(
	reader: ReadableStreamDefaultReader<string>,
	onLine: (line: string) => void,
	isOver: () => boolean,
): Promise<void> {
	let rest = "";
	for (;;) {
		const { done, value } = await reader.read();
		if (isOver()) return;
		if (done) break;
		// Only what is new can hold a line's end: a long line arrives in many chunks.
		if (!value.includes("\n")) {
			rest += value;
			continue;
		}
		const lines = (rest + value).split("\n");
		rest = lines.pop() ?? "";
		for (const line of lines) onLine(line);
	}
	if (rest !== "") onLine(rest);
}

function parseMessage(line: string): AgentMessage | null {
	if (!line.startsWith("{")) return null;
	try {
		const result = agentMessageSchema.safeParse(JSON.parse(line));
		return result.success ? result.data : null;
	} catch {
		return null;
	}
}

function codeOf(code: string): SandboxErrorCode {
	return (SANDBOX_ERROR_CODES as readonly string[]).includes(code) ? (code as SandboxErrorCode) : "internal";
}

export function cancelled(signal: AbortSignal | undefined): SandboxError {
	return new SandboxError("cancelled", "Cancelled.", { cause: signal?.reason });
}
