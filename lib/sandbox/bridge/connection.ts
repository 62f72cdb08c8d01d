import * as z from "zod/mini";
import { SandboxError } from "../errors";
import {
	type BridgeCommand,
	elementStateSchema,
	type FromHost,
	type FromPage,
	fromPageSchema,
	pageStateSchema,
} from "./messages";

const valueSchemas: Record<BridgeCommand["type"], z.ZodMiniType> = {
	query: z.array(elementStateSchema),
	act: elementStateSchema,
	state: pageStateSchema,
	mark: z.null(),
	go: z.null(),
};

/** The document was left before it answered. */
export class DocumentGone extends SandboxError {
	constructor() {
		super("no-answer", "The page was left before it could answer. Do the same again on the new page.", {
			retryable: true,
		});
	}
}

/** What the page tells without being asked. */
export type Announcement = Exclude<FromPage, { type: "reply" | "refused" }>;

/** The host's end of the channel to one document. */
export interface Connection {
	/**
	 * Gives the validated answer. Rejects with {@link DocumentGone}, with `bad-request` and the page's words when it
	 * refuses, `internal` when the bridge itself fails, and with the reason of `signal`, which also calls the act off.
	 */
	call(command: BridgeCommand, signal: AbortSignal): Promise<unknown>;
	/** The document is gone; what is pending is rejected. */
	close(): void;
}

export function createConnection(
	port: MessagePort,
	onAnnouncement: (message: Announcement) => void,
): Connection {
	interface Pending {
		command: BridgeCommand;
		resolve(value: unknown): void;
		reject(error: unknown): void;
	}
	const pending = new Map<number, Pending>();
	let lastId = 0;
	let closed = false;
	const post = (message: FromHost) => port.postMessage(message);

	port.onmessage = (event: MessageEvent) => {
		const parsed = fromPageSchema.safeParse(event.data);
		// The learner's own code could have got hold of the port; what is no message of ours is nothing to us.
		if (closed || !parsed.success) return;
		const message = parsed.data;
		if (message.type !== "reply" && message.type !== "refused") return onAnnouncement(message);
		const call = pending.get(message.id);
		if (!call) return;
		pending.delete(message.id);
		if (message.type === "refused") {
			call.reject(new SandboxError(message.ours ? "internal" : "bad-request", message.message));
			return;
		}
		const value = valueSchemas[call.command.type].safeParse(message.value);
		if (value.success) call.resolve(value.data);
		else
			call.reject(
				new SandboxError("internal", `The preview's bridge gave no valid answer to “${call.command.type}”.`),
			);
	};

	return {
		call(command, signal) {
			return new Promise((resolve, reject) => {
				if (closed) return reject(new DocumentGone());
				if (signal.aborted) return reject(signal.reason);
				const id = ++lastId;
				const onAbort = () => {
					pending.delete(id);
					post({ cancel: id });
					reject(signal.reason);
				};
				const settle =
					<T>(done: (value: T) => void) =>
					(value: T) => {
						signal.removeEventListener("abort", onAbort);
						done(value);
					};
				signal.addEventListener("abort", onAbort);
				pending.set(id, { command, resolve: settle(resolve), reject: settle(reject) });
				post({ id, command });
			});
		},
		close() {
			closed = true;
			port.close();
			for (const { reject } of pending.values()) reject(new DocumentGone());
			pending.clear();
		},
	};
}
