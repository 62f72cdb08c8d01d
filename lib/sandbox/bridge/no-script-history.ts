/** Where the preview went with JavaScript off: no script can ask the frame for its history. */
export interface NoScriptHistory {
	visits: string[];
	at: number;
}

export function startHistory(url: string): NoScriptHistory {
	return { visits: [url], at: 0 };
}

/** A document was shown. The present one shown again (a form that answers with its own page) is no new visit. */
export function visit(history: NoScriptHistory, url: string): NoScriptHistory {
	if (history.visits[history.at] === url) return history;
	const visits = [...history.visits.slice(0, history.at + 1), url];
	return { visits, at: visits.length - 1 };
}

/** `null` where there is nothing to go to. */
export function step(history: NoScriptHistory, by: -1 | 1): NoScriptHistory | null {
	const at = history.at + by;
	return history.visits[at] === undefined ? null : { ...history, at };
}
