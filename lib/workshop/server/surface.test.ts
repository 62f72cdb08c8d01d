import { afterEach, expect, test, vi } from "vitest";
import { ownNames } from "@/lib/util/own-names";
import { hubPaths } from "../contract";
import { Hub } from "./hub";
import * as surface from "./surface";
import { fetchOf } from "./test-fetch";

/** Nobody has made a room, so no store is opened. */
const hub = new Hub({
	open: () => Promise.reject(new Error("no store")),
	mayHaveRooms: async () => false,
});
const own = "http://localhost:4000";
const here = { host: `${ownNames()[0] ?? "desk.local"}:3000` };

afterEach(() => vi.unstubAllEnvs());

const asked = (origin: string) =>
	new Request("http://localhost:3000/api/rooms/ACDEFG/join", {
		method: "OPTIONS",
		headers: { ...here, origin },
	});

test("the page of a learner's own playground may read the answers that are for learners, refusals too", async () => {
	vi.stubEnv("PLAYGROUND_LAN", "on");
	vi.stubEnv("PLAYGROUND_HOSTED", "on");
	const fetch = fetchOf(hub, { ...here, origin: own, "sec-fetch-site": "cross-site" });
	const door = await fetch(hubPaths.room("ACDEFG"));
	expect(door.status).toBe(404);
	expect(door.headers.get("access-control-allow-origin")).toBe(own);
	expect(door.headers.get("access-control-allow-credentials")).toBeNull();
	const allowed = await surface.preflight(asked(own));
	expect([allowed.status, allowed.headers.get("access-control-allow-origin")]).toEqual([204, own]);
	expect(allowed.headers.get("access-control-allow-headers")).toContain("authorization");
});

test.each([hubPaths.commands("ACDEFG"), hubPaths.rooms, hubPaths.helpers("ACDEFG")])(
	"it may not do what is the staff's: %s",
	async (path) => {
		vi.stubEnv("PLAYGROUND_HOSTED", "on");
		const fetch = fetchOf(hub, { ...here, origin: own, "sec-fetch-site": "cross-site" });
		const response = await fetch(path, { method: "POST", body: "{}" });
		expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([403, null]);
	},
);

test("no other page is let in, and none at all where nobody comes from elsewhere", async () => {
	vi.stubEnv("PLAYGROUND_HOSTED", "on");
	const evil = await surface.preflight(asked("http://evil.example"));
	expect([evil.status, evil.headers.get("access-control-allow-origin")]).toEqual([403, null]);
	vi.unstubAllEnvs();
	const fetch = fetchOf(hub, { host: "localhost:3000", origin: own, "sec-fetch-site": "same-site" });
	const response = await fetch(hubPaths.room("ACDEFG"));
	expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([403, null]);
});

test("how many apps of others run here is said only where they may", async () => {
	const machines = async () =>
		((await (await fetchOf(hub)(hubPaths.network)).json()) as { machines: number }).machines;
	vi.stubEnv("PLAYGROUND_LAN_MACHINES", "3");
	expect(await machines()).toBe(0);
	vi.stubEnv("PLAYGROUND_LAN", "on");
	expect(await machines()).toBe(3);
});
