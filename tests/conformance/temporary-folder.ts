import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

/** An empty folder, without links in its own path, deleted after the test. */
export async function temporaryFolder(): Promise<string> {
	const folder = await realpath(await mkdtemp(path.join(tmpdir(), "machines-")));
	onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
	return folder;
}
