import { mkdir, mkdtemp, readFile, realpath, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { inFolder, openInside } from "./held";

let base: string;
let root: string;
const at = (...names: string[]) => path.join(base, ...names);

beforeEach(async () => {
	base = await realpath(await mkdtemp(path.join(tmpdir(), "held-")));
	root = at("root");
	await mkdir(at("root"));
	await mkdir(at("outside"));
	await writeFile(at("outside", "secret"), "secret");
});
afterEach(() => rm(base, { recursive: true, force: true }));

test("makes and finds folders", async () => {
	await inFolder(root, ["a", "b"], true, (folder) => writeFile(`${folder}/file`, "x"));
	expect(await readFile(at("root", "a", "b", "file"), "utf8")).toBe("x");
	await inFolder(root, [], true, (folder) => writeFile(`${folder}/top`, "x"));
	expect(await readFile(at("root", "top"), "utf8")).toBe("x");
	await expect(inFolder(root, ["none"], false, async () => {})).rejects.toMatchObject({ code: "ENOENT" });
	await expect(inFolder(root, ["top", "x"], true, async () => {})).rejects.toMatchObject({ code: "ENOTDIR" });
});

describe.skipIf(process.platform !== "linux")("on Linux, whatever happens to the names meanwhile", () => {
	test("a folder that becomes a link after it was opened stays what it was", async () => {
		await mkdir(at("root", "app"));
		await inFolder(root, ["app"], true, async (folder) => {
			await rename(at("root", "app"), at("root", "moved"));
			await symlink(at("outside"), at("root", "app"));
			await writeFile(`${folder}/file`, "x");
		});
		expect(await readFile(at("root", "moved", "file"), "utf8")).toBe("x");
		await expect(stat(at("outside", "file"))).rejects.toMatchObject({ code: "ENOENT" });
	});

	test("a link that leads out is not followed, and nothing is made behind it", async () => {
		await symlink(at("outside"), at("root", "app"));
		await expect(inFolder(root, ["app", "made"], true, async () => {})).rejects.toMatchObject({
			code: "bad-path",
		});
		await expect(stat(at("outside", "made"))).rejects.toMatchObject({ code: "ENOENT" });
		await expect(openInside(root, at("root", "app", "secret"))).rejects.toMatchObject({ code: "bad-path" });
	});

	test("a link that stays inside is followed", async () => {
		await mkdir(at("root", "real"));
		await writeFile(at("root", "real", "file"), "x");
		await symlink("real", at("root", "alias"));
		await inFolder(root, ["alias"], false, async (folder) => {
			expect(await readFile(`${folder}/file`, "utf8")).toBe("x");
		});
		const handle = await openInside(root, at("root", "alias", "file"));
		expect(await handle.readFile("utf8")).toBe("x");
		await handle.close();
	});
});
