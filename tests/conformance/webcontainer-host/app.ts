import { readFile } from "node:fs/promises";
import path from "node:path";
import { WEBCONTAINER_ENVIRONMENT } from "@/lib/playground/machines/webcontainer";
import type { FileTree } from "@/lib/sandbox/files";
import { readBaseApp } from "@/lib/sandbox/machines/local/server/base-app";
import { SNAPSHOT_FOLDER, type SnapshotManifest } from "@/lib/sandbox/machines/webcontainer/manifest";
import type { Runner } from "@/lib/sandbox/runner";
import { createAgentRunner } from "@/lib/sandbox/runner/agent-runner";
import { openTestSite } from "./browser-page";
import { startWebContainerHost } from "./host";

export interface ContainerAppOptions {
	/** The product's folder, which holds the snapshot. */
	root: string;
	snapshot: SnapshotManifest;
	/** Laid over the base app. */
	files: FileTree;
	/** Of every program, over everything else. */
	environment?: Record<string, string>;
}

export interface ContainerApp {
	/** Over the machine of a real page; Next.js is running. */
	runner: Runner;
	/** Milliseconds that the start took, from the boot on. */
	startMs: number;
	close(): Promise<void>;
}

/** The app of the snapshot, started in a WebContainer of a host of its own, by the real API in a real browser. */
export async function openContainerApp(options: ContainerAppOptions): Promise<ContainerApp> {
	const { root, snapshot, environment } = options;
	const site = await openTestSite();
	const host = await startWebContainerHost({ pageOrigins: [site.origin], environment });
	const ending = new AbortController();
	let runner: Runner | null = null;
	const close = async () => {
		await runner?.dispose();
		ending.abort();
		await site.close();
		await host.close();
	};
	try {
		site.snapshot = await readFile(path.join(root, SNAPSHOT_FOLDER, path.basename(snapshot.url)));
		const page = await site.open(host.url);
		const base = await readBaseApp(root);
		const began = performance.now();
		const machine = await page.connect({
			snapshotUrl: "/snapshot",
			snapshotBytes: snapshot.bytes,
			baseFiles: { ...base.files, ...options.files },
			environment: WEBCONTAINER_ENVIRONMENT,
			workdirName: "app",
			bootTimeoutMs: 60_000,
		});
		runner = await createAgentRunner(machine, {
			label: "This browser",
			modes: ["development"],
			signal: ending.signal,
		});
		await runner.start("development");
		return { runner, startMs: performance.now() - began, close };
	} catch (error) {
		await close();
		throw error;
	}
}
