import { createStore, type StoreApi } from "zustand/vanilla";
import { createPreview } from "@/lib/sandbox/bridge/host";
import type { Preview } from "@/lib/sandbox/bridge/types";
import { isSandboxError } from "@/lib/sandbox/errors";
import type { Session } from "@/lib/sandbox/session/types";

export interface SecondBrowserState {
	open: boolean;
	/** Why it shows nothing, in words. */
	trouble: string | null;
}

/** A second visitor of the same app, with cookies of its own. */
export interface SecondBrowser {
	store: StoreApi<SecondBrowserState>;
	preview: Preview;
	setOpen(open: boolean): void;
	/** Host and port it is at, or `null` while it is nowhere. */
	host(): string | null;
}

export function createSecondBrowser(
	session: Session,
	{
		path,
		signal,
		preview = createPreview({ title: "Second browser" }),
	}: {
		/** The page it shows first. */
		path: () => string;
		signal: AbortSignal;
		preview?: Preview;
	},
): SecondBrowser {
	const store = createStore<SecondBrowserState>(() => ({ open: false, trouble: null }));
	let asked = 0;
	/** Where it was when its app went away. */
	let lastUrl: string | null = null;

	async function connect(): Promise<void> {
		const mine = ++asked;
		const { runner } = session;
		const isOpen = store.getState().open && runner !== null && session.getState().state === "ready";
		if (!isOpen) {
			if (preview.getState().origin !== null) lastUrl = preview.getState().url;
			preview.setOrigin(null, "/");
			return;
		}
		try {
			const origin = await runner.openSecondBrowser(signal);
			if (mine !== asked) return;
			store.setState({ trouble: null });
			preview.setOrigin(origin, lastUrl ?? path());
		} catch (error) {
			// Gone or restarting: the next `ready` connects anew.
			if (mine !== asked || signal.aborted || (isSandboxError(error) && error.code !== "internal")) return;
			store.setState({ trouble: error instanceof Error ? error.message : String(error) });
		}
	}

	let wasReady = session.getState().state === "ready";
	const stop = session.subscribe(() => {
		const isReady = session.getState().state === "ready";
		// Each start of Next.js has another port for it.
		if (isReady !== wasReady) void connect();
		wasReady = isReady;
	});
	signal.addEventListener("abort", () => {
		stop();
		asked++;
		preview.setOrigin(null, "/");
	});
	return {
		store,
		preview,
		setOpen(open) {
			store.setState({ open, trouble: null });
			void connect();
			if (!open) lastUrl = null;
		},
		host() {
			const { origin } = preview.getState();
			return origin === null ? null : new URL(origin).host;
		},
	};
}
