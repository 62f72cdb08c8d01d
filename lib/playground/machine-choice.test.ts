import { describe, expect, test } from "vitest";
import { MACHINE_KINDS } from "@/lib/sandbox/machine-policy";
import {
	isLoopback,
	MACHINE_CHOICES,
	type MachineChoice,
	machineFromUrl,
	machineOrder,
} from "./machine-choice";

const L = "local";
const W = "webcontainer";

describe("which machines are tried", () => {
	const OWN = ["localhost", "LOCALHOST", "app.localhost", "127.0.0.1", "127.1.2.3", "[::1]"];
	const ELSEWHERE = [
		"learn.example",
		"192.168.0.7",
		"localhost.example",
		"notlocalhost",
		"127.0.0.1.example",
	];
	// Every choice on every kind of site, with both machines offered.
	const both: [MachineChoice, "own" | "elsewhere" | "hosted", string[]][] = [
		["auto", "own", [L, W]],
		["auto", "elsewhere", [W, L]],
		["auto", "hosted", [W, L]],
		[L, "own", [L, W]],
		[L, "elsewhere", [L, W]],
		[L, "hosted", [L, W]],
		[W, "own", [W, L]],
		[W, "elsewhere", [W, L]],
		[W, "hosted", [W, L]],
	];
	for (const [choice, place, order] of both) {
		for (const hostname of place === "elsewhere" ? ELSEWHERE : OWN) {
			test(`${choice} on ${hostname} (${place})`, () => {
				const policy = { offered: [...MACHINE_KINDS], hosted: place === "hosted", apiKey: null };
				expect(machineOrder({ policy, choice, hostname })).toEqual(order);
				// In whichever order the policy names them.
				const reversed = { ...policy, offered: [...MACHINE_KINDS].reverse() };
				expect(machineOrder({ policy: reversed, choice, hostname })).toEqual(order);
			});
		}
	}

	test("never one that is not offered, whatever is asked for", () => {
		for (const choice of MACHINE_CHOICES)
			for (const hosted of [true, false])
				for (const hostname of [...OWN, ...ELSEWHERE]) {
					for (const kind of MACHINE_KINDS)
						expect(
							machineOrder({ policy: { offered: [kind], hosted, apiKey: null }, choice, hostname }),
						).toEqual([kind]);
					expect(machineOrder({ policy: { offered: [], hosted, apiKey: null }, choice, hostname })).toEqual(
						[],
					);
				}
	});

	test("loopback", () => {
		expect(OWN.map(isLoopback)).toEqual(OWN.map(() => true));
		expect([...ELSEWHERE, "", "::1", "0.0.0.0"].map(isLoopback)).not.toContain(true);
	});
});

describe("the choice in an address", () => {
	test.each([
		["http://localhost:3000/lessons/a/b", null],
		["http://localhost:3000/lessons/a/b?machine=", null],
		["http://localhost:3000/lessons/a/b?machine=Local", null],
		["http://localhost:3000/lessons/a/b?machine=docker", null],
		["http://localhost:3000/lessons/a/b#machine=local", null],
		["not an address", null],
		["https://learn.example/?x=1&machine=auto", "auto"],
		["https://learn.example/?machine=local#step", "local"],
		["https://learn.example/?machine=webcontainer&machine=local", "webcontainer"],
	])("%s", (url, choice) => {
		expect(machineFromUrl(url)).toBe(choice);
	});
});
