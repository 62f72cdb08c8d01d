import type * as z from "zod";
import {
	isSandboxError,
	SandboxError,
	type SandboxErrorBody,
	type SandboxErrorCode,
} from "@/lib/sandbox/errors";

const STATUS: Record<SandboxErrorCode, number> = {
	unsupported: 501,
	"too-many-machines": 429,
	"machine-gone": 404,
	forbidden: 403,
	"bad-path": 400,
	"file-too-large": 413,
	"bad-request": 400,
	"agent-stopped": 409,
	"no-answer": 504,
	"not-running": 409,
	"start-failed": 500,
	cancelled: 499,
	internal: 500,
};

const HEADERS = {
	"cache-control": "no-store, no-transform",
	"x-content-type-options": "nosniff",
	"cross-origin-resource-policy": "same-origin",
};

export function answer(body: unknown, status = 200): Response {
	return Response.json(body, { status, headers: HEADERS });
}

export function streamAnswer(body: ReadableStream<Uint8Array>): Response {
	return new Response(body, {
		headers: { ...HEADERS, "content-type": "application/x-ndjson; charset=utf-8" },
	});
}

/** Turns whatever was thrown into a typed refusal. What nobody foresaw is logged here and not told in detail. */
export function refusal(error: unknown): Response {
	if (isSandboxError(error)) {
		const { code, message, retryable } = error;
		const body: SandboxErrorBody = { error: { code, message, retryable } };
		return answer(body, STATUS[code]);
	}
	console.error("The local machine failed:", error);
	return refusal(
		new SandboxError(
			"internal",
			"The sandbox could not do this because of an error of the playground itself; its log says more. Your code is kept in the browser.",
		),
	);
}

/**
 * The body as text, read no further than `limit` bytes.
 * @throws SandboxError `bad-request`
 */
export async function readText(request: Request, limit: number): Promise<string> {
	const tooLarge = () =>
		new SandboxError("bad-request", `The request is larger than ${limit} bytes, so nothing of it was done.`);
	if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge();
	if (request.body === null) return "";
	const decoder = new TextDecoder("utf-8");
	const reader = request.body.getReader();
	let text = "";
	let bytes = 0;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return text + decoder.decode();
		bytes += value.byteLength;
		if (bytes > limit) {
			await reader.cancel().catch(() => {});
			throw tooLarge();
		}
		text += decoder.decode(value, { stream: true });
	}
}

/**
 * The body as JSON of one shape.
 * @throws SandboxError `bad-request`
 */
export async function readJson<Schema extends z.ZodType>(
	request: Request,
	schema: Schema,
	limit: number,
): Promise<z.output<Schema>> {
	const text = await readText(request, limit);
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (cause) {
		throw new SandboxError("bad-request", "The request is no JSON, so nothing of it was done.", { cause });
	}
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	const place = issue?.path.join(".") || "the request";
	throw new SandboxError("bad-request", `Nothing was done: ${place.slice(0, 100)}: ${issue?.message}.`);
}
