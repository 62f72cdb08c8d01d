import type { Exchange, HeaderList, RecordedBody } from "@/lib/sandbox/agent-protocol";
import { bytesFromBase64 } from "@/lib/util/base64";

/** The first header of that name, whatever its case, or `null`. */
export function headerOf(headers: HeaderList, name: string): string | null {
	return headers.find(([given]) => given.toLowerCase() === name)?.[1] ?? null;
}

export function headersOf(headers: HeaderList, name: string): string[] {
	return headers.filter(([given]) => given.toLowerCase() === name).map(([, value]) => value);
}

/** The kept part of a body as bytes. */
export function bytesOf(body: RecordedBody): Uint8Array {
	return body.encoding === "base64" ? bytesFromBase64(body.data) : new TextEncoder().encode(body.data);
}

/** The kept part of a body as text; bytes that are no text become replacement characters. */
export function textOf(body: RecordedBody): string {
	return body.encoding === "utf8" ? body.data : new TextDecoder().decode(bytesFromBase64(body.data));
}

export const isMultipart = (exchange: Exchange) =>
	/^multipart\/form-data\b/i.test(headerOf(exchange.requestHeaders, "content-type") ?? "");

/** The fields of a multipart request. Throws where the body is cut or is no multipart. */
export async function fieldsOf(exchange: Exchange): Promise<FormData> {
	if (exchange.requestBody.truncated) throw new Error("The body was cut when it was recorded.");
	const type = headerOf(exchange.requestHeaders, "content-type") ?? "";
	return new Response(bytesOf(exchange.requestBody) as BodyInit, {
		headers: { "content-type": type },
	}).formData();
}

/** Milliseconds since the epoch. */
export const endOf = ({ at, durationMs }: Exchange) => at + durationMs;
