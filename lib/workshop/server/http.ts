import { DrizzleQueryError } from "drizzle-orm/errors";
import type * as z from "zod/mini";
import { HUB_ERROR_STATUS, hubError, isHubError } from "../contract";

export const HEADERS = {
	"cache-control": "no-store, no-transform",
	"x-content-type-options": "nosniff",
	"cross-origin-resource-policy": "same-origin",
};

export function answer(body: unknown, status = 200): Response {
	return Response.json(body, { status, headers: HEADERS });
}

export function nothing(): Response {
	return new Response(null, { status: 204, headers: HEADERS });
}

/** Lets the page of another origin read an answer. There are no cookies: a page has only what it brings. */
export function allowOrigin(response: Response, origin: string): Response {
	response.headers.set("access-control-allow-origin", origin);
	response.headers.set("access-control-expose-headers", "retry-after");
	response.headers.append("vary", "origin");
	return response;
}

/** What a browser asks before it lets a page of another origin send a header or JSON. */
export function preflightAnswer(origin: string): Response {
	const response = new Response(null, {
		status: 204,
		headers: {
			...HEADERS,
			"access-control-allow-methods": "GET, POST",
			"access-control-allow-headers": "authorization, content-type, last-event-id",
			// Older Chromium asks for this when the hub is in the local network.
			"access-control-allow-private-network": "true",
			"access-control-max-age": "600",
		},
	});
	return allowOrigin(response, origin);
}

/** Turns whatever was thrown into a typed refusal. What nobody foresaw is logged here and not told in detail. */
export function refusal(error: unknown): Response {
	if (isHubError(error)) {
		const headers: Record<string, string> = { ...HEADERS };
		if ("retryAfterMs" in error.value) {
			headers["retry-after"] = String(Math.ceil(error.value.retryAfterMs / 1000));
		}
		return Response.json({ error: error.value }, { status: HUB_ERROR_STATUS[error.code], headers });
	}
	if (error instanceof DrizzleQueryError) {
		const { cause } = error;
		console.error(`Workshops: the store did not answer: ${cause instanceof Error ? cause.message : cause}`);
		return refusal(
			hubError(
				"no-store",
				"The workshop’s store does not answer. What you did is kept in your browser and sent again.",
			),
		);
	}
	console.error("The hub failed:", error);
	return refusal(
		hubError(
			"internal",
			"The hub could not do this because of an error of the playground itself; its log says more. What you did is kept in your browser.",
		),
	);
}

/**
 * The body as text, read no further than `limit` bytes.
 * @throws HubError `too-large`
 */
export async function readText(request: Request, limit: number): Promise<string> {
	const tooLarge = () =>
		hubError("too-large", `The request is larger than ${limit} bytes, so nothing of it was taken.`, {
			limit,
		});
	if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge();
	if (request.body === null) return "";
	const decoder = new TextDecoder();
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
 * Text as JSON of one shape.
 * @throws HubError `bad-request`
 */
export function parse<Schema extends z.ZodMiniType>(text: string, schema: Schema): z.output<Schema> {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (cause) {
		throw Object.assign(
			hubError("bad-request", "The request is no JSON, so nothing of it was taken.", { place: "" }),
			{ cause },
		);
	}
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	const place = (issue?.path ?? []).join(".").slice(0, 200);
	throw hubError("bad-request", `Nothing was taken: ${place || "the request"}: ${issue?.message}.`, {
		place,
	});
}
