import { createHash, timingSafeEqual } from "node:crypto";
import { SandboxError } from "@/lib/sandbox/errors";
import { PEER_HEADER } from "@/lib/util/peer-stamp";
import { TOKEN_HEADER } from "../wire";

/** What the guard looks at; header values as they came, `null` where there is none. */
export interface RequestFacts {
	method: string;
	/** `http:` or `https:`, as the server itself was asked. */
	protocol: string;
	host: string | null;
	origin: string | null;
	/** `Sec-Fetch-Site`, which browsers send and scripts in them cannot forge. */
	fetchSite: string | null;
	/** Set by a proxy, or by Next.js itself, which copies `Host` and the connection's address. */
	forwardedHost: string | null;
	forwardedFor: string | null;
	/** The connection's own address, from {@link stampPeers}. */
	peer: string | null;
	token: string | null;
}

export interface GuardOptions {
	enabled: boolean;
	/** The per-boot token, or `null` for the one request that hands it out. */
	token: string | null;
	/** Whether {@link stampPeers} is at work, so that a missing address is a refusal. */
	peerKnown: boolean;
	/** Names of this computer in its network, where people at other computers may have machines here. */
	guestNames?: readonly string[];
}

export function factsOf(request: Request): RequestFacts {
	const header = (name: string) => request.headers.get(name);
	return {
		method: request.method,
		protocol: new URL(request.url).protocol,
		host: header("host"),
		origin: header("origin"),
		fetchSite: header("sec-fetch-site"),
		forwardedHost: header("x-forwarded-host"),
		forwardedFor: header("x-forwarded-for"),
		peer: header(PEER_HEADER),
		token: header(TOKEN_HEADER),
	};
}

/**
 * Whether a request may command this computer: it comes from this computer, from a page of the playground itself (a
 * page of another site, or of a name that was rebound to this computer, does not), and knows the token of this boot.
 * @returns the refusal, or `null` when it may pass
 */
export function refusalOf(facts: RequestFacts, options: GuardOptions): SandboxError | null {
	if (!options.enabled)
		return new SandboxError(
			"unsupported",
			"This playground was set up not to run sandboxes on the computer that it is served from.",
		);
	const guest = isGuest(facts, options);
	if (
		!guest &&
		(!isLoopbackHost(facts.host) || (facts.forwardedHost !== null && !isLoopbackHost(facts.forwardedHost)))
	)
		return forbidden(
			"Sandboxes run only for the computer that the playground runs on. Open it as http://localhost with its port.",
		);
	const addresses = facts.forwardedFor?.split(",") ?? [];
	if (options.peerKnown) addresses.push(facts.peer ?? "");
	if (!guest && !addresses.every((address) => isLoopbackAddress(address.trim())))
		return forbidden(
			"This request came over the network; sandboxes run only for the computer that the playground runs on. Start the playground on your own computer.",
		);
	// A browser leaves Origin out of same-origin GETs only, and Sec-Fetch-Site says where a request without one came from.
	if (
		facts.origin !== null &&
		facts.origin.toLowerCase() !== `${facts.protocol}//${facts.host}`.toLowerCase()
	)
		return forbidden("This request came from a page of another origin, so it was refused.");
	if (facts.fetchSite !== null && facts.fetchSite !== "same-origin" && facts.fetchSite !== "none")
		return forbidden("This request came from another site, so it was refused.");
	if (options.token !== null && !sameSecret(facts.token, options.token))
		return forbidden(
			"The playground was restarted, or this page is not one of its own. Reload the page; your code is kept.",
		);
	return null;
}

/** Whether a request is somebody's at another computer of the network, by a name of this one, who may come. */
export function isGuest(facts: RequestFacts, { guestNames = [], peerKnown }: GuardOptions): boolean {
	const name = facts.host?.toLowerCase().replace(/:\d{1,5}$/, "") ?? "";
	const forwarded = facts.forwardedHost;
	// Next.js writes the one from the other; a proxy would write its own.
	const direct = forwarded === null || forwarded === facts.host;
	return direct && peerKnown && facts.peer !== null && facts.peer !== "" && guestNames.includes(name);
}

/** `localhost`, a name below it, 127.0.0.1 or [::1], with any port. A trailing dot is another origin: refused. */
export function isLoopbackHost(host: string | null): boolean {
	return host !== null && /^(?:(?:[a-z0-9-]+\.)*localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i.test(host);
}

/** 127.0.0.0/8 or ::1, also as an IPv4 address inside an IPv6 one. */
export function isLoopbackAddress(address: string): boolean {
	return address === "::1" || /^(?:::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/i.test(address);
}

/** Compares digests, so that neither the time nor the length says how much of a guess is right. */
function sameSecret(given: string | null, secret: string): boolean {
	const digest = (text: string) => createHash("sha256").update(text).digest();
	return given !== null && timingSafeEqual(digest(given), digest(secret));
}

function forbidden(message: string): SandboxError {
	return new SandboxError("forbidden", message);
}
