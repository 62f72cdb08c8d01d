import { SandboxError } from "../errors";
import { type Announcement, type Connection, createConnection, DocumentGone } from "./connection";
import { guardFocus, watchInvitation } from "./focus-guard";
import { connectTo, createFrame, isHelloFrom, pathIn } from "./frame";
import type { BridgeCommand } from "./messages";
import { type NoScriptHistory, startHistory, step, visit } from "./no-script-history";
import { initialPreviewState, type PreviewEvent, reducePreview } from "./preview-state";
import type { Preview } from "./types";
import { deadlineSignal, describeWait, waitUntil } from "./waiting";

/** How long after its load event a document may still say hello before the pane shows it as it is. */
const HELLO_GRACE_MS = 1_500;
const PAGE_ERROR_LIMIT = 50;

/** One iframe, and what is known of the document in it. */
interface Frame {
	element: HTMLIFrameElement;
	connection: Connection | null;
	hydrated: boolean;
	lifetime: AbortController;
}

/**
 * The preview pane's model: owns the iframe and the channel to the page in it. Needs a browser; listens to the window
 * only while it is attached.
 */
export function createPreview({
	document = globalThis.document,
	title = "Preview of your app",
}: {
	document?: Document;
	/** Names the iframe. */
	title?: string;
} = {}): Preview {
	const view = document.defaultView ?? window;
	let state = initialPreviewState;
	let container: HTMLElement | null = null;
	let attached = new AbortController();
	let frame: Frame | null = null;
	/** Counts what somebody asked to be loaded, so that a `goto` knows when it was overtaken. */
	let navigation = 0;
	let history: NoScriptHistory = startHistory(state.url);
	let errors: string[] = [];
	let busy: AbortController | null = null;
	/** When the newest document was asked for, or became interactive. */
	let loadedAt = 0;
	const listeners = new Set<() => void>();

	function dispatch(event: PreviewEvent): void {
		state = reducePreview(state, event);
		for (const listener of [...listeners]) listener();
	}

	// --- the frame -------------------------------------------------------------------------------------------------

	function dropFrame(): void {
		frame?.connection?.close();
		frame?.lifetime.abort();
		frame?.element.remove();
		frame = null;
	}

	/** A fresh iframe instead of another address in the old one: the tab's history gets no entry. */
	function showFrame(): void {
		dropFrame();
		if (!container || state.origin === null) return;
		const src = state.origin + state.url;
		const element = createFrame(document, { src, title, javaScript: state.javaScript });
		element.inert = busy !== null;
		loadedAt = Date.now();
		const mine: Frame = { element, connection: null, hydrated: false, lifetime: new AbortController() };
		frame = mine;
		element.addEventListener("load", () => onLoad(mine), { signal: mine.lifetime.signal });
		container.append(element);
	}

	function onLoad(mine: Frame): void {
		if (mine.connection || mine !== frame) return;
		if (!state.javaScript) {
			dispatch({ type: "silent" });
			return;
		}
		const timer = view.setTimeout(() => {
			if (mine === frame && !mine.connection) dispatch({ type: "silent" });
		}, HELLO_GRACE_MS);
		mine.lifetime.signal.addEventListener("abort", () => view.clearTimeout(timer));
	}

	function onMessage(event: MessageEvent): void {
		const mine = frame;
		if (!mine || state.origin === null || !state.javaScript) return;
		if (!isHelloFrom(event, mine.element, state.origin)) return;
		mine.connection?.close();
		mine.hydrated = false;
		const connection = createConnection(connectTo(mine.element, state.origin), (message) => {
			if (mine === frame && mine.connection === connection) onAnnouncement(mine, message);
		});
		mine.connection = connection;
		// Also one that the page went to by itself, as Next.js does when an edit fails.
		loadedAt = Date.now();
		dispatch({ type: "hello" });
	}

	function onAnnouncement(mine: Frame, message: Announcement): void {
		if (message.type === "hydrated") {
			mine.hydrated = true;
			loadedAt = Date.now();
		}
		if (message.type === "left") {
			mine.connection?.close();
			mine.connection = null;
			mine.hydrated = false;
		}
		if (message.type === "pageerror") errors = [...errors, message.message].slice(-PAGE_ERROR_LIMIT);
		dispatch(toPreviewEvent(message, Date.now()));
	}

	function load(url: string, javaScript = state.javaScript): void {
		navigation += 1;
		if (!javaScript) history = startHistory(url);
		// Before the state says "loading", so that nobody who is told of it meets the old document.
		dropFrame();
		dispatch({ type: "load", url, javaScript });
		showFrame();
	}

	function resolvePath(path: string): string {
		const resolved = pathIn(state.origin ?? "http://localhost", path);
		if (resolved !== null) return resolved;
		throw new SandboxError(
			"bad-request",
			`The preview shows your app only: “${path}” is not an address in it. Give a path such as /guestbook.`,
		);
	}

	function move(by: -1 | 1): void {
		if (state.javaScript) {
			// With nothing to go back to the page refuses, and the button simply does nothing.
			const to = by === -1 ? "back" : "forward";
			void frame?.connection?.call({ type: "go", to }, frame.lifetime.signal).catch(() => {});
			return;
		}
		const moved = step(history, by);
		if (!moved) return;
		load(moved.visits[moved.at]!);
		history = moved;
	}

	// --- commands --------------------------------------------------------------------------------------------------

	/** The document that can take commands, waited for. */
	function whenReady(signal: AbortSignal): Promise<Connection> {
		return waitUntil(subscribe, signal, () => {
			if (state.origin === null) {
				throw new SandboxError(
					"not-running",
					"The app does not run yet, so the preview shows no page of it.",
				);
			}
			if (!state.javaScript) {
				throw new SandboxError(
					"no-answer",
					"JavaScript is off in the preview, so its page cannot be asked. Switch it on.",
				);
			}
			return frame?.hydrated ? frame.connection : null;
		});
	}

	function subscribe(listener: () => void): () => void {
		listeners.add(listener);
		return () => listeners.delete(listener);
	}

	async function send(
		command: BridgeCommand,
		options: { timeoutMs: number; signal?: AbortSignal },
	): Promise<unknown> {
		const timed = deadlineSignal(options, () => describeWait(state, frame !== null, options.timeoutMs));
		try {
			for (;;) {
				const connection = await whenReady(timed.signal);
				try {
					return await connection.call(command, timed.signal);
				} catch (error) {
					// Looking changes nothing, so it may be done again on the page that came instead.
					const canRepeat = command.type === "query" || command.type === "state";
					if (!(error instanceof DocumentGone && canRepeat)) throw error;
				}
			}
		} finally {
			timed.stop();
		}
	}

	async function goto(path: string, options: { timeoutMs: number; signal?: AbortSignal }): Promise<void> {
		const url = resolvePath(path);
		errors = [];
		const timed = deadlineSignal(options, () => describeWait(state, frame !== null, options.timeoutMs));
		try {
			timed.signal.throwIfAborted();
			load(url, true);
			const mine = navigation;
			await waitUntil(subscribe, timed.signal, () => {
				if (navigation !== mine) {
					throw new SandboxError("cancelled", `Another page was opened before ${path} was there.`);
				}
				if (state.origin === null) {
					throw new SandboxError(
						"not-running",
						"The app does not run, so the preview cannot open a page of it.",
					);
				}
				return frame?.hydrated ? frame : null;
			});
		} finally {
			timed.stop();
		}
	}

	// --- the pane --------------------------------------------------------------------------------------------------

	function attach(next: HTMLElement | null): void {
		if (next === container) return;
		const from = container;
		attached.abort();
		attached = new AbortController();
		from?.removeAttribute("data-busy");
		container = next;
		if (!next) {
			dropFrame();
			if (state.origin !== null) dispatch({ type: "left" });
			return;
		}
		view.addEventListener("message", onMessage, { signal: attached.signal });
		const invited = watchInvitation(document, frameElement, {
			loadedAt: () => loadedAt,
			signal: attached.signal,
		});
		const guard = guardFocus(document, frameElement, invited);
		attached.signal.addEventListener("abort", () => guard.abort());
		markBusy();
		if (frame && moveFrame(frame.element, next)) return;
		if (frame) dispatch({ type: "left" });
		showFrame();
	}

	function frameElement(): HTMLIFrameElement | null {
		return frame?.element ?? null;
	}

	function markBusy(): void {
		container?.toggleAttribute("data-busy", busy !== null);
		if (frame) frame.element.inert = busy !== null;
	}

	return {
		getState: () => state,
		subscribe,
		attach,
		setOrigin(origin, path) {
			if (origin === state.origin) return;
			navigation += 1;
			dropFrame();
			const url = origin === null || path === null ? (path ?? "/") : pathIn(origin, path);
			if (url === null) throw new SandboxError("bad-path", `“${path}” is not a path of the app.`);
			history = startHistory(url);
			dispatch({ type: "origin", origin, url });
			if (path !== null) showFrame();
		},
		open: (path) => load(resolvePath(path)),
		reload: () => load(state.url),
		back: () => move(-1),
		forward: () => move(1),
		setJavaScript(on) {
			if (on !== state.javaScript) load(state.url, on);
		},
		send,
		goto,
		pageErrors: () => errors,
		setBusy(on) {
			if (on === (busy !== null)) return;
			busy?.abort();
			busy = on ? guardFocus(document, frameElement) : null;
			markBusy();
		},
		isBusy: () => busy !== null,
		noteDocument(url) {
			// A page with a bridge tells its address itself, and more exactly (soft navigations).
			if (state.origin === null || frame?.connection) return;
			if (!state.javaScript) history = visit(history, url);
			dispatch({ type: "location", url, title: "" });
		},
	};
}

function toPreviewEvent(message: Announcement, at: number): PreviewEvent {
	if (message.type === "console") return { ...message, at };
	if (message.type !== "pageerror") return message;
	return { type: "console", level: "error", text: `Uncaught ${message.message}`, at };
}

/** Takes the live frame over without loading it anew, where the browser can. */
function moveFrame(element: HTMLIFrameElement, to: HTMLElement): boolean {
	if (!("moveBefore" in to) || !element.isConnected || !to.isConnected) return false;
	try {
		(to as HTMLElement & { moveBefore(node: Node, before: Node | null): void }).moveBefore(element, null);
		return true;
	} catch {
		return false;
	}
}
