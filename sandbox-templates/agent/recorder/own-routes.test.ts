import type { IncomingMessage, ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import { answerOwnRequest } from "./own-routes";

function ask(method: string, url: string, headers: Record<string, string> = {}) {
	const sent: { status: number; cookies: string[]; location?: string; latency?: number } = {
		status: 0,
		cookies: [],
	};
	const response = {
		statusCode: 200,
		setHeader(name: string, value: string | string[]) {
			if (name === "Set-Cookie") sent.cookies = value as string[];
			if (name === "Location") sent.location = value as string;
		},
		end() {
			sent.status = this.statusCode;
		},
	};
	const request = { method, url, headers } as unknown as IncomingMessage;
	const controls = {
		setLatency: (ms: number) => {
			sent.latency = ms;
		},
		openSecondBrowser: async () => 4001,
	};
	const taken = answerOwnRequest(request, response as unknown as ServerResponse, "key", controls);
	return { taken, ...sent };
}

describe("clearing cookies", () => {
	const path = "/__sandbox/clear-cookies";

	test("expires every cookie the request carries, partitioned and prefixed ones too", () => {
		const { taken, status, cookies } = ask("POST", path, {
			cookie: "a=1; __Host-b=2=3; a=1",
			host: "localhost:1",
			origin: "http://localhost:1",
			"sec-fetch-site": "same-origin",
		});
		expect([taken, status]).toEqual([true, 204]);
		expect(cookies).toEqual([
			"a=; Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
			"a=; Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Secure; SameSite=None; Partitioned",
			"__Host-b=; Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Secure",
			"__Host-b=; Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Secure; SameSite=None; Partitioned",
		]);
	});

	test("is for the preview itself only", () => {
		expect(
			ask("POST", path, { cookie: "a=1", host: "localhost:1", origin: "http://localhost:2" }),
		).toMatchObject({
			status: 403,
			cookies: [],
		});
		expect(
			ask("POST", path, { cookie: "a=1", host: "localhost:1", "sec-fetch-site": "same-site" }),
		).toMatchObject({
			status: 403,
		});
	});

	test("sends a page load on to a page of this app, without its cookies", () => {
		const go = (to: string, headers = {}) =>
			ask("GET", `${path}?to=${encodeURIComponent(to)}`, { cookie: "a=1", ...headers });
		expect(go("/posts?x=1", { "sec-fetch-site": "same-site" })).toMatchObject({
			status: 303,
			location: "/posts?x=1",
		});
		expect(go("/").cookies[0]).toContain("a=; Path=/; Max-Age=0");
		for (const elsewhere of ["//evil.example/", "https://evil.example/", "/\\evil.example", "page"]) {
			expect(go(elsewhere)).toMatchObject({ status: 403, cookies: [] });
		}
		expect(go("/", { "sec-fetch-site": "cross-site" })).toMatchObject({ status: 403, cookies: [] });
	});

	test("leaves everything else to the app", () => {
		expect(ask("PUT", path).taken).toBe(false);
		expect(ask("POST", "/__sandbox/other").taken).toBe(false);
		expect(ask("POST", "/").taken).toBe(false);
	});
});

test("the latency is set by the agent only, to a number", () => {
	const key = { "x-sandbox-key": "key" };
	expect(ask("POST", "/__sandbox/latency?2000", key)).toMatchObject({
		taken: true,
		status: 204,
		latency: 2000,
	});
	expect(ask("POST", "/__sandbox/latency?soon", key)).toMatchObject({ status: 400 });
	const stranger = ask("POST", "/__sandbox/latency?2000");
	expect([stranger.status, stranger.latency]).toEqual([403, undefined]);
	expect(ask("POST", "/__sandbox/second-browser").status).toBe(403);
});

test("resetting the caches is for the agent only", () => {
	expect(ask("POST", "/__sandbox/reset-caches")).toMatchObject({ taken: true, status: 403 });
	expect(ask("POST", "/__sandbox/reset-caches", { "x-sandbox-key": "guess" }).status).toBe(403);
	expect(ask("POST", "/__sandbox/reset-caches", { "x-sandbox-key": "key" }).status).toBe(204);
});
