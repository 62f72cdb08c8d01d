import { createPreview } from "@/lib/sandbox/bridge/host";
import type { Preview } from "@/lib/sandbox/bridge/types";
import { SandboxError } from "@/lib/sandbox/errors";
import type { MachineKind } from "@/lib/sandbox/machine";
import type { MachinePolicy } from "@/lib/sandbox/machine-policy";
import type { Runner } from "@/lib/sandbox/runner";
import { createSession } from "@/lib/sandbox/session/session";
import type { Session, SessionMachine } from "@/lib/sandbox/session/types";
import { comeBackByItself, serverAnswers } from "./comeback";
import { followSession } from "./follow-session";
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

/** In place, and with what Next.js keeps in the entry: otherwise Back would load the page anew. */
function forgetMachineInUrl(): void {
	const url = new URL(location.href);
	if (!url.searchParams.has("machine")) return;
	url.searchParams.delete("machine");
	history.replaceState(history.state, "", url);
}
