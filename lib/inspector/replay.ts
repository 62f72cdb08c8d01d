import type { Exchange, HeaderList, RawRequest } from "@/lib/sandbox/agent-protocol";
import { bytesToBase64 } from "@/lib/util/base64";
import { bytesOf, fieldsOf, headerOf, isMultipart, textOf } from "./exchange";

/** How a call is sent again. What is left as it was is sent byte by byte as it was. */
export interface Tampering {
	method: "POST" | "GET";
	/** The `Cookie` header; empty for none. */
	cookie: string;
	origin: "same" | "foreign" | "none";
	/** Edited body: fields by place, or the whole text; `null` leaves it alone. */
	body: { fields: EditableField[] } | { text: string } | null;
}

export interface EditableField {
	name: string;
	/** `null` for a file, which is sent as it was. */
	text: string | null;
}

/** Another site, by a name that can never be one. */
export const FOREIGN_ORIGIN = "https://evil.example";

/** What of a call can be edited: its fields, or its text. `null` where its body was cut or is no text. */
export async function editableOf(exchange: Exchange): Promise<Tampering["body"]> {
	if (exchange.requestBody.truncated) return null;
	if (!isMultipart(exchange)) {
		return exchange.requestBody.encoding === "utf8" ? { text: textOf(exchange.requestBody) } : null;
	}
	const fields = await fieldsOf(exchange);
	return {
		fields: [...fields].map(([name, value]) => ({ name, text: typeof value === "string" ? value : null })),
	};
}

export function untampered(exchange: Exchange): Tampering {
	const method = exchange.method === "GET" ? "GET" : "POST";
	return { method, cookie: headerOf(exchange.requestHeaders, "cookie") ?? "", origin: "same", body: null };
}

/** The names of the ways in which a call differs from the one it repeats, for the timeline. */
export function tamperedIn(exchange: Exchange, tampering: Tampering): string[] {
	const was = untampered(exchange);
	return [
		...(tampering.method === was.method ? [] : [`as ${tampering.method}`]),
		...(tampering.body === null ? [] : ["edited"]),
		...(tampering.cookie === was.cookie
			? []
			: [tampering.cookie === "" ? "without cookies" : "with other cookies"]),
		...(tampering.origin === "same"
			? []
			: [tampering.origin === "foreign" ? "foreign Origin" : "without Origin"]),
	];
}

/** Made anew for each request. */
const NOT_SENT_AGAIN =
	/^(host|content-length|connection|transfer-encoding|accept-encoding|cookie|origin|x-sandbox-.*)$/i;

/**
 * The request that sends a recorded call again. `origin` is where the app runs now. Throws where its body was cut when it
 * was recorded: half a body would be another call.
 */
export async function toRequest(
	exchange: Exchange,
	tampering: Tampering,
	origin: string,
): Promise<RawRequest> {
	const headers: HeaderList = exchange.requestHeaders.filter(([name]) => !NOT_SENT_AGAIN.test(name));
	if (tampering.cookie !== "") headers.push(["Cookie", tampering.cookie]);
	if (tampering.origin !== "none")
		headers.push(["Origin", tampering.origin === "same" ? origin : FOREIGN_ORIGIN]);
	const { method } = tampering;
	if (method === "GET") {
		// A GET has no body, and the type would speak of one.
		return { method, path: exchange.url, headers: headers.filter(([name]) => !/^content-type$/i.test(name)) };
	}
	if (exchange.requestBody.truncated && tampering.body === null) {
		throw new Error(
			`Of this call's body of ${exchange.requestBody.size} bytes the first were kept only, so it cannot be sent again.`,
		);
	}
	return { method, path: exchange.url, ...(await bodyOf(exchange, tampering, headers)) };
}

async function bodyOf(
	exchange: Exchange,
	{ body }: Tampering,
	headers: HeaderList,
): Promise<Pick<RawRequest, "headers" | "body">> {
	if (body === null) return { headers, body: bytesToBase64(bytesOf(exchange.requestBody)) };
	if ("text" in body) return { headers, body: bytesToBase64(new TextEncoder().encode(body.text)) };
	const recorded = [...(await fieldsOf(exchange))];
	const form = new FormData();
	for (const [place, { name, text }] of body.fields.entries()) {
		if (text === null) form.append(name, recorded[place]?.[1] ?? "");
		else form.append(name, text);
	}
	const encoded = new Response(form);
	const type = encoded.headers.get("content-type") ?? "";
	return {
		headers: [...headers.filter(([name]) => !/^content-type$/i.test(name)), ["Content-Type", type]],
		body: bytesToBase64(new Uint8Array(await encoded.arrayBuffer())),
	};
}
