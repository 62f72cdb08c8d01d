import type { ConsoleEntry, PreviewState } from "./types";

/** Entries of the console kept for the learner. */
export const CONSOLE_LIMIT = 500;

export type PreviewEvent =
	/** The app runs somewhere else now, or nowhere. */
	| { type: "origin"; origin: string | null; url: string }
	/** A document is being loaded by the preview itself. */
	| { type: "load"; url: string; javaScript: boolean }
	/** The page is being left by itself: a link, a form, a reload. */
	| { type: "left" }
	| { type: "hello" }
	| { type: "hydrated" }
	/** The frame has loaded a document in which no bridge will speak. */
	| { type: "silent" }
	| { type: "location"; url: string; title: string }
	| { type: "console"; level: ConsoleEntry["level"]; text: string; at: number };

export const initialPreviewState: PreviewState = {
	origin: null,
	url: "/",
	title: "",
	javaScript: true,
	phase: "empty",
	hears: false,
	console: [],
};

/** The state after the event; the same object when nothing changes. */
export function reducePreview(state: PreviewState, event: PreviewEvent): PreviewState {
	switch (event.type) {
		case "origin":
			return {
				...state,
				origin: event.origin,
				url: event.url,
				title: "",
				phase: event.origin === null ? "empty" : "loading",
				hears: false,
			};
		case "load":
			return {
				...state,
				url: event.url,
				title: "",
				javaScript: event.javaScript,
				phase: loadingOf(state),
				hears: false,
			};
		case "left":
			return change(state, { phase: loadingOf(state), hears: false });
		case "hello":
			return state.phase === "empty" ? state : change(state, { phase: "hydrating" });
		case "hydrated":
			return state.phase === "hydrating" ? { ...state, phase: "ready", hears: true } : state;
		case "silent":
			return state.phase === "loading" ? { ...state, phase: "ready" } : state;
		case "location":
			return change(state, { url: event.url, title: event.title });
		case "console": {
			const seq = (state.console.at(-1)?.seq ?? 0) + 1;
			const entry: ConsoleEntry = { seq, at: event.at, level: event.level, text: event.text };
			return { ...state, console: [...state.console, entry].slice(-CONSOLE_LIMIT) };
		}
	}
}

function loadingOf(state: PreviewState): PreviewState["phase"] {
	return state.origin === null ? "empty" : "loading";
}

function change(state: PreviewState, patch: Partial<PreviewState>): PreviewState {
	const keys = Object.keys(patch) as (keyof PreviewState)[];
	return keys.some((key) => state[key] !== patch[key]) ? { ...state, ...patch } : state;
}
