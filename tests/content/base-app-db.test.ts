import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

/** The `db` learners use finds its files below the folder the app was started in. */
async function openDb() {
	vi.resetModules();
	return (await import("../../sandbox-templates/next-app/lib/db")).db;
}

const post = (title: string) => ({ title, body: "", author: "Ada" });

describe("the base app's db", () => {
	let folder: string;

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), "base-app-db-"));
		mkdirSync(join(folder, "data"));
		writeFileSync(
			join(folder, "data/seed.json"),
			JSON.stringify({ post: [{ id: 7, createdAt: "2026-01-01T00:00:00.000Z", ...post("Seeded") }] }),
		);
		vi.spyOn(process, "cwd").mockReturnValue(folder);
	});
	afterEach(() => {
		vi.restoreAllMocks();
		rmSync(folder, { recursive: true });
	});

	const stored = () => JSON.parse(readFileSync(join(folder, "data/db.json"), "utf8"));

	it("begins with the seed and leaves the seed alone", async () => {
		const db = await openDb();
		expect(await db.post.count()).toBe(1);
		expect(await db.user.findMany()).toEqual([]);
		await db.post.create({ data: post("Second") });
		expect(stored().post).toHaveLength(2);
		expect(JSON.parse(readFileSync(join(folder, "data/seed.json"), "utf8")).post).toHaveLength(1);
	});

	it("gives rows increasing ids and the time, whatever the data says", async () => {
		const db = await openDb();
		const forged = { ...post("Forged"), id: 1, createdAt: "never" };
		const row = await db.post.create({ data: forged });
		expect(row.id).toBe(8);
		expect(new Date(row.createdAt).toISOString()).toBe(row.createdAt);
		expect((await db.post.create({ data: post("Next") })).id).toBe(9);
	});

	it("sorts by the columns asked for; rows of one millisecond by their ids", async () => {
		vi.useFakeTimers({ now: new Date("2026-02-02T00:00:00.000Z") });
		const db = await openDb();
		for (const title of ["b", "a", "c"]) await db.post.create({ data: post(title) });
		vi.useRealTimers();
		const titles = async (query: Parameters<typeof db.post.findMany>[0]) =>
			(await db.post.findMany(query)).map((row) => row.title);
		expect(await titles({ orderBy: { createdAt: "desc" } })).toEqual(["c", "a", "b", "Seeded"]);
		expect(await titles({ orderBy: { title: "asc" }, take: 2 })).toEqual(["Seeded", "a"]);
		expect(await titles({ where: { title: "a" } })).toEqual(["a"]);
	});

	it("updates and deletes one row, and says so when there is none", async () => {
		const db = await openDb();
		await db.post.update({ where: { id: 7 }, data: { title: "Changed" } });
		expect(await db.post.findUnique({ where: { id: 7 } })).toMatchObject({ title: "Changed", author: "Ada" });
		await expect(db.post.update({ where: { id: 70 }, data: {} })).rejects.toThrow('no post with {"id":70}');
		expect((await db.post.delete({ where: { id: 7 } })).title).toBe("Changed");
		expect(await db.post.findUnique({ where: { id: 7 } })).toBeNull();
		await expect(db.post.delete({ where: { id: 7 } })).rejects.toThrow("no post");
	});

	it("keeps nothing in memory and leaves no half-written file behind", async () => {
		const db = await openDb();
		await db.post.create({ data: post("Gone") });
		writeFileSync(join(folder, "data/db.json"), JSON.stringify({ post: [] }));
		expect(await db.post.findMany()).toEqual([]);
		await Promise.all(["a", "b", "c"].map((title) => db.post.create({ data: post(title) })));
		expect(stored().post.map((row: { id: number }) => row.id)).toEqual([1, 2, 3]);
		expect(readdirSync(join(folder, "data")).sort()).toEqual(["db.json", "seed.json"]);
	});
});
