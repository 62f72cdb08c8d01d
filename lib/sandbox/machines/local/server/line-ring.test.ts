import { describe, expect, it } from "vitest";
import { LineRing } from "./line-ring";

const lines = (ring: LineRing, after: number, bytes?: number) => ring.since(after, bytes);

describe("LineRing", () => {
	it("numbers lines from 1 and gives those after a number", () => {
		const ring = new LineRing(1_000);
		expect(lines(ring, 0)).toEqual({ gap: false, lines: [] });
		for (const line of ["a", "b", "c"]) ring.push(line);
		expect(lines(ring, 1)).toEqual({
			gap: false,
			lines: [
				{ seq: 2, line: "b" },
				{ seq: 3, line: "c" },
			],
		});
		expect(lines(ring, 3)).toEqual({ gap: false, lines: [] });
		expect(lines(ring, 99)).toEqual({ gap: false, lines: [] });
	});

	it("drops the oldest beyond its bytes and tells who asks for them", () => {
		const ring = new LineRing(40);
		for (let index = 1; index <= 100; index++) ring.push(String(index).padStart(5, "0"));
		expect(ring.since(0).gap).toBe(true);
		expect(ring.since(0).lines.map((entry) => entry.seq)).toEqual([97, 98, 99, 100]);
		expect(ring.since(95).gap).toBe(true);
		expect(ring.since(96)).toMatchObject({ gap: false, lines: { length: 4 } });
	});

	it("gives a number to what it cannot keep, which becomes a gap", () => {
		const ring = new LineRing(40);
		ring.push("a");
		ring.push("x".repeat(21));
		expect(ring.since(1)).toEqual({ gap: true, lines: [] });
		ring.push("c");
		expect(ring.since(0)).toEqual({ gap: false, lines: [{ seq: 1, line: "a" }] });
		expect(ring.since(1)).toEqual({ gap: true, lines: [{ seq: 3, line: "c" }] });
		ring.skip();
		expect(ring.since(3)).toEqual({ gap: true, lines: [] });
	});

	it("keeps the end of a run in line with its lines", () => {
		const ring = new LineRing(1_000);
		ring.push("a");
		ring.pushExit(3);
		ring.push("b");
		expect(ring.since(0).lines).toEqual([
			{ seq: 1, line: "a" },
			{ seq: 2, exit: 3 },
			{ seq: 3, line: "b" },
		]);
	});

	it("gives about so many bytes at a time", () => {
		const ring = new LineRing(1_000);
		for (let index = 0; index < 10; index++) ring.push("xxxxx");
		expect(ring.since(0, 25).lines).toHaveLength(3);
	});
});
