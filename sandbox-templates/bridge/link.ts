import {
	BRIDGE_CHANNEL,
	type BridgeCommand,
	connectSchema,
	type FromPage,
	fromHostSchema,
} from "@/lib/sandbox/bridge/messages";
import { isRefusal } from "./refusal";

/** Messages kept for a host that has not connected yet; the oldest go first. */
const BUFFER_LIMIT = 200;

/**
 * Origins that may connect besides the page's own host name, set by whoever serves the app from another host than
 * the product (a WebContainer).
 */
export const ALLOWED_ORIGINS = "__SANDBOX_HOST_ORIGINS__";

export interface Link {
	/** Sends at once, or keeps the message until the host connects. */
	send(message: FromPage): void;
	/** As {@link send}, and each later host gets the latest of this type first. */
	sendLatest(message: FromPage): void;
	/** Says hello and listens for the host. */
	open(): void;
}

/** The page's end of the channel. `answer` carries out a command; what it throws becomes a refusal. */
export function createLink(
	view: Window & typeof globalThis,
	answer: (command: BridgeCommand, signal: AbortSignal) => Promise<unknown>,
): Link {
	let port: MessagePort | null = null;
	const buffer: FromPage[] = [];
	const latest = new Map<FromPage["type"], FromPage>();
	const running = new Map<number, AbortController>();

	function send(message: FromPage): void {
		if (port) port.postMessage(message);
		else if (buffer.push(message) > BUFFER_LIMIT) buffer.shift();
	}

	async function receive(from: MessagePort, data: unknown): Promise<void> {
		const reply = (message: FromPage) => from.postMessage(message);
		const parsed = fromHostSchema.safeParse(data);
		if (!parsed.success) {
			const where = parsed.error.issues[0]?.path.join(".") || "message";
			const id = typeof data === "object" && data !== null && "id" in data ? Number(data.id) : Number.NaN;
			return reply({
				type: "refused",
				id: Number.isFinite(id) ? id : -1,
				message: `The page does not understand this message (${where}).`,
				ours: true,
			});
		}
		if ("cancel" in parsed.data) return running.get(parsed.data.cancel)?.abort();
		const { id, command } = parsed.data;
		const controller = new AbortController();
		running.set(id, controller);
		try {
			const value = await answer(command, controller.signal);
			reply({ type: "reply", id, value });
		} catch (error) {
			const refusal = isRefusal(error);
			reply({
				type: "refused",
				id,
				message: error instanceof Error ? error.message : String(error),
				ours: refusal ? error.ours : true,
			});
		} finally {
			running.delete(id);
		}
	}

	function connect(next: MessagePort): void {
		for (const controller of running.values()) controller.abort();
		port?.close();
		port = next;
		next.onmessage = (event) => void receive(next, event.data);
		for (const message of latest.values()) send(message);
		for (const message of buffer.splice(0)) send(message);
	}

	function open(): void {
		view.addEventListener("message", (event) => {
			if (event.source !== view.parent || !mayConnect(view, event.origin)) return;
			const [next] = event.ports;
			if (!next || !connectSchema.safeParse(event.data).success) return;
			connect(next);
		});
		// Without it the host would learn of a plain document (no bridge in it) only by silence.
		view.addEventListener("pagehide", () => {
			port?.postMessage({ type: "left" } satisfies FromPage);
		});
		view.addEventListener("pageshow", (event) => {
			if (event.persisted) hello();
		});
		hello();
	}

	// "*": the page cannot know who frames it, and the message says nothing but that a document is there. Everything
	// else goes over the port of a host that passed mayConnect().
	const hello = () => view.parent.postMessage({ channel: BRIDGE_CHANNEL, type: "hello" }, "*");

	return {
		send,
		sendLatest(message) {
			latest.set(message.type, message);
			if (port) send(message);
		},
		open,
	};
}

/** On the local machine the product is the same host on another port. */
function mayConnect(view: Window & typeof globalThis, origin: string): boolean {
	const allowed = (view as unknown as Record<string, unknown>)[ALLOWED_ORIGINS];
	if (Array.isArray(allowed) && allowed.includes(origin)) return true;
	return URL.canParse(origin) && new URL(origin).hostname === view.location.hostname;
}
