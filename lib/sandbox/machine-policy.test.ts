import { describe, expect, test } from "vitest";
import { policyOf } from "./machine-policy";

describe("the policy of a server", () => {
	const offered = (environment: Record<string, string>) => policyOf(environment).offered;

	test("both machines, for one's own computer, unless told otherwise", () => {
		expect(policyOf({})).toEqual({ offered: ["local", "webcontainer"], hosted: false, apiKey: null });
		const empty = { PLAYGROUND_MACHINES: " ", PLAYGROUND_HOSTED: "", PLAYGROUND_WEBCONTAINER_API_KEY: " " };
		expect(policyOf(empty)).toEqual(policyOf({}));
	});
	test("PLAYGROUND_MACHINES names them", () => {
		expect(offered({ PLAYGROUND_MACHINES: "webcontainer" })).toEqual(["webcontainer"]);
		expect(offered({ PLAYGROUND_MACHINES: "local" })).toEqual(["local"]);
		expect(offered({ PLAYGROUND_MACHINES: " webcontainer , local," })).toEqual(["webcontainer", "local"]);
	});
	test("a hosted site runs nobody's code on its own computer", () => {
		expect(policyOf({ PLAYGROUND_HOSTED: "on" })).toMatchObject({ offered: ["webcontainer"], hosted: true });
		expect(offered({ PLAYGROUND_HOSTED: "on", PLAYGROUND_MACHINES: "local,webcontainer" })).toEqual([
			"webcontainer",
		]);
		expect(offered({ PLAYGROUND_HOSTED: "off" })).toEqual(["local", "webcontainer"]);
	});
	test("PLAYGROUND_LOCAL_MACHINES=off takes the local one away", () => {
		expect(offered({ PLAYGROUND_LOCAL_MACHINES: "off" })).toEqual(["webcontainer"]);
		expect(offered({ PLAYGROUND_LOCAL_MACHINES: "on" })).toEqual(["local", "webcontainer"]);
	});
	test("the key of the service is handed on", () => {
		expect(policyOf({ PLAYGROUND_WEBCONTAINER_API_KEY: " wc_api_x " }).apiKey).toBe("wc_api_x");
	});
	test.each([
		[{ PLAYGROUND_MACHINES: "docker" }, /PLAYGROUND_MACHINES names "docker".*local and webcontainer/],
		[{ PLAYGROUND_HOSTED: "yes" }, /PLAYGROUND_HOSTED is "yes"/],
		[{ PLAYGROUND_LOCAL_MACHINES: "no" }, /PLAYGROUND_LOCAL_MACHINES is "no"/],
		[{ PLAYGROUND_HOSTED: "on", PLAYGROUND_MACHINES: "local" }, /names the local machine only/],
	])("%j is refused in words", (environment, words) => {
		expect(() => policyOf(environment as Record<string, string>)).toThrow(words);
	});
});
