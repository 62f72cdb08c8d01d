import { expect, it } from "vitest";
import { BUDGET, overBudget } from "./budget";

const manifest = { url: "/snapshot/0.bin", nextVersion: "16.3.7", ...BUDGET };

it("a snapshot within its budget is not complained of", () => {
	expect(overBudget(manifest)).toEqual([]);
});

it.each([
	["compressedBytes", "compressed"],
	["bytes", "51.00 MB"],
	["files", "2401 files"],
] as const)("one byte or file too many is named: %s", (name, words) => {
	const over = overBudget({ ...manifest, [name]: BUDGET[name] + 1 });
	expect(over).toHaveLength(1);
	expect(over[0]).toContain(words);
});
