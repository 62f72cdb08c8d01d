/**
 * What the agent and the recorder must call by the same name. Free of imports: the recorder is loaded into every Node
 * process of the app and has to stay small.
 */

/** Starts a record in the server's output; a key and the record's JSON follow. The key tells it from learners' prints. */
export const RECORD_MARK = "\u001e";

/** The header by which the agent names the exchange that its raw request becomes. The app never sees it. */
export const REQUEST_ID_HEADER = "x-sandbox-request";

/** The header that proves to the recorder that a request comes from the agent. */
export const KEY_HEADER = "x-sandbox-key";

export const CLEAR_COOKIES_PATH = "/__sandbox/clear-cookies";
export const RESET_CACHES_PATH = "/__sandbox/reset-caches";
/** With the milliseconds as its query: `?2000`. */
export const LATENCY_PATH = "/__sandbox/latency";
/** Answers with the port in its body. */
export const SECOND_BROWSER_PATH = "/__sandbox/second-browser";

/** Milliseconds between two signs of life of the server's main thread. */
export const HEARTBEAT_MS = 1_000;

/** Whether a request for `url` is the app's own traffic, not the framework's files and tools. */
export function isRecorded(url: string): boolean {
	return !NOT_RECORDED.some((prefix) => url.startsWith(prefix));
}

const NOT_RECORDED = ["/_next/", "/__nextjs", "/__sandbox/", "/favicon.ico"];
