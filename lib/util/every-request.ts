import { type IncomingMessage, Server, type ServerResponse } from "node:http";

/**
 * Calls `act` for every request to any HTTP server of this process, before anybody else sees it; from now on, and once
 * for each `mark`. For what Next.js has no place for: `headers()` of next.config.ts are fixed at build time, and a proxy.ts
 * Turbopack (Next.js 16.3.7) would run in the learners' apps too, whose folders are below this one.
 */
export function onEveryRequest(
	mark: symbol,
	act: (request: IncomingMessage, response: ServerResponse) => void,
): void {
	const prototype = Server.prototype as Server & { [key: symbol]: true };
	if (prototype[mark]) return;
	Object.defineProperty(prototype, mark, { value: true, configurable: true });
	const emit = prototype.emit as (event: string, ...args: unknown[]) => boolean;
	prototype.emit = function (this: Server, event: string, ...args: unknown[]) {
		if (event === "request") act(args[0] as IncomingMessage, args[1] as ServerResponse);
		return emit.call(this, event, ...args);
	};
}

/** Routes of the API have no page; scripts, also those of workers, have their headers from next.config.ts. */
const NO_PAGES = ["/api/", "/_next/", "/monaco-esm/", "/types/"];

/** Whether `url` (a request's path and query) may be that of a page. */
export function isPagePath(url: string): boolean {
	return !NO_PAGES.some((prefix) => url.startsWith(prefix));
}
