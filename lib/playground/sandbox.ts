import { createPreview } from "@/lib/sandbox/bridge/host";
import type { Preview } from "@/lib/sandbox/bridge/types";
import { connectLocalMachine } from "@/lib/sandbox/machines/local/client";
import { createAgentRunner } from "@/lib/sandbox/runner/agent-runner";
import { createSession } from "@/lib/sandbox/session/session";
import type { Session } from "@/lib/sandbox/session/types";

export interface Sandbox {
	session: Session;
	preview: Preview;
}

/** Where a tab keeps the id of its machine, so that a reload of the page finds it again. */
const RESUME_KEY = "server-actions-playground.machine";

let shared: Sandbox | null = null;

/** The tab's one sandbox: made at first use, kept while the person moves between lessons. Browser only. */
export function getSandbox(): Sandbox {
	shared ??= createSandbox(new AbortController().signal);
	return shared;
}

function createSandbox(signal: AbortSignal): Sandbox {
	const local = {
		name: "This computer",
		connect: async (connectSignal: AbortSignal) => {
			const machine = await connectLocalMachine({
				resumeId: sessionStorage.getItem(RESUME_KEY),
				onId: (id) => sessionStorage.setItem(RESUME_KEY, id),
				signal: connectSignal,
			});
			return createAgentRunner(machine, { label: "This computer", signal: connectSignal });
		},
	};
	const session = createSession({ machines: [local], signal });
	const preview = createPreview();
	let shown: string | null = null;

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
			if (samePlace && sameServer && !restarted) refreshIfDeaf();
			preview.setOrigin(state.previewUrl, path);
			shown = state.lesson;
		} else if (state.state === "booting" || state.state === "failed" || state.state === "unsupported") {
			preview.setOrigin(null, "/");
		}
		wasReady = state.state === "ready";
	});
	/**
	 * A document that has JavaScript off, or that is still loading, does not hear of an edit from Next.js: it is loaded
	 * again once the running app has the edit.
	 */
	let refreshes = 0;
	function refreshIfDeaf(): void {
		const { javaScript, phase } = preview.getState();
		if (javaScript && phase === "ready") return;
		const mine = ++refreshes;
		session.whenCurrent(signal).then(
			() => {
				// While checks run the page is theirs; they load it anew at their end.
				if (mine === refreshes && !preview.isBusy()) preview.reload();
			},
			// Not ready after all: the session shows why, and a document comes with the next `ready`.
			() => {},
		);
	}
	session.onRunnerEvent((event) => {
		if (event.type !== "exchange" || preview.getState().javaScript) return;
		const { initiator, method, url, status, responseHeaders } = event.exchange;
		const isDocument = responseHeaders.some(
			([name, value]) => /^content-type$/i.test(name) && /html/.test(value),
		);
		if (initiator === "preview" && isDocument && status !== 303 && ["GET", "POST"].includes(method)) {
			preview.noteDocument(url);
		}
	});
	return { session, preview };
}
