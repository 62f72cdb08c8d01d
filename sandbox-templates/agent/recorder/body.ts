import type { RecordedBody } from "@/lib/sandbox/agent-protocol";

/** Bytes of one body that are kept; more than that is counted only. */
export const MAX_BODY_BYTES = 256 * 1024;

/** Copies what passes through a body, up to `limit` bytes. */
export function createBodyCollector(limit = MAX_BODY_BYTES) {
	const kept: Buffer[] = [];
	let keptBytes = 0;
	let size = 0;
	return {
		/** Takes what a Node stream takes: a string with an optional encoding, or bytes. Anything else is no body. */
		add(chunk: unknown, encoding?: unknown): void {
			const bytes = toBytes(chunk, encoding);
			if (bytes === null || bytes.length === 0) return;
			size += bytes.length;
			if (keptBytes >= limit) return;
			// A copy: the owner may reuse its buffer as soon as the write returns.
			const copy = Buffer.from(bytes.subarray(0, limit - keptBytes));
			kept.push(copy);
			keptBytes += copy.length;
		},
		/** The body so far: as text where its bytes are UTF-8, as base64 where not. */
		body(): RecordedBody {
			const bytes = Buffer.concat(kept);
			const truncated = size > keptBytes;
			const text = decode(bytes, truncated);
			return text === null
				? { encoding: "base64", data: bytes.toString("base64"), size, truncated }
				: { encoding: "utf8", data: text, size, truncated };
		},
	};
}

function toBytes(chunk: unknown, encoding: unknown): Uint8Array | null {
	if (typeof chunk === "string") {
		return Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8");
	}
	return chunk instanceof Uint8Array ? chunk : null;
}

function decode(bytes: Uint8Array, truncated: boolean): string | null {
	try {
		// `stream` forgives a character that the limit has cut in two.
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes, { stream: truncated });
	} catch {
		return null;
	}
}
