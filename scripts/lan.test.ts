import { expect, test } from "vitest";
import { lanGreeting, readStartOptions } from "./lan";

const NO_MACHINES = { lanMachines: 0, isolation: null };

test("the greeting names every address, and has a code to scan", async () => {
	const text = await lanGreeting(3000, NO_MACHINES, ["192.168.1.20", "10.0.0.5"]);
	expect(text).toContain("http://192.168.1.20:3000 or http://10.0.0.5:3000");
	expect(text).toMatch(/[▀▄█]{10}/);
});

test("a computer in no network is told so", async () => {
	expect(await lanGreeting(3000, NO_MACHINES, [])).toMatch(/in no network/);
});

test("whoever lets other people's apps run here is warned, and nobody else", async () => {
	const isolation = { system: null, why: "bubblewrap (bwrap) is not installed" };
	const text = await lanGreeting(3000, { lanMachines: 4, isolation }, ["192.168.1.20"]);
	expect(text).toMatch(/WARNING: up to 4 apps of other people/);
	expect(text).toMatch(/NOT isolated: bubblewrap \(bwrap\) is not installed/);
	expect(await lanGreeting(3000, NO_MACHINES, ["192.168.1.20"])).not.toMatch(/WARNING/);
});

test("where their apps are shut in, that is said instead, and what they still share", async () => {
	const system = { bwrap: "/usr/bin/bwrap", node: "/usr/bin/node", product: "/p", home: "/h" };
	const text = await lanGreeting(3000, { lanMachines: 4, isolation: { system } }, ["192.168.1.20"]);
	expect(text).toMatch(/Up to 4 apps of other people run on this computer, isolated/);
	expect(text).toMatch(/shares processors/);
	expect(text).not.toMatch(/WARNING/);
});

test("an option that there is not, or that says nothing, is refused", () => {
	expect(readStartOptions([])).toEqual({ lan: false, lanMachines: 0 });
	expect(readStartOptions(["--lan"])).toEqual({ lan: true, lanMachines: 0 });
	expect(readStartOptions(["--lan", "--lan-machines", "4"])).toEqual({ lan: true, lanMachines: 4 });
	expect(() => readStartOptions(["--wan"])).toThrow(/'--wan'.*npm start -- --lan/);
	for (const many of ["four", "-1", "1.5", "33", ""])
		expect(() => readStartOptions(["--lan", `--lan-machines=${many}`])).toThrow(/whole number/);
	expect(() => readStartOptions(["--lan-machines", "4"])).toThrow(/goes with --lan/);
});
