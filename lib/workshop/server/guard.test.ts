import { expect, test } from "vitest";
import { type HubGuardOptions, type HubRequestFacts, refusalOf } from "./guard";

const facts = (more: Partial<HubRequestFacts>): HubRequestFacts => ({
	host: "localhost:3000",
	forwardedHost: null,
	origin: null,
	fetchSite: null,
	...more,
});
const here: HubGuardOptions = { hosted: false, lan: false, ownNames: [] };
const lan: HubGuardOptions = {
	hosted: false,
	lan: true,
	ownNames: ["192.168.1.20", "[fe80::1]", "desk.local"],
};
const hosted: HubGuardOptions = { hosted: true, lan: false, ownNames: [] };

test.each<[string, Partial<HubRequestFacts>, HubGuardOptions]>([
	["this computer", {}, here],
	["its own page", { origin: "http://localhost:3000", fetchSite: "same-origin" }, here],
	["another loopback name", { host: "127.0.0.1:3000" }, here],
	["the address of the LAN", { host: "192.168.1.20:3000", origin: "http://192.168.1.20:3000" }, lan],
	["an IPv6 address of the LAN", { host: "[fe80::1]:3000" }, lan],
	["its name on the LAN", { host: "Desk.local:3000", fetchSite: "none" }, lan],
	["a hosted playground", { host: "learn.example", origin: "https://learn.example" }, hosted],
	[
		"a proxy that keeps the name to itself",
		{ host: "127.0.0.1:3000", forwardedHost: "learn.example", origin: "https://learn.example" },
		hosted,
	],
	[
		"a learner's own playground, to a room of the LAN",
		{ host: "192.168.1.20:3000", origin: "http://localhost:3000", fetchSite: "cross-site" },
		{ ...lan, forLearners: true },
	],
	[
		"a learner's own playground, to a hosted room",
		{ host: "learn.example", origin: "http://127.0.0.1:4000", fetchSite: "cross-site" },
		{ ...hosted, forLearners: true },
	],
])("may come: %s", (_, more, options) => {
	expect(refusalOf(facts(more), options)).toBeNull();
});

test.each<[string, Partial<HubRequestFacts>, HubGuardOptions]>([
	[
		"a name rebound to this computer",
		{ host: "evil.example:3000", origin: "http://evil.example:3000" },
		here,
	],
	["a name rebound on the LAN", { host: "evil.example:3000" }, lan],
	["an address of the LAN when it is not open to it", { host: "192.168.1.20:3000" }, here],
	["another computer's address", { host: "192.168.1.21:3000" }, lan],
	["another origin", { origin: "http://evil.example" }, here],
	["another port", { origin: "http://localhost:4000", fetchSite: "same-site" }, here],
	["a frame without an origin", { origin: "null" }, here],
	["another site without an origin", { fetchSite: "cross-site" }, here],
	["another origin on a hosted one", { host: "learn.example", origin: "https://evil.example" }, hosted],
	[
		"a page of this computer's other port, to its own room",
		{ origin: "http://localhost:4000", fetchSite: "same-site" },
		{ ...lan, forLearners: true },
	],
	[
		"a learner's own playground, to what is not for learners",
		{ host: "192.168.1.20:3000", origin: "http://localhost:3000", fetchSite: "cross-site" },
		lan,
	],
	[
		"a page that looks like one",
		{ host: "192.168.1.20:3000", origin: "http://localhost.evil.example:3000" },
		{ ...lan, forLearners: true },
	],
	["no host", { host: null }, hosted],
	["a host that is none", { host: "a b" }, hosted],
])("is refused: %s", (_, more, options) => {
	expect(refusalOf(facts(more), options)?.code).toBe("wrong-origin");
});
