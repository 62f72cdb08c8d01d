import { expect, test } from "vitest";
import { lanGreeting, readStartOptions } from "./lan";

test("the greeting names every address, and has a code to scan", async () => {
	const text = await lanGreeting(3000, ["192.168.1.20", "10.0.0.5"]);
	expect(text).toContain("http://192.168.1.20:3000 or http://10.0.0.5:3000");
	expect(text).toMatch(/[▀▄█]{10}/);
});

test("a computer in no network is told so", async () => {
	expect(await lanGreeting(3000, [])).toMatch(/in no network/);
});

test("an option that there is not is refused", () => {
	expect(readStartOptions([])).toEqual({ lan: false });
	expect(readStartOptions(["--lan"])).toEqual({ lan: true });
	expect(() => readStartOptions(["--wan"])).toThrow(/no option --wan/);
});
