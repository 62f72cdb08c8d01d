import { parseSetCookie } from "set-cookie-parser";
import type { CookieJar, StoredCookie } from "../types";

/**
 * A visitor's cookies for one app. Domain rules do not matter here (one host); path, expiry and attributes do.
 * `now` gives milliseconds since the epoch.
 */
export class MemoryCookieJar implements CookieJar {
	private readonly cookies = new Map<string, StoredCookie>();

	constructor(private readonly now: () => number = Date.now) {}

	get(name: string): StoredCookie | undefined {
		return this.all().find((cookie) => cookie.name === name);
	}

	set(name: string, value: string): void {
		this.put({ name, value, path: "/", httpOnly: false, secure: false, sameSite: "lax", expires: null });
	}

	all(): StoredCookie[] {
		this.dropExpired();
		return [...this.cookies.values()];
	}

	clear(): void {
		this.cookies.clear();
	}

	/** Takes in the `Set-Cookie` headers of an answer. */
	receive(setCookies: string[]): void {
		for (const cookie of parseSetCookies(setCookies, this.now())) this.put(cookie);
		this.dropExpired();
	}

	/** The `Cookie` header for a request to `path`, or `null` where there is nothing to send. */
	header(path: string): string | null {
		const pathname = path.split(/[?#]/, 1)[0] ?? "/";
		const pairs = this.all()
			.filter((cookie) => pathMatches(pathname, cookie.path))
			.map((cookie) => `${cookie.name}=${encodeURIComponent(cookie.value)}`);
		return pairs.length > 0 ? pairs.join("; ") : null;
	}

	private put(cookie: StoredCookie): void {
		this.cookies.set(`${cookie.name}\n${cookie.path}`, cookie);
	}

	private dropExpired(): void {
		const now = this.now();
		for (const [key, cookie] of this.cookies) {
			if (cookie.expires !== null && cookie.expires <= now) this.cookies.delete(key);
		}
	}
}

/** RFC 6265 §5.1.4. */
function pathMatches(requestPath: string, cookiePath: string): boolean {
	if (requestPath === cookiePath) return true;
	return (
		requestPath.startsWith(cookiePath) && (cookiePath.endsWith("/") || requestPath[cookiePath.length] === "/")
	);
}

/** `Set-Cookie` headers as cookies; `Max-Age` wins over `Expires` (RFC 6265 §4.1.2.2). */
export function parseSetCookies(headers: string[], now = Date.now()): StoredCookie[] {
	return parseSetCookie(headers, { decodeValues: true }).map((cookie) => ({
		name: cookie.name,
		value: cookie.value,
		path: cookie.path ?? "/",
		httpOnly: cookie.httpOnly ?? false,
		secure: cookie.secure ?? false,
		sameSite: sameSiteOf(cookie.sameSite),
		expires:
			cookie.maxAge !== undefined
				? now + cookie.maxAge * 1000
				: cookie.expires
					? cookie.expires.getTime()
					: null,
	}));
}

function sameSiteOf(value: string | undefined): StoredCookie["sameSite"] {
	const lower = value?.toLowerCase();
	return lower === "strict" || lower === "lax" || lower === "none" ? lower : null;
}
