import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSaver, MAX_WAIT_MS, QUIET_MS } from "./saver";
import { fakeClock } from "./testing";

function setup() {
	const clock = fakeClock();
	const writes: { at: number; resolve(): void; reject(error: unknown): void }[] = [];
	const reports: unknown[] = [];
	const saver = createSaver(
		clock,
		() => new Promise((resolve, reject) => writes.push({ at: clock.now(), resolve, reject })),
		(error) => reports.push(error),
	);
	return { clock, writes, reports, saver, settled: () => new Promise((resolve) => setImmediate(resolve)) };
}

describe("createSaver", () => {
	it("writes once after a pause", () => {
		const { clock, writes, saver } = setup();
		saver.touch();
		clock.advance(QUIET_MS - 1);
		expect(writes).toHaveLength(0);
		clock.advance(1);
		expect(writes).toHaveLength(1);
		clock.advance(1_000);
		expect(writes).toHaveLength(1);
	});

	it("does not wait for ever while somebody types", () => {
		const { clock, writes, saver } = setup();
		const start = clock.now();
		for (let index = 0; index < 20; index++) {
			saver.touch();
			clock.advance(20);
		}
		expect(writes[0]?.at).toBe(start + MAX_WAIT_MS);
	});

	it("begins to write every key at most 200 ms after it was pressed, however somebody types", async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 260 }), { maxLength: 60 }), async (gaps) => {
				const clock = fakeClock();
				const pressed: number[] = [];
				const delays: number[] = [];
				const write = async () => {
					for (const at of pressed.splice(0)) delays.push(clock.now() - at);
				};
				const saver = createSaver(clock, write, () => undefined);
				for (const gap of gaps) {
					clock.advance(gap);
					await new Promise((resolve) => setImmediate(resolve));
					pressed.push(clock.now());
					saver.touch();
				}
				clock.advance(MAX_WAIT_MS);
				expect(pressed).toEqual([]);
				for (const delay of delays) expect(delay).toBeLessThanOrEqual(MAX_WAIT_MS);
			}),
		);
		expect(MAX_WAIT_MS).toBeLessThan(250);
	});

	it("knows whether something waits to be written", async () => {
		const { writes, saver, settled } = setup();
		expect(saver.waiting()).toBe(false);
		saver.touch();
		expect(saver.waiting()).toBe(true);
		const flushed = saver.flush();
		expect(saver.waiting()).toBe(true);
		writes[0]?.resolve();
		await flushed;
		await settled();
		expect(saver.waiting()).toBe(false);
	});

	it("writes again what changed during a write, one at a time, and reports once", async () => {
		const { clock, writes, reports, saver, settled } = setup();
		saver.touch();
		clock.advance(QUIET_MS);
		saver.touch();
		clock.advance(1_000);
		expect(writes).toHaveLength(1);
		writes[0]?.resolve();
		await settled();
		expect(writes).toHaveLength(2);
		expect(reports).toEqual([]);
		writes[1]?.resolve();
		await settled();
		expect(reports).toEqual([null]);
	});

	it("reports a failure, and tries again after the next change", async () => {
		const { clock, writes, reports, saver, settled } = setup();
		const full = new Error("full");
		saver.touch();
		const flushed = saver.flush();
		writes[0]?.reject(full);
		await expect(flushed).rejects.toBe(full);
		expect(reports).toEqual([full]);
		clock.advance(10_000);
		expect(writes).toHaveLength(1);
		saver.touch();
		clock.advance(QUIET_MS);
		writes[1]?.resolve();
		await settled();
		expect(reports).toEqual([full, null]);
	});

	it("flushes what a failed write left without a new change", async () => {
		const { writes, saver } = setup();
		saver.touch();
		const first = saver.flush();
		writes[0]?.reject(new Error("full"));
		await expect(first).rejects.toThrow("full");
		const second = saver.flush();
		writes[1]?.resolve();
		await expect(second).resolves.toBeUndefined();
	});

	it("has nothing to flush before the first change", async () => {
		const { writes, saver } = setup();
		await saver.flush();
		expect(writes).toHaveLength(0);
	});
});
