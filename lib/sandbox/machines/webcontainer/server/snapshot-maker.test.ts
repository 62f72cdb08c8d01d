import { describe, expect, it, vi } from "vitest";
import { makeInBackground } from "./snapshot-maker";

describe("a snapshot that is missing", () => {
	it("is made once, however often it is asked for, and again when it is missing again", async () => {
		const ends: (() => void)[] = [];
		const run = vi.fn(() => new Promise<void>((resolve) => ends.push(resolve)));
		expect(makeInBackground("/", run)).toEqual({ state: "making" });
		expect(makeInBackground("/", run)).toEqual({ state: "making" });
		expect(run).toHaveBeenCalledTimes(1);
		ends[0]!();
		await vi.waitFor(() => {
			makeInBackground("/", run);
			expect(run).toHaveBeenCalledTimes(2);
		});
		ends[1]!();
		await Promise.resolve();
	});

	it("that cannot be made is said to be so, and is not tried with every question", async () => {
		const complain = vi.spyOn(console, "error").mockImplementation(() => {});
		await vi.waitFor(() => {
			const failing = vi.fn(async () => {
				throw new Error("no disk");
			});
			expect(makeInBackground("/", failing)).toEqual({ state: "failed", message: "no disk" });
		});
		const run = vi.fn(async () => {});
		expect(makeInBackground("/", run)).toMatchObject({ state: "failed" });
		expect(run).not.toHaveBeenCalled();
		expect(complain).toHaveBeenCalledWith(expect.stringContaining("no disk"));
	});
});
