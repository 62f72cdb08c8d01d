/** What tabs of one browser tell one another: that one holds a line, asks who does, or lets go of its own. */
type Word = "here" | "who" | "gone";

/** The tab and its way to the others. */
export interface Tab {
	isVisible(): boolean;
	/** Calls when it comes into sight. */
	onVisible(listener: () => void, signal: AbortSignal): void;
	/** Calls when it is closed. */
	onLeave(listener: () => void, signal: AbortSignal): void;
	/** A channel to the other tabs of this name; it is closed with the signal. */
	channel(name: string, listener: (word: unknown) => void, signal: AbortSignal): (word: Word) => void;
}

export interface SharedLine {
	/** Whether this tab may hold a line now. */
	held(): boolean;
	/** Resolves when it may; rejects with the signal's reason. */
	turn(): Promise<void>;
}

const ALWAYS: SharedLine = { held: () => true, turn: () => Promise.resolve() };
/** Hidden tabs do not all step forward at once. */
const STEP_FORWARD_MS = 400;

/**
 * A browser opens six connections to a server over HTTP/1.1 and no more, so tabs of the same room share them: who is in
 * sight holds a line, and of those out of sight the one that was seen last, where nobody else does.
 * @param name the same for tabs that can stand in for one another
 * @param onGive called when another tab has come into sight, and this one is to let go
 */
export function shareLine(
	name: string,
	signal: AbortSignal,
	onGive: () => void,
	tab: Tab | null = browserTab(),
): SharedLine {
	if (tab === null || signal.aborted) return ALWAYS;
	let held = true;
	let stepping: ReturnType<typeof setTimeout> | undefined;
	let waiting: (() => void)[] = [];

	const say = tab.channel(
		name,
		(word) => {
			if (word === "here") {
				clearTimeout(stepping);
				if (!held || tab.isVisible()) return;
				held = false;
				onGive();
			} else if (word === "who") {
				if (held) say("here");
			} else if (word === "gone") {
				if (held) say("here");
				else {
					clearTimeout(stepping);
					stepping = setTimeout(take, Math.random() * STEP_FORWARD_MS);
				}
			}
		},
		signal,
	);
	function take(): void {
		clearTimeout(stepping);
		held = true;
		say("here");
		for (const resolve of waiting) resolve();
		waiting = [];
	}
	const leave = () => {
		clearTimeout(stepping);
		if (held) say("gone");
	};
	tab.onVisible(take, signal);
	tab.onLeave(leave, signal);
	say(tab.isVisible() ? "here" : "who");

	return {
		held: () => held,
		turn: () =>
			new Promise((resolve, reject) => {
				if (held) return resolve();
				if (signal.aborted) return reject(signal.reason);
				waiting.push(resolve);
				signal.addEventListener("abort", () => reject(signal.reason), { once: true });
			}),
	};
}

/** `null` outside of a browser, and in one whose tabs cannot talk to each other: then each holds its own line. */
function browserTab(): Tab | null {
	if (typeof document === "undefined" || typeof BroadcastChannel === "undefined") return null;
	return {
		isVisible: () => document.visibilityState === "visible",
		onVisible(listener, signal) {
			const look = () => document.visibilityState === "visible" && listener();
			document.addEventListener("visibilitychange", look, { signal });
		},
		onLeave(listener, signal) {
			window.addEventListener("pagehide", listener, { signal });
			signal.addEventListener("abort", listener, { once: true });
		},
		channel(name, listener, signal) {
			const channel = new BroadcastChannel(name);
			channel.onmessage = ({ data }) => listener(data);
			// After what else the end of the signal has to say.
			signal.addEventListener("abort", () => queueMicrotask(() => channel.close()), { once: true });
			return (word) => channel.postMessage(word);
		},
	};
}
