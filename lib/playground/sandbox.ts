import { createPreview } from "@/lib/sandbox/bridge/host";
import type { Preview } from "@/lib/sandbox/bridge/types";
import { SandboxError } from "@/lib/sandbox/errors";
import type { MachineKind } from "@/lib/sandbox/machine";
import type { MachinePolicy } from "@/lib/sandbox/machine-policy";
import type { Runner } from "@/lib/sandbox/runner";
import { createSession } from "@/lib/sandbox/session/session";
import type { Session, SessionMachine } from "@/lib/sandbox/session/types";
import { comeBackByItself, serverAnswers } from "./comeback";
import { machineName } from "./machine-choice";
import { createMachinePicker, type MachinePicker } from "./machine-picker";
import { connectLocalRunner } from "./machines/local";

export interface Sandbox {
	session: Session;
	preview: Preview;
	/** Which machine is used. */
	picker: MachinePicker;
}

let shared: Sandbox | null = null;

/** The tab's one sandbox: made at first use, kept while the person moves between lessons. Browser only. */
export function getSandbox(policy: MachinePolicy): Sandbox {
	shared ??= createSandbox(policy, new AbortController().signal);
	return shared;
}

const CONNECT: Record<MachineKind, (policy: MachinePolicy, signal: AbortSignal) => Promise<Runner>> = {
	local: (_, signal) => connectLocalRunner(machineName("local"), signal),
	// Loaded only where it is used.
	webcontainer: async ({ apiKey }, signal) => {
		const { connectWebContainerRunner } = await import("./machines/webcontainer").catch((cause: unknown) => {
			throw new SandboxError(
				"unsupported",
				"What runs apps in this browser could not be loaded: the playground’s server does not answer. Your code is kept.",
				{ cause, retryable: true },
			);
		});
		return connectWebContainerRunner({ apiKey, signal });
	},
};

/**
 * A session over the machines this browser can have, and a preview. The preview follows what the session shows, unless
 * the caller means to open pages itself.
 */
export function createSandbox(policy: MachinePolicy, signal: AbortSignal, { follow = true } = {}): Sandbox {
	const machines = (order: MachineKind[]): SessionMachine[] =>
		order.map((kind) => ({
			name: machineName(kind),
			connect: (connectSignal) => CONNECT[kind](policy, connectSignal),
		}));
	const picker = createMachinePicker({
		policy,
		url: location.href,
		// Asking for it is refused where a browser keeps nothing for this site.
		storage: {
			getItem: (key) => localStorage.getItem(key),
			setItem: (key, value) => localStorage.setItem(key, value),
		},
		clearUrl: forgetMachineInUrl,
		onOrder: (order) => session.setMachines(machines(order)),
	});
	const session = createSession({ machines: machines(picker.store.getState().order), signal });
	const preview = createPreview();
	if (follow) followSession(session, preview, signal);
	comeBackByItself({ session, serverAnswers, signal });
	return { session, preview, picker };
}

function followSession(session: Session, preview: Preview, signal: AbortSignal): void {
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
			// Another machine may come: it begins where the lesson begins.
			shown = null;
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
}

/** In place, and with what Next.js keeps in the entry: otherwise Back would load the page anew. */
function forgetMachineInUrl(): void {
	const url = new URL(location.href);
	if (!url.searchParams.has("machine")) return;
	url.searchParams.delete("machine");
	history.replaceState(history.state, "", url);
}
