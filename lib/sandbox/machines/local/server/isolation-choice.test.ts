import { describe, expect, test } from "vitest";
import type { IsolationSystem } from "./isolation";
import { chooseIsolation } from "./isolation-choice";

const system: IsolationSystem = { bwrap: "/usr/bin/bwrap", node: "/usr/bin/node", product: "/p", home: "/h" };
const here = () => ({ system });
const missing = () => ({ missing: "bubblewrap (bwrap) is not installed" });
const never = () => {
	throw new Error("asked for nothing");
};
const LAN = { PLAYGROUND_LAN: "on", PLAYGROUND_LAN_MACHINES: "4" };

describe("machines are isolated", () => {
	test("where others' apps run, if this computer can", () => {
		expect(chooseIsolation(LAN, here)).toEqual({ system });
		expect(chooseIsolation({ ...LAN, PLAYGROUND_ISOLATION: "auto" }, missing)).toEqual({
			system: null,
			why: "bubblewrap (bwrap) is not installed",
		});
	});

	test("not for one person's own code, unless they say so", () => {
		expect(chooseIsolation({}, never).system).toBeNull();
		expect(chooseIsolation({ PLAYGROUND_LAN: "on" }, never).system).toBeNull();
		expect(chooseIsolation({ PLAYGROUND_ISOLATION: "on" }, here)).toEqual({ system });
	});

	test("not where it is switched off", () => {
		expect(chooseIsolation({ ...LAN, PLAYGROUND_ISOLATION: "off" }, never).system).toBeNull();
	});

	test("or nothing runs, where they must be and cannot", () => {
		expect(() => chooseIsolation({ PLAYGROUND_ISOLATION: "on" }, missing)).toThrow(
			/bubblewrap \(bwrap\) is not installed.*Nothing was started.*apt-get install bubblewrap/,
		);
		expect(() => chooseIsolation({ PLAYGROUND_ISOLATION: "yes" }, here)).toThrow(/can be on, off or auto/);
	});
});
