import type { IncomingMessage, ServerResponse } from "node:http";

/** The browser's own words for what a response becomes; only these are looked at by a page that is isolated. */
const EMBEDDED = new Set(["iframe", "frame", "worker", "sharedworker"]);

/**
 * Lets a page of the playground that is isolated (cross-origin isolation, which WebContainers need) show the app in a
 * frame. The app itself knows nothing of it: in a tab of its own, and for requests of checks, its responses stay as they
 * are. To be called before anything of the response is written; the app may still say otherwise.
 */
export function allowEmbedding(request: IncomingMessage, response: ServerResponse): void {
	const destination = request.headers["sec-fetch-dest"];
	if (typeof destination !== "string" || !EMBEDDED.has(destination)) return;
	response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
	response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
}
