import type { IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { nameForwardedHost, previewHostsOf } from "./preview-host";

const hosts = previewHostsOf("webcontainer-api.io, Example.io,");

function forwardedHost(headers: Record<string, string>, suffixes = hosts): string | undefined {
	const request = { headers: { ...headers } } as unknown as IncomingMessage;
	nameForwardedHost(request, suffixes);
	return request.headers["x-forwarded-host"] as string | undefined;
}

describe("the host under which a preview is shown", () => {
	test("a page of the preview calls an action of its own app", () => {
		const origin = "https://abc--3000--def.local-corp.webcontainer-api.io";
		expect(forwardedHost({ host: "localhost:3000", origin })).toBe(new URL(origin).host);
		expect(forwardedHost({ host: "localhost:3000", origin: "https://a.example.io:8443" })).toBe(
			"a.example.io:8443",
		);
	});
	test("another site is still another site", () => {
		for (const origin of [
			"https://evil.example",
			"https://webcontainer-api.io.evil.example",
			"https://notwebcontainer-api.io",
			"null",
		])
			expect(forwardedHost({ host: "localhost:3000", origin }), origin).toBeUndefined();
	});
	test("nothing is changed without an origin, with the same host, or where the machine has no such hosts", () => {
		const origin = "https://a.webcontainer-api.io";
		expect(forwardedHost({ host: "localhost:3000" })).toBeUndefined();
		expect(forwardedHost({ host: "a.webcontainer-api.io", origin })).toBeUndefined();
		expect(forwardedHost({ host: "localhost:3000", origin }, previewHostsOf(undefined))).toBeUndefined();
	});
});
