import { describe, expect, it } from "vitest";
import {
	factsOf,
	type GuardOptions,
	isLoopbackAddress,
	isLoopbackHost,
	type RequestFacts,
	refusalOf,
} from "./guard";

const TOKEN = "the token of this boot";
const options: GuardOptions = { enabled: true, token: TOKEN, peerKnown: false };
const own: RequestFacts = {
	method: "POST",
	protocol: "http:",
	host: "localhost:3000",
	origin: "http://localhost:3000",
	fetchSite: "same-origin",
	forwardedHost: "localhost:3000",
	forwardedFor: "::1",
	peer: null,
	token: TOKEN,
};
const refused = (facts: Partial<RequestFacts>, more: Partial<GuardOptions> = {}) =>
	refusalOf({ ...own, ...facts }, { ...options, ...more })?.code ?? null;

describe("who may command this computer", () => {
	it("a page of the playground", () => {
		expect(refused({})).toBeNull();
		expect(refused({ method: "GET", origin: null })).toBeNull();
	});

	it("a program of this computer that knows the token", () => {
		const plain = { origin: null, fetchSite: null, forwardedHost: null, forwardedFor: null };
		expect(refused(plain)).toBeNull();
		expect(refused({ ...plain, token: null })).toBe("forbidden");
	});

	it("an address typed by the person (Sec-Fetch-Site: none)", () => {
		expect(refused({ method: "GET", origin: null, fetchSite: "none" })).toBeNull();
	});

	it("nobody where local machines are off, not even with the token", () => {
		expect(refused({}, { enabled: false })).toBe("unsupported");
	});
});

describe("Host", () => {
	const loopback = [
		"localhost",
		"LOCALHOST:80",
		"localhost:3000",
		"a.b.localhost:3000",
		"127.0.0.1:1",
		"[::1]:3000",
	];
	it.each(loopback)("%s is this computer", (host) => expect(isLoopbackHost(host)).toBe(true));

	const foreign = [
		"",
		"evil.example",
		"evil.example:3000",
		"localhost.evil.example",
		"evil-localhost",
		"notlocalhost:3000",
		"localhost.",
		"localhost.:3000",
		"localhost:3000@evil.example",
		"evil.example#localhost",
		"localhost:",
		"localhost:123456",
		"localhost:80:80",
		"localhost, evil.example",
		" localhost",
		"localhost\n",
		"127.0.0.1.nip.io",
		"127.0.0.2",
		"127.1",
		"0.0.0.0:3000",
		"2130706433",
		"0x7f.0.0.1",
		"192.168.1.5:3000",
		"[::]:3000",
		"[::ffff:127.0.0.1]",
		"::1",
		".localhost",
		"..localhost",
	];
	it.each(foreign)("%j is not", (host) => expect(isLoopbackHost(host)).toBe(false));

	it("of a name that was rebound to this computer is refused, although Origin agrees with it", () => {
		const rebound = { host: "evil.example:3000", origin: "http://evil.example:3000", forwardedHost: null };
		expect(refused(rebound)).toBe("forbidden");
		expect(refused({ ...rebound, method: "GET", origin: null }, { token: null })).toBe("forbidden");
	});

	it("is required", () => expect(refused({ host: null, origin: null })).toBe("forbidden"));

	it("that a proxy saw must be this computer as well", () => {
		expect(refused({ forwardedHost: "play.example" })).toBe("forbidden");
		expect(refused({ forwardedHost: null })).toBeNull();
	});
});

describe("Origin and Sec-Fetch-Site", () => {
	const foreign = [
		"http://evil.example",
		"null",
		"",
		"https://localhost:3000",
		"http://localhost",
		"http://localhost:3001",
		"http://127.0.0.1:3000",
		"http://sub.localhost:3000",
		"http://localhost:3000.evil.example",
		"http://localhost:3000/",
		"localhost:3000",
	];
	it.each(foreign)("refuses Origin %j", (origin) => {
		for (const method of ["GET", "POST", "DELETE"]) expect(refused({ method, origin })).toBe("forbidden");
		expect(refused({ origin, fetchSite: null })).toBe("forbidden");
	});

	it("compares the scheme that the server was asked with", () => {
		const secure = { protocol: "https:", origin: "https://localhost:3000" };
		expect(refused(secure)).toBeNull();
		expect(refused({ ...secure, origin: "http://localhost:3000" })).toBe("forbidden");
	});

	it("takes host names in any case", () => expect(refused({ host: "LocalHost:3000" })).toBeNull());

	it.each(["cross-site", "same-site", "", "anything"])("refuses Sec-Fetch-Site %j", (fetchSite) => {
		for (const method of ["GET", "POST"]) {
			expect(refused({ method, fetchSite })).toBe("forbidden");
			expect(refused({ method, fetchSite, origin: null }, { token: null })).toBe("forbidden");
		}
	});
});

describe("the token", () => {
	it.each([null, "", "the token", `${TOKEN}x`, TOKEN.toUpperCase(), ` ${TOKEN}`])("refuses %j", (token) => {
		for (const method of ["GET", "POST", "DELETE"]) expect(refused({ method, token })).toBe("forbidden");
	});

	it("is not asked for where it is handed out, and everything else is", () => {
		expect(refused({ method: "GET", token: null, origin: null }, { token: null })).toBeNull();
		expect(refused({ token: null, host: "evil.example" }, { token: null })).toBe("forbidden");
		expect(refused({ token: null, origin: "http://localhost:42001" }, { token: null })).toBe("forbidden");
	});
});

describe("the connection", () => {
	it.each(["127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1"])("%s is this computer", (address) => {
		expect(isLoopbackAddress(address)).toBe(true);
		expect(refused({ peer: address }, { peerKnown: true })).toBeNull();
	});

	it.each([
		"",
		"192.168.1.5",
		"10.0.0.1",
		"::",
		"fe80::1",
		"::ffff:10.0.0.1",
		"1127.0.0.1",
		"127.0.0.1.example",
	])("%j is not, whatever the other headers say", (address) => {
		expect(isLoopbackAddress(address)).toBe(false);
		expect(refused({ peer: address, forwardedFor: "127.0.0.1" }, { peerKnown: true })).toBe("forbidden");
	});

	it("must be known where it can be", () =>
		expect(refused({ peer: null }, { peerKnown: true })).toBe("forbidden"));

	it("of every hop must be this computer", () => {
		expect(refused({ forwardedFor: "192.168.1.5" })).toBe("forbidden");
		expect(refused({ forwardedFor: "127.0.0.1, 192.168.1.5" })).toBe("forbidden");
		expect(refused({ forwardedFor: "127.0.0.1, ::1" })).toBeNull();
	});
});

it("reads its facts from a request", () => {
	const headers = {
		host: "localhost:3000",
		origin: "http://localhost:3000",
		"sec-fetch-site": "same-origin",
		"x-forwarded-host": "localhost:3000",
		"x-forwarded-for": "::1",
		"x-playground-token": TOKEN,
	};
	const request = new Request("http://localhost:3000/api/machines", { method: "POST", headers });
	expect(factsOf(request)).toEqual(own);
});

describe("guests", () => {
	const guest: Partial<RequestFacts> = {
		host: "192.168.1.20:3000",
		origin: "http://192.168.1.20:3000",
		forwardedHost: "192.168.1.20:3000",
		forwardedFor: "192.168.1.7",
		peer: "192.168.1.7",
	};
	const open: Partial<GuardOptions> = { peerKnown: true, guestNames: ["192.168.1.20", "desk.local"] };

	it("come by a name of this computer, with the token, from a page of the playground", () => {
		expect(refused(guest, open)).toBeNull();
		expect(refused({ ...guest, forwardedHost: null }, open)).toBeNull();
		const named = { host: "Desk.local:3000", forwardedHost: null, origin: "http://desk.local:3000" };
		expect(refused({ ...guest, ...named }, open)).toBeNull();
	});

	it("come nowhere else", () => expect(refused(guest, { peerKnown: true })).toBe("forbidden"));

	it.each<[string, Partial<RequestFacts>]>([
		[
			"a name that was rebound to this computer",
			{ host: "evil.example:3000", origin: "http://evil.example:3000" },
		],
		["a name that only begins like one", { host: "192.168.1.200:3000", origin: "http://192.168.1.200:3000" }],
		["another origin", { origin: "http://evil.example" }],
		["another port's page", { origin: "http://192.168.1.20:4001" }],
		["another site", { fetchSite: "cross-site" }],
		["no token", { token: null }],
		["a wrong token", { token: "wrong" }],
		["a proxy on the way", { forwardedHost: "play.example" }],
		["an unknown connection", { peer: null }],
		[
			"this computer's own name over the network",
			{ host: "localhost:3000", origin: "http://localhost:3000" },
		],
	])("are refused: %s", (_, facts) => expect(refused({ ...guest, ...facts }, open)).toBe("forbidden"));

	it("change nothing for this computer itself", () => {
		expect(refused({ peer: "127.0.0.1" }, open)).toBeNull();
		expect(refused({ peer: "192.168.1.7" }, open)).toBe("forbidden");
	});
});
