import type { Exchange, HeaderList, RecordedBody } from "@/lib/sandbox/agent-protocol";
import { bytesFromBase64 } from "@/lib/util/base64";
import { headerOf } from "./exchange";

/** What the playground itself adds to requests is no part of the app's traffic. The recorder takes it out; so do we. */
const OURS = /^x-sandbox-/i;
/** curl makes these itself. */
const OF_THE_CONNECTION = /^(host|content-length|connection|accept-encoding)$/i;

const published = (headers: HeaderList) => headers.filter(([name]) => !OURS.test(name));

/**
 * A command line for a POSIX shell that sends the request again to `origin`. A body that is no text, or was cut when it
 * was recorded, is not in it; a comment says so.
 */
export function toCurl(exchange: Exchange, origin: string): string {
	const { method, url, requestHeaders, requestBody } = exchange;
	const parts = [`curl -i ${method === "GET" ? "" : `-X ${method} `}${quote(`${origin}${url}`)}`];
	for (const [name, value] of published(requestHeaders)) {
		if (!OF_THE_CONNECTION.test(name)) parts.push(`-H ${quote(`${name}: ${value}`)}`);
	}
	const notes: string[] = [];
	if (requestBody.truncated)
		notes.push(`# The body of ${requestBody.size} bytes was cut when it was recorded.`);
	else if (requestBody.size > 0 && requestBody.encoding === "base64") notes.push("# The body is binary.");
	else if (requestBody.size > 0) parts.push(`--data-binary ${quote(requestBody.data)}`);
	return [...notes, parts.join(" \\\n  ")].join("\n");
}

/** `$'…'` where there are line ends, which must reach the server as they are; else plain quotes. */
function quote(text: string): string {
	if (!/[\r\n]/.test(text)) return `'${text.replaceAll("'", `'\\''`)}'`;
	const escaped = text
		.replaceAll("\\", "\\\\")
		.replaceAll("'", "\\'")
		.replaceAll("\r", "\\r")
		.replaceAll("\n", "\\n");
	return `$'${escaped}'`;
}

/** The exchanges as an HTTP Archive 1.2 (http://www.softwareishard.com/blog/har-12-spec/), oldest first. */
export function toHar(
	exchanges: readonly Exchange[],
	{ origin, version }: { origin: string; version: string },
) {
	return {
		log: {
			version: "1.2",
			creator: { name: "Server Actions Playground", version },
			entries: exchanges.map((exchange) => harEntry(exchange, origin)),
		},
	};
}

function harEntry(exchange: Exchange, origin: string) {
	const { method, url, status, durationMs } = exchange;
	const address = new URL(url, origin);
	return {
		startedDateTime: new Date(exchange.at).toISOString(),
		time: durationMs,
		request: {
			method,
			url: address.href,
			httpVersion: "HTTP/1.1",
			cookies: cookiesOf(headerOf(exchange.requestHeaders, "cookie")),
			headers: harHeaders(exchange.requestHeaders),
			queryString: [...address.searchParams].map(([name, value]) => ({ name, value })),
			headersSize: -1,
			bodySize: exchange.requestBody.size,
			...(exchange.requestBody.size === 0
				? {}
				: {
						postData: {
							mimeType: headerOf(exchange.requestHeaders, "content-type") ?? "",
							text: textWithNote(exchange.requestBody).text,
							...comment(exchange.requestBody),
						},
					}),
		},
		response: {
			status,
			statusText: "",
			httpVersion: "HTTP/1.1",
			cookies: [],
			headers: harHeaders(exchange.responseHeaders),
			content: {
				size: exchange.responseBody.size,
				mimeType: headerOf(exchange.responseHeaders, "content-type") ?? "",
				...textWithNote(exchange.responseBody),
				...comment(exchange.responseBody),
			},
			redirectURL: headerOf(exchange.responseHeaders, "location") ?? "",
			headersSize: -1,
			bodySize: exchange.responseBody.size,
			...(exchange.aborted ? { comment: "The visitor went away before the answer was complete." } : {}),
		},
		cache: {},
		timings: { send: 0, wait: durationMs, receive: 0 },
	};
}

const harHeaders = (headers: HeaderList) => published(headers).map(([name, value]) => ({ name, value }));

function textWithNote(body: RecordedBody): { text: string; encoding?: "base64" } {
	return body.encoding === "base64" ? { text: body.data, encoding: "base64" } : { text: body.data };
}

function comment(body: RecordedBody): { comment?: string } {
	if (!body.truncated) return {};
	const kept = body.encoding === "base64" ? bytesFromBase64(body.data).length : body.data.length;
	return { comment: `Cut when it was recorded: ${kept} of ${body.size} bytes are here.` };
}

function cookiesOf(header: string | null): { name: string; value: string }[] {
	return (header ?? "")
		.split(/;\s*/)
		.filter((pair) => pair.includes("="))
		.map((pair) => ({ name: pair.slice(0, pair.indexOf("=")), value: pair.slice(pair.indexOf("=") + 1) }));
}
