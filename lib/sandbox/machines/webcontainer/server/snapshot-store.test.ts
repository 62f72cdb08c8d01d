import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SNAPSHOT_FOLDER, type SnapshotManifest } from "../manifest";
import { readManifest, snapshotResponse } from "./snapshot-store";

const NAME = "0123456789abcdef.bin";
const manifest: SnapshotManifest = {
	url: `/snapshot/${NAME}`,
	bytes: 5,
	compressedBytes: 2,
	files: 1,
	nextVersion: "16.3.7",
};

let root: string;
beforeAll(async () => {
	root = await mkdtemp(path.join(tmpdir(), "snapshot-"));
	const folder = path.join(root, SNAPSHOT_FOLDER);
	await mkdir(folder, { recursive: true });
	await writeFile(path.join(folder, NAME), "whole");
	await writeFile(path.join(folder, `${NAME}.br`), "br");
	await writeFile(path.join(folder, "manifest.json"), JSON.stringify(manifest));
});
afterAll(() => rm(root, { recursive: true }));

describe("the snapshot that is served", () => {
	it("is the one of the manifest", async () => {
		expect(await readManifest(root)).toEqual(manifest);
		expect(await readManifest(path.join(root, "elsewhere"))).toBeNull();
	});

	it("travels compressed where that is understood, and is kept for ever", async () => {
		const response = await snapshotResponse(NAME, "gzip, deflate, br, zstd", root);
		expect(Object.fromEntries(response.headers)).toMatchObject({
			"content-encoding": "br",
			"content-length": "2",
			"cache-control": "public, max-age=31536000, immutable",
			vary: "Accept-Encoding",
		});
		expect(await response.text()).toBe("br");
	});

	it.each([null, "gzip", "br;q=0, gzip"])("travels whole for %s", async (accepted) => {
		const response = await snapshotResponse(NAME, accepted, root);
		expect(response.headers.get("content-encoding")).toBeNull();
		expect(await response.text()).toBe("whole");
	});

	it.each(["ffffffffffffffff.bin", "manifest.json", "../snapshot/0123456789abcdef.bin", `${NAME}.br`])(
		"has no other name: %s",
		async (name) => {
			expect((await snapshotResponse(name, "br", root)).status).toBe(404);
			expect((await snapshotResponse(name, null, root)).status).toBe(404);
		},
	);
});
