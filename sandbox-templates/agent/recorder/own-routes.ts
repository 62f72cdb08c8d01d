import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import {
	CLEAR_COOKIES_PATH,
	KEY_HEADER,
	LATENCY_PATH,
	RESET_CACHES_PATH,
	SECOND_BROWSER_PATH,
} from "../names";

/** Next.js gives every cached value of every route this implicit tag: `revalidatePath("/", "layout")` expires it. */
const EVERYTHING_TAG = "_N_T_/layout";

/** What the agent may ask of the recorder. */
export interface Controls {
	/** Milliseconds by which requests of browsers are held back from now on. */
	setLatency(ms: number): void;
	/** Resolves with the port of the second browser. */
	openSecondBrowser(): Promise<number>;
}

/**
 * Answers the few requests that are meant for the sandbox, not for the app. They stand before Next.js, so they work
 * while the app does not compile, and no route of theirs shows in the app or in its build output.
 * Gives whether it took the request.
 */
export function answerOwnRequest(
	request: IncomingMessage,
	response: ServerResponse,
	key: string,
	controls: Controls,
): boolean {
	const [path, query = ""] = request.url?.split("?") ?? [];
	if (path === CLEAR_COOKIES_PATH && request.method === "GET") {
		clearCookiesAndGo(request, response);
		return true;
	}
	if (request.method !== "POST") return false;
	if (path === CLEAR_COOKIES_PATH) {
		clearCookies(request, response);
		return true;
	}
	const command =
		path === RESET_CACHES_PATH
			? () => resetCaches(response)
			: path === LATENCY_PATH
				? () => setLatency(controls, query, response)
				: path === SECOND_BROWSER_PATH
					? () => openSecondBrowser(controls, response)
					: null;
	if (command === null) return false;
	if (request.headers[KEY_HEADER] === key) command();
	else finish(response, 403);
	return true;
}

function clearCookies(request: IncomingMessage, response: ServerResponse): void {
	if (!isSameOrigin(request)) {
		finish(response, 403);
		return;
	}
	response.setHeader("Set-Cookie", cookieNames(request.headers.cookie ?? "").flatMap(expiredCookies));
	finish(response, 204);
}

/**
 * `GET …?to=/page`, the way a check's first page load takes: the browser drops its cookies and goes on to a page of
 * this app. A framed navigation from the product comes from another port of the same host, so `same-site` is right
 * here; a page of another site is refused.
 */
function clearCookiesAndGo(request: IncomingMessage, response: ServerResponse): void {
	const to = new URL(request.url ?? "/", "http://app").searchParams.get("to") ?? "/";
	const isOwnPath = to.startsWith("/") && new URL(to, "http://app").host === "app";
	if (!isOwnPath || request.headers["sec-fetch-site"] === "cross-site") {
		finish(response, 403);
		return;
	}
	response.setHeader("Set-Cookie", cookieNames(request.headers.cookie ?? "").flatMap(expiredCookies));
	response.setHeader("Location", to);
	finish(response, 303);
}

/** Another page must not be able to sign a learner out: browsers name themselves in these two headers. */
function isSameOrigin(request: IncomingMessage): boolean {
	const site = request.headers["sec-fetch-site"];
	if (site !== undefined && site !== "same-origin") return false;
	const { origin, host } = request.headers;
	return origin === undefined || origin === `http://${host}`;
}

export function cookieNames(header: string): string[] {
	const names = header.split(";").map((pair) => pair.split("=")[0]?.trim() ?? "");
	return [...new Set(names.filter((name) => name !== ""))];
}

/** A cookie is only replaced by one of its own kind: a partitioned one needs `Partitioned`, a prefixed one `Secure`. */
export function expiredCookies(name: string): string[] {
	const expired = `${name}=; Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT`;
	return [
		/^__(host|secure)-/i.test(name) ? `${expired}; Secure` : expired,
		`${expired}; Secure; SameSite=None; Partitioned`,
	];
}

/**
 * Expires the data cache and the rendered pages, as `revalidatePath("/", "layout")` in a route handler would. Next.js
 * keeps this module outside its bundles, so the server looks at the same object. Seen in 16.3.7; a test guards it.
 */
function resetCaches(response: ServerResponse): void {
	const { tagsManifest } = createRequire(join(process.cwd(), "package.json"))(
		"next/dist/server/lib/incremental-cache/tags-manifest.external.js",
	) as { tagsManifest: Map<string, { stale?: number; expired?: number }> };
	const now = Date.now();
	tagsManifest.set(EVERYTHING_TAG, { stale: now, expired: now });
	finish(response, 204);
}

function setLatency(controls: Controls, query: string, response: ServerResponse): void {
	const ms = Number(query);
	if (query === "" || !(ms >= 0)) {
		finish(response, 400);
		return;
	}
	controls.setLatency(ms);
	finish(response, 204);
}

function openSecondBrowser(controls: Controls, response: ServerResponse): void {
	controls.openSecondBrowser().then(
		(port) => response.end(String(port)),
		() => finish(response, 500),
	);
}

function finish(response: ServerResponse, status: number): void {
	response.statusCode = status;
	response.setHeader("Cache-Control", "no-store");
	response.end();
}
