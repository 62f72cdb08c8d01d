import { afterEach, expect, test, vi } from "vitest";
import { loadMachinePolicy } from "./server-facts";

afterEach(() => vi.unstubAllGlobals());

test("a setting that is wrong is told in the server's words; what went wrong is not kept, what went well is", async () => {
	const answers = [
		Response.json({ message: 'PLAYGROUND_HOSTED is "yes"; it can be on or off.' }, { status: 500 }),
		new Response("busy", { status: 502 }),
		Response.json({ offered: ["local"], hosted: false, apiKey: null }),
	];
	const asked = vi.fn(async (_path: string) => answers.shift() ?? Response.error());
	vi.stubGlobal("fetch", asked);
	await expect(loadMachinePolicy()).rejects.toThrow('PLAYGROUND_HOSTED is "yes"');
	await expect(loadMachinePolicy()).rejects.toThrow("answered 502 instead of which machines there are");
	expect(await loadMachinePolicy()).toMatchObject({ offered: ["local"] });
	expect(await loadMachinePolicy()).toMatchObject({ offered: ["local"] });
	expect(asked.mock.calls).toEqual(Array(3).fill(["/api/machine-policy"]));
});
