import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { changesBetween, readDataText } from "./data-changes";

const text = (data: unknown) => JSON.stringify(data);
const ada = { id: 1, name: "Ada" };

describe("changed rows", () => {
	test("are made, changed and taken away, found by their id", () => {
		const before = text({ user: [ada, { id: 2, name: "Bob" }], post: [] });
		const after = text({ post: [{ id: 1, title: "Hi" }], user: [{ id: 2, name: "Bea" }] });
		expect(changesBetween(before, after)).toEqual([
			{ table: "post", before: null, after: { id: 1, title: "Hi" } },
			{ table: "user", before: ada, after: null },
			{ table: "user", before: { id: 2, name: "Bob" }, after: { id: 2, name: "Bea" } },
		]);
	});

	test("are none when the text is the same or only its order differs", () => {
		const same = text({ user: [ada] });
		expect(changesBetween(same, same)).toEqual([]);
		expect(changesBetween(text({ user: [ada, { id: 2 }] }), text({ user: [{ id: 2 }, ada] }))).toEqual([]);
	});

	test("without ids are told apart by their place", () => {
		expect(changesBetween(text({ a: [{ x: 1 }] }), text({ a: [{ x: 1 }, { x: 2 }] }))).toEqual([
			{ table: "a", before: null, after: { x: 2 } },
		]);
	});

	test("cannot be told where a state is missing or is no JSON", () => {
		expect(changesBetween(null, text({}))).toBeNull();
		expect(changesBetween(text({}), "{ half")).toBeNull();
	});
});

test("the seed is what an app reads before it has written anything", () => {
	const folder = mkdtempSync(join(tmpdir(), "data-changes-"));
	try {
		expect(readDataText(folder)).toBeNull();
		mkdirSync(join(folder, "data"));
		writeFileSync(join(folder, "data/seed.json"), "seed");
		expect(readDataText(folder)).toBe("seed");
		writeFileSync(join(folder, "data/db.json"), "db");
		expect(readDataText(folder)).toBe("db");
	} finally {
		rmSync(folder, { recursive: true });
	}
});
