import type { BridgeCommand } from "./messages";

export interface ConsoleEntry {
	seq: number;
	at: number;
	level: "log" | "info" | "warn" | "error" | "debug";
	text: string;
}

export interface PreviewState {
	/** `null` while no app runs. */
	origin: string | null;
	/** Path, query and hash shown in the address bar. */
	url: string;
	title: string;
	javaScript: boolean;
	/** A document of the app has said hello and hydrated (with JavaScript off: has loaded). */
	phase: "empty" | "loading" | "hydrating" | "ready";
	/** The document is one of Next.js's with its scripts, and so hears of edits: no error page of the browser's, say. */
	hears: boolean;
	/** Console lines, uncaught errors included as level `error`; a bounded ring. */
	console: ConsoleEntry[];
}

/** The preview pane's model. Exactly one iframe at a time; it leaves no entries in the page's own history. */
export interface Preview {
	getState(): PreviewState;
	subscribe(listener: () => void): () => void;
	/** The component gives its container; the preview puts and replaces the iframe in it. `null` takes it away. */
	attach(container: HTMLElement | null): void;
	/** Where the app runs now; another origin loads `path` there, or with `null` nothing until a page is asked for. */
	setOrigin(origin: string | null, path: string | null): void;
	/** Loads a path as a new document. */
	open(path: string): void;
	reload(): void;
	back(): void;
	forward(): void;
	/** Off: the iframe gets no `allow-scripts`, so forms are sent by the browser itself. Reloads the document. */
	setJavaScript(on: boolean): void;
	/**
	 * Sends a command to the page's bridge and gives its value, validated. Waits for a hydrated page first.
	 * Rejects with `SandboxError` `no-answer` after `timeoutMs`, `cancelled` by the signal.
	 */
	send(command: BridgeCommand, options: { timeoutMs: number; signal?: AbortSignal }): Promise<unknown>;
	/** Loads `path` with JavaScript on and resolves when that new document is hydrated. */
	goto(path: string, options: { timeoutMs: number; signal?: AbortSignal }): Promise<void>;
	/** Uncaught errors since the last `goto`. */
	pageErrors(): string[];
	/** While checks run the learner's clicks are kept out and the pane says so. */
	setBusy(busy: boolean): void;
	isBusy(): boolean;
	/** With JavaScript off the bridge is silent: the session passes on what the recorder saw. */
	noteDocument(url: string): void;
}
