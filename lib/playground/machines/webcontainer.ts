import { SandboxError } from "@/lib/sandbox/errors";
import type { FileTree } from "@/lib/sandbox/files";
import {
	type ConnectWebContainerOptions,
	connectWebContainer,
} from "@/lib/sandbox/machines/webcontainer/connect";
import { fetchSnapshotManifest } from "@/lib/sandbox/machines/webcontainer/manifest";
import type { Runner } from "@/lib/sandbox/runner";
import { createAgentRunner } from "@/lib/sandbox/runner/agent-runner";
import { loadBaseApp } from "../server-facts";

export interface WebContainerRunnerOptions
	extends Pick<
		ConnectWebContainerOptions,
		"bootTimeoutMs" | "onPreviewMessage" | "onProgress" | "onTrouble"
	> {
	/** Of the WebContainer service; none on localhost. */
	apiKey?: string | null;
	/** What the page itself was served with; default `require-corp`. */
	coep?: "require-corp" | "credentialless";
	/** Further variables of every program, over ours. */
	environment?: Record<string, string>;
	/** Ends the runner and its machine, at any time. */
	signal: AbortSignal;
}

/** What `next dev` needs to be told in a WebContainer. */
export const WEBCONTAINER_ENVIRONMENT: Record<string, string> = {
	// Turbopack has no wasm.
	SANDBOX_NEXT_DEV_ARGS: JSON.stringify(["--webpack"]),
	// A compilation keeps the one thread of a slow computer busy for longer than native code would.
	SANDBOX_SILENCE_LIMIT_MS: "60000",
	SANDBOX_MAX_MEMORY_MB: "2048",
	// Previews have a name below one of these; what listens inside is asked as localhost.
	SANDBOX_PREVIEW_HOSTS: "webcontainer-api.io,webcontainer.io",
};

/** Part of the absolute path of everything inside. */
const WORKDIR_NAME = "app";

/**
 * A runner over a WebContainer of this page, with the snapshot and the base app of the playground's server. Browser only.
 * @throws SandboxError `unsupported` when none can run here (see `diagnosisOf`), and what `connectWebContainer` and
 * `createAgentRunner` throw
 */
export async function connectWebContainerRunner(options: WebContainerRunnerOptions): Promise<Runner> {
	const { signal, environment, coep = "require-corp", ...rest } = options;
	const [snapshot, baseFiles] = await Promise.all([fetchSnapshotManifest(signal), baseFilesOfServer()]);
	const machine = await connectWebContainer({
		...rest,
		snapshotUrl: snapshot.url,
		snapshotBytes: snapshot.bytes,
		baseFiles,
		environment: { ...WEBCONTAINER_ENVIRONMENT, ...environment },
		workdirName: WORKDIR_NAME,
		coep,
		signal,
	});
	return createAgentRunner(machine, { label: "This browser", modes: ["development"], signal });
}

async function baseFilesOfServer(): Promise<FileTree> {
	try {
		return (await loadBaseApp()).files;
	} catch (cause) {
		const why = cause instanceof Error ? cause.message : String(cause);
		throw new SandboxError("start-failed", `${why} Your code is kept; try again.`, {
			cause,
			retryable: true,
		});
	}
}
