import type { Preview } from "@/lib/sandbox/bridge/types";
import type { Session } from "@/lib/sandbox/session/types";
import { abortableDelay } from "@/lib/util/delay";

/** Milliseconds that a call which was under way at an edit may still take before the page is loaded again without it. */
const STUCK_MS = 3_000;

/** Shows in the preview what the session has ready, and keeps it up to date with the learner's edits. */
export function followSession(session: Session, preview: Preview, signal: AbortSignal): void {
	let shown: string | null = null;
	/** Calls of actions that the page in the preview waits for. */
	let underway: readonly string[] = [];
	let wasReady = false;
	session.subscribe(() => {
		const state = session.getState();
		if (state.state === "ready") {
			const restarted = !wasReady;
			const samePlace = state.lesson === shown;
			if (!samePlace) preview.setOrigin(null, "/");
			// The same lesson again (a restart): stay where the person was, but in a new document. The one from before
			// talks to a server that is gone.
			const path = samePlace ? preview.getState().url : state.previewPath;
			const sameServer = preview.getState().origin === state.previewUrl;
			// While checks run the page is theirs: one that has not heard of the new server may be what they look at.
			if (samePlace && sameServer && restarted && !preview.isBusy()) preview.reload();
			if (samePlace && sameServer && !restarted) {
				// Not ready after all: the session shows why, and a document comes with the next `ready`.
				refreshIfDeaf().catch(() => {});
			}
			preview.setOrigin(state.previewUrl, path);
			shown = state.lesson;
		} else if (state.state === "booting" || state.state === "failed" || state.state === "unsupported") {
			preview.setOrigin(null, "/");
			// Another machine may come: it begins where the lesson begins.
			shown = null;
		}
		wasReady = state.state === "ready";
	});
	/**
	 * A document that has JavaScript off, that is still loading, or that did not come from Next.js (the browser's own page
	 * about a server that did not answer) does not hear of an edit; and one that waits for an action hears of it only after the answer (16.3.7), which may never come. They are loaded again once the
	 * running app has the edit.
	 */
	let refreshes = 0;
	async function refreshIfDeaf(): Promise<void> {
		const { hears } = preview.getState();
		const awaited = underway;
		if (hears && awaited.length === 0) return;
		const mine = ++refreshes;
		await session.whenCurrent(signal);
		if (hears) await abortableDelay(STUCK_MS, signal);
		if (hears && !awaited.some((call) => underway.includes(call))) return;
		// While checks run the page is theirs; they load it anew at their end.
		if (mine === refreshes && !preview.isBusy()) preview.reload();
	}
	session.onRunnerEvent((event) => {
		if (event.type === "underway") underway = event.actions;
		if (event.type === "gone") underway = [];
		if (event.type !== "exchange" || preview.getState().javaScript) return;
		const { initiator, method, url, status, responseHeaders } = event.exchange;
		const isDocument = responseHeaders.some(
			([name, value]) => /^content-type$/i.test(name) && /html/.test(value),
		);
		if (initiator === "preview" && isDocument && status !== 303 && ["GET", "POST"].includes(method)) {
			preview.noteDocument(url);
		}
	});
}
