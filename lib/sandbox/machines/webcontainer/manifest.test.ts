import { describe, expect, it } from "vitest";
import { fetchSnapshotManifest, type SnapshotManifest } from "./manifest";

const manifest: SnapshotManifest = {
	url: "/snapshot/abc.bin",
	bytes: 10,
	compressedBytes: 5,
	files: 2,
	nextVersion: "16.3.7",
};
const answering = (status: number, body: unknown) => async () => Response.json(body, { status });
const { signal } = new AbortController();

describe("the server's snapshot", () => {
	it("is told by the server", async () => {
		expect(await fetchSnapshotManifest(signal, { load: answering(200, manifest) })).toEqual(manifest);
	});

	it("is waited for while it is being made", async () => {
		const answers = [answering(202, { message: "…" }), answering(202, {}), answering(200, manifest)];
		const load = () => answers.shift()!();
		expect(await fetchSnapshotManifest(signal, { load, pauseMs: 1 })).toEqual(manifest);
		expect(answers).toEqual([]);
	});

	it("that it does not have makes the machine step aside, in the server's words", async () => {
		const load = answering(503, { message: "Run npm run snapshot." });
		await expect(fetchSnapshotManifest(signal, { load })).rejects.toMatchObject({
			code: "unsupported",
			message: "Run npm run snapshot.",
		});
	});

	it.each([
		["is missing", 404, {}],
		["is no manifest", 200, { url: "https://elsewhere.example/x" }],
	])("whose answer %s can be asked for again", async (_, status, body) => {
		await expect(fetchSnapshotManifest(signal, { load: answering(status, body) })).rejects.toMatchObject({
			code: "start-failed",
			retryable: true,
		});
	});
});
