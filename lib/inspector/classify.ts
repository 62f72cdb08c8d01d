import type { Exchange } from "@/lib/sandbox/agent-protocol";
import { headerOf, isMultipart, textOf } from "./exchange";

export type ExchangeKind =
	| { kind: "document" }
	/** The tree of a page, asked for by the router: `prefetch` for a link that may be followed. */
	| { kind: "rsc"; prefetch: boolean }
	/** A Server Action: by `fetch` once the page is hydrated, or by the browser's own form post. */
	| { kind: "action"; transport: "fetch" | "form" }
	| { kind: "asset" }
	| { kind: "other" };

const ASSET_DESTINATIONS = new Set([
	"image",
	"script",
	"style",
	"font",
	"audio",
	"video",
	"manifest",
	"track",
]);
const ACTION_FIELD = /name="\$ACTION_(?:ID|REF)_/;

/** What an exchange was, by what was sent and what came back (FACTS: the wire format). */
export function classify(exchange: Exchange): ExchangeKind {
	const request = (name: string) => headerOf(exchange.requestHeaders, name);
	if (exchange.method === "POST") {
		if (request("next-action") !== null) return { kind: "action", transport: "fetch" };
		if (isMultipart(exchange) && ACTION_FIELD.test(textOf(exchange.requestBody))) {
			return { kind: "action", transport: "form" };
		}
	}
	if (request("rsc") !== null) {
		const prefetch =
			request("next-router-prefetch") !== null || request("next-router-segment-prefetch") !== null;
		return { kind: "rsc", prefetch };
	}
	if (ASSET_DESTINATIONS.has(request("sec-fetch-dest") ?? "")) return { kind: "asset" };
	const type = headerOf(exchange.responseHeaders, "content-type") ?? "";
	const isDocument = /^text\/html\b/i.test(type) || request("sec-fetch-dest") === "document";
	return isDocument ? { kind: "document" } : { kind: "other" };
}

/** Why a request that looks like a call did not call anything, or `null`. */
export function missedCall(exchange: Exchange): string | null {
	if (classify(exchange).kind === "action") return null;
	if (exchange.method !== "POST") {
		return headerOf(exchange.requestHeaders, "next-action") === null
			? null
			: `It names an action, but only POST calls one: ${exchange.method} gets the page.`;
	}
	if (
		ACTION_FIELD.test(textOf(exchange.requestBody)) ||
		/(^|&)(%24|\$)ACTION_/.test(textOf(exchange.requestBody))
	) {
		return "It names an action, but not as multipart/form-data: Next.js does not look for one in any other body.";
	}
	return null;
}
