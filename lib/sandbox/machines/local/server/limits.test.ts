import { describe, expect, it } from "vitest";
import { idleMachines, type MachineUse, planRoom } from "./limits";

const use = (id: string, lastUsed: number, more: Partial<MachineUse> = {}): MachineUse => ({
	id,
	lastUsed,
	spare: false,
	streams: 0,
	...more,
});

describe("planRoom", () => {
	it("is free below the limit", () => {
		expect(planRoom([], 1, 0, 30)).toEqual({ kind: "free" });
		expect(planRoom([use("a", 0)], 2, 1_000, 30)).toEqual({ kind: "free" });
	});
	it("takes the longest-abandoned one at the limit", () => {
		const uses = [use("b", 20), use("a", 10), use("streaming", 0, { streams: 1 })];
		expect(planRoom(uses, 3, 1_000, 30)).toEqual({ kind: "reclaim", id: "a" });
	});
	it("spares one whose page may be reloading, and counts the edge as abandoned", () => {
		expect(planRoom([use("a", 100)], 1, 129, 30)).toEqual({ kind: "full" });
		expect(planRoom([use("a", 100)], 1, 130, 30)).toEqual({ kind: "reclaim", id: "a" });
	});
	it("is full when all are followed or kept ready", () => {
		const uses = [use("a", 0, { streams: 1 }), use("b", 0, { spare: true })];
		expect(planRoom(uses, 2, 1_000, 30)).toEqual({ kind: "full" });
	});
});

describe("idleMachines", () => {
	it("names what nobody used for so long, without the followed and the spare one", () => {
		const uses = [
			use("idle", 100),
			use("used", 101),
			use("followed", 0, { streams: 1 }),
			use("spare", 0, { spare: true }),
		];
		expect(idleMachines(uses, 200, 100)).toEqual(["idle"]);
	});
});
