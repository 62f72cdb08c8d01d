import { type HubError, hubError } from "../contract";

/** What the guard looks at; header values as they came, `null` where there is none. */
export interface HubRequestFacts {
	host: string | null;
	/** Of a proxy that stands before a hosted playground. */
	forwardedHost: string | null;
	origin: string | null;
	/** `Sec-Fetch-Site`, which scripts in a browser cannot forge. */
	fetchSite: string | null;
}

export interface HubGuardOptions {
	/** For people who are elsewhere: by whatever name its proxy gives it. */
	hosted: boolean;
	/** Listens for other computers of the network. */
	lan: boolean;
	/** Names and addresses of this computer, without ports. */
	ownNames: readonly string[];
	/** Also for a learner's own playground, see {@link isOwnPlayground}. */
	forLearners?: boolean;
}

/**
 * Whether a request may come to the hub at all: to a name that is this playground's own (a name that somebody rebound
 * to this computer is not), and not from a page of another site. Who is asking is decided later, by the secret.
 * @returns the refusal, or `null` when it may pass
 */
export function refusalOf(facts: HubRequestFacts, options: HubGuardOptions): HubError | null {
	const { hosted, lan, ownNames } = options;
	const host = facts.host?.toLowerCase() ?? null;
	const name = host === null ? null : nameOf(host);
	if (name === null || host === null) return wrong("The request does not say to which address it goes.");
	const known = hosted || isLoopback(name) || (lan && ownNames.includes(name));
	if (!known)
		return wrong(
			"The playground was opened by a name that is not its own. Use the address that it printed when it started.",
		);
	if (options.forLearners && (hosted || !isLoopback(name)) && isOwnPlayground(facts.origin)) return null;
	const hosts = hosted && facts.forwardedHost ? [host, facts.forwardedHost.toLowerCase()] : [host];
	if (facts.origin !== null && !hosts.some((one) => originIs(facts.origin, one)))
		return wrong("This request came from a page of another origin, so it was refused.");
	if (facts.fetchSite !== null && facts.fetchSite !== "same-origin" && facts.fetchSite !== "none")
		return wrong("This request came from another site, so it was refused.");
	return null;
}

/**
 * Whether a page is of a playground that somebody runs on their own computer: their apps run there, their room is here.
 * It brings a secret of its own and no cookie, so what other page of that computer it might be makes no difference.
 */
export function isOwnPlayground(origin: string | null): origin is string {
	return origin !== null && /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/.test(origin);
}

function nameOf(host: string): string | null {
	const match = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/.exec(host);
	return match?.[1] ?? null;
}

function isLoopback(name: string): boolean {
	return /^(?:(?:[a-z0-9-]+\.)*localhost|127\.0\.0\.1|\[::1\])$/.test(name);
}

function originIs(origin: string | null, host: string): boolean {
	const lower = origin?.toLowerCase();
	return lower === `http://${host}` || lower === `https://${host}`;
}

function wrong(message: string): HubError {
	return hubError("wrong-origin", message);
}
