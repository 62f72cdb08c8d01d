import { BRIDGE_CHANNEL, type BridgeCommand } from "@/lib/sandbox/bridge/messages";
import { watchConsole } from "./console";
import { watchHydration } from "./hydration";
import { createLink } from "./link";
import { go, watchLocation } from "./location";
import { watchPageErrors } from "./page-errors";
import { addMark, readPageState } from "./page-state";
import { Refusal } from "./refusal";
import type * as UserEvents from "./user-events";

type View = Window & typeof globalThis;

/** Gives the heavy half: locators and user events. */
export type LoadUserEvents = () => Promise<typeof UserEvents>;

/** Where the app serves the heavy half. */
const USER_EVENTS_PATH = "/__sandbox/user-events.js";

/**
 * Starts the bridge in a page of the learner's app. Does nothing when the page is not framed (opened in a tab of its
 * own) and nothing the second time in one document.
 */
export function startBridge(view: View, loadUserEvents: LoadUserEvents = importUserEvents(view)): void {
	if (view.parent === view) return;
	const started = Symbol.for(BRIDGE_CHANNEL);
	// Hot reload runs the module again in the same document.
	if (started in view) return;
	Object.defineProperty(view, started, { value: true });

	const link = createLink(view, (command, signal) => answer(command, signal));
	watchConsole(view, (level, text) => link.send({ type: "console", level, text }));
	watchPageErrors(view, (message, stack) => link.send({ type: "pageerror", message, stack }));
	watchLocation(view, (url, title) => link.sendLatest({ type: "location", url, title }));
	const hydration = watchHydration(view, () => link.sendLatest({ type: "hydrated" }));
	link.open();

	async function answer(command: BridgeCommand, signal: AbortSignal): Promise<unknown> {
		switch (command.type) {
			case "state":
				return readPageState(view, hydration.state !== "pending");
			case "mark":
				return addMark(view, command.name);
			case "go":
				return go(view, command.to);
			case "query":
			case "act": {
				const userEvents = await loadUserEvents();
				if (command.type === "query") return userEvents.query(view.document, command.locator);
				return userEvents.act(view.document, command, { signal, usesReact: () => hydration.usesReact() });
			}
		}
	}
}

function importUserEvents(view: View): LoadUserEvents {
	let loading: Promise<typeof UserEvents> | null = null;
	return () => {
		const url = new URL(USER_EVENTS_PATH, view.location.origin).href;
		// The learner's bundler must leave this import to the browser: the file is no part of the app.
		loading ??= import(/* webpackIgnore: true */ /* turbopackIgnore: true */ url).catch((cause: unknown) => {
			loading = null;
			throw new Refusal(`The sandbox did not deliver ${USER_EVENTS_PATH}: ${String(cause)}`, { ours: true });
		});
		return loading;
	};
}
