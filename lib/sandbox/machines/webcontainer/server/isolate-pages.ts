import { Server, type ServerResponse } from "node:http";
import { policyOf } from "@/lib/sandbox/machine-policy";

/**
 * What a page must be sent with to get shared memory. `require-corp`, because not every browser knows
 * `credentialless`.
 */
const HEADERS: Record<string, string> = {
	"Cross-Origin-Opener-Policy": "same-origin",
	"Cross-Origin-Embedder-Policy": "require-corp",
};

/** Routes of the API have no page; scripts, also those of workers, have their headers from next.config.ts. */
const NO_PAGES = ["/api/", "/_next/", "/monaco-esm/", "/types/"];

const ISOLATED = Symbol.for("playground.isolated-pages");

/**
 * From now on this server sends its pages so that a WebContainer can run in them, if its environment offers any. All
 * pages and not only lessons: a soft navigation keeps the document of the page where it began.
 *
 * Not by `headers()` of next.config.ts, which are fixed at build time, and not by a proxy.ts: Turbopack (Next.js 16.3.7)
 * would run that in the learners' apps too, whose folders are below this one.
 * @throws MachineSettingError
 */
export function isolatePages(environment: Record<string, string | undefined> = process.env): void {
	if (!policyOf(environment).offered.includes("webcontainer")) return;
	const prototype = Server.prototype as Server & { [ISOLATED]?: true };
	if (prototype[ISOLATED]) return;
	Object.defineProperty(prototype, ISOLATED, { value: true, configurable: true });
	const emit = prototype.emit as (event: string, ...args: unknown[]) => boolean;
	prototype.emit = function (this: Server, event: string, ...args: unknown[]) {
		if (event === "request") isolate(...(args as [{ url?: string }, ServerResponse]));
		return emit.call(this, event, ...args);
	};
}

function isolate({ url = "/" }: { url?: string }, response: ServerResponse): void {
	if (NO_PAGES.some((prefix) => url.startsWith(prefix))) return;
	for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
}
