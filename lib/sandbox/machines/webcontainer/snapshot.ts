import { SandboxError } from "@/lib/sandbox/errors";

/** Where the size is not known. */
const FIRST_GUESS_BYTES = 1_000_000;

export interface SnapshotRequest {
	url: string;
	/** Bytes as they are mounted, where the page knows: what the server says counts the compressed ones. */
	bytes: number | null;
	fetch: typeof fetch;
	onProgress(loaded: number, total: number | null): void;
	signal: AbortSignal;
}

/**
 * Loads a snapshot, as bytes of a buffer of their own (mounting takes the buffer away). One that was cut off on its way is
 * asked for a second time.
 * @throws SandboxError `start-failed` with what the server said, `cancelled`
 */
export async function fetchSnapshot(request: SnapshotRequest): Promise<Uint8Array> {
	try {
		return await fetchOnce(request);
	} catch (error) {
		if (!(error instanceof CutOff)) throw error;
		return await fetchOnce(request);
	}
}

/** Not all of it arrived. */
class CutOff extends SandboxError {}

async function fetchOnce(request: SnapshotRequest): Promise<Uint8Array> {
	const { url, bytes, onProgress, signal } = request;
	try {
		const response = await request.fetch(url, { signal });
		if (!response.ok || response.body === null) throw snapshotFailure(`status ${response.status}`);
		let buffer = new Uint8Array(bytes ?? FIRST_GUESS_BYTES);
		let loaded = 0;
		onProgress(0, bytes);
		const reader = response.body.getReader();
		for (;;) {
			const { done, value } = await reader.read();
			if (done) break;
			buffer = withRoom(buffer, loaded + value.byteLength);
			buffer.set(value, loaded);
			loaded += value.byteLength;
			onProgress(loaded, bytes);
		}
		if (bytes !== null && loaded !== bytes)
			throw snapshotFailure(`${loaded} bytes instead of ${bytes}`, { cutOff: true });
		return loaded === buffer.byteLength ? buffer : buffer.slice(0, loaded);
	} catch (error) {
		if (signal.aborted)
			throw new SandboxError("cancelled", "Loading the sandbox's files was cancelled.", { cause: error });
		throw error instanceof SandboxError
			? error
			: snapshotFailure("the connection failed", { cutOff: true, cause: error });
	}
}

function snapshotFailure(
	why: string,
	{ cutOff = false, cause }: { cutOff?: boolean; cause?: unknown } = {},
): SandboxError {
	return new (cutOff ? CutOff : SandboxError)(
		"start-failed",
		`The files of the sandbox could not be loaded from the playground's server (${why}). Your code is kept; see whether you are online, then try again.`,
		{ cause, retryable: true },
	);
}

/** The same bytes with room for `length`; twice as much as before, so that few copies are made. */
function withRoom(buffer: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
	if (length <= buffer.byteLength) return buffer;
	const larger = new Uint8Array(Math.max(length, 2 * buffer.byteLength));
	larger.set(buffer);
	return larger;
}
