import * as z from "zod";
import { SandboxError } from "@/lib/sandbox/errors";

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

/** Where the playground's server tells which snapshot it has. */
export const SNAPSHOT_MANIFEST_URL = "/api/snapshot";

/**
 * Asks the playground's server for its snapshot.
 * @throws SandboxError `unsupported` where the server has none: "try the next machine"; `start-failed` where it cannot be asked
 */
export async function fetchSnapshotManifest(
	signal: AbortSignal,
	load: typeof fetch = fetch.bind(globalThis),
): Promise<SnapshotManifest> {
	try {
		const response = await load(SNAPSHOT_MANIFEST_URL, { signal });
		if (response.status === 503) {
			const { message } = z.object({ message: z.string() }).parse(await response.json());
			throw new SandboxError("unsupported", message, { retryable: true });
		}
		if (!response.ok) throw new Error(`status ${response.status}`);
		return snapshotManifestSchema.parse(await response.json());
	} catch (cause) {
		if (cause instanceof SandboxError) throw cause;
		if (signal.aborted)
			throw new SandboxError("cancelled", "Starting the sandbox was cancelled.", { cause: signal.reason });
		throw new SandboxError(
			"start-failed",
			"The playground's server did not say which files a sandbox in this browser needs. Your code is kept; see whether you are online, then try again.",
			{ cause, retryable: true },
		);
	}
}
