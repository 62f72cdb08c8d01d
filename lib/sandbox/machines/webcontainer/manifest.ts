import * as z from "zod";
import { SandboxError } from "@/lib/sandbox/errors";
import { abortableDelay } from "@/lib/util/delay";

/** What is known of a built snapshot; its file is named by its content. */
export const snapshotManifestSchema = z.object({
	/** Path on the playground's own server. */
	url: z.string().startsWith("/"),
	/** Bytes as they are mounted. */
	bytes: z.number().int().positive(),
	/** Bytes that travel, brotli. */
	compressedBytes: z.number().int().positive(),
	files: z.number().int().positive(),
	nextVersion: z.string(),
});
export type SnapshotManifest = z.infer<typeof snapshotManifestSchema>;

/** Below the product's folder: a file for each snapshot, its compressed form, and `manifest.json`. */
export const SNAPSHOT_FOLDER = ".generated/snapshot";

/** Where a snapshot is served. @param name of its content: 16 hexadecimal digits */
export const snapshotUrl = (name: string) => `/snapshot/${name}.bin`;

/** Where the playground's server tells which snapshot it has. */
export const SNAPSHOT_MANIFEST_URL = "/api/snapshot";

/** Milliseconds between two questions while the server makes its snapshot. */
const PAUSE_MS = 1_000;

/**
 * Asks the playground's server for its snapshot, and waits while it makes one.
 * @throws SandboxError `unsupported` where it has none: "try the next machine"; `start-failed` where it cannot be asked
 */
export async function fetchSnapshotManifest(
	signal: AbortSignal,
	{ load = fetch.bind(globalThis), pauseMs = PAUSE_MS }: { load?: typeof fetch; pauseMs?: number } = {},
): Promise<SnapshotManifest> {
	try {
		for (;;) {
			const response = await load(SNAPSHOT_MANIFEST_URL, { signal });
			if (response.status === 200) return snapshotManifestSchema.parse(await response.json());
			if (response.status === 503) {
				const { message } = z.object({ message: z.string() }).parse(await response.json());
				throw new SandboxError("unsupported", message, { retryable: true });
			}
			if (response.status !== 202) throw new Error(`status ${response.status}`);
			await abortableDelay(pauseMs, signal);
		}
	} catch (cause) {
		if (signal.aborted)
			throw new SandboxError("cancelled", "Starting the sandbox was cancelled.", { cause: signal.reason });
		if (cause instanceof SandboxError) throw cause;
		throw new SandboxError(
			"start-failed",
			"The playground's server did not say which files a sandbox in this browser needs. Your code is kept; see whether you are online, then try again.",
			{ cause, retryable: true },
		);
	}
}
