import http, { type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * Cookies know hosts, not ports: two previews of one app under one name would share theirs. The second browser therefore
 * comes by a port of its own, and its cookies bear this prefix in the real browser. The app never sees it, and neither
 * browser's requests carry the other's cookies. (Scripts of a page see both kinds in `document.cookie`.)
 */
export const COOKIE_PREFIX = "playground-second.";

/** Listens on `port` (0: a free one) for the second browser and hands its requests to `nextServer`. Resolves with the port. */
export function openSecondPort(nextServer: http.Server, port = 0): Promise<number> {
	const server = http.createServer();
	// What the first one allows and waits for.
	server.keepAliveTimeout = nextServer.keepAliveTimeout;
	server.requestTimeout = nextServer.requestTimeout;
	server.on("request", (request: IncomingMessage, response: ServerResponse) => {
		separateCookies(request, "second");
		prefixSetCookies(response);
		nextServer.emit("request", request, response);
	});
	// Hot reloading.
	server.on("upgrade", (request, socket, head) => {
		separateCookies(request, "second");
		nextServer.emit("upgrade", request, socket, head);
	});
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, (nextServer.address() as AddressInfo).address, () => {
			resolve((server.address() as AddressInfo).port);
		});
	});
}

const seen = new WeakSet<IncomingMessage>();

/** Leaves a request the cookies of its own browser only, under the names that the app has given them. Once a request. */
export function separateCookies(request: IncomingMessage, browser: "first" | "second"): void {
	if (seen.has(request)) return;
	seen.add(request);
	const { cookie } = request.headers;
	if (cookie === undefined || (browser === "first" && !cookie.includes(COOKIE_PREFIX))) return;
	const pairs = cookie
		.split(/;\s*/)
		.filter((pair) => pair.startsWith(COOKIE_PREFIX) === (browser === "second"))
		.map((pair) => (browser === "second" ? pair.slice(COOKIE_PREFIX.length) : pair));
	setCookieHeader(request, pairs.join("; "));
}

function setCookieHeader(request: IncomingMessage, cookie: string): void {
	const raw = request.rawHeaders;
	for (let index = raw.length - 2; index >= 0; index -= 2) {
		if (raw[index]?.toLowerCase() !== "cookie") continue;
		if (cookie === "") raw.splice(index, 2);
		else raw[index + 1] = cookie;
	}
	if (cookie === "") delete request.headers.cookie;
	else request.headers.cookie = cookie;
}

/** Has the browser keep the response's cookies under prefixed names. */
export function prefixSetCookies(response: ServerResponse): void {
	const { writeHead } = response;
	response.writeHead = ((...args: unknown[]) => {
		const set = response.getHeader("set-cookie");
		if (set !== undefined) response.setHeader("Set-Cookie", [set].flat().map(prefixed));
		return Reflect.apply(writeHead, response, args.map(withPrefixes));
	}) as typeof writeHead;
}

const prefixed = (cookie: unknown) => `${COOKIE_PREFIX}${String(cookie)}`;

/** The headers that `writeHead` may be given: an object, or a flat list of names and values. */
function withPrefixes(argument: unknown): unknown {
	if (typeof argument !== "object" || argument === null) return argument;
	const isSetCookie = (name: unknown) => String(name).toLowerCase() === "set-cookie";
	if (Array.isArray(argument)) {
		return argument.map((value, index) =>
			index % 2 === 1 && isSetCookie(argument[index - 1]) ? [value].flat().map(prefixed) : value,
		);
	}
	return Object.fromEntries(
		Object.entries(argument).map(([name, value]) => [
			name,
			isSetCookie(name) ? [value].flat().map(prefixed) : value,
		]),
	);
}

/** A `Set-Cookie` header as the app meant it. */
export function withoutPrefix(setCookie: string): string {
	return setCookie.startsWith(COOKIE_PREFIX) ? setCookie.slice(COOKIE_PREFIX.length) : setCookie;
}
