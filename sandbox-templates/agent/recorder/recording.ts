import type { IncomingMessage, ServerResponse } from "node:http";
import type { HeaderList } from "@/lib/sandbox/agent-protocol";
import { REQUEST_ID_HEADER } from "../names";
import type { CloseRecord, OpenRecord } from "../records";
import { createBodyCollector } from "./body";
import { changesBetween } from "./data-changes";
import { withoutPrefix } from "./second-browser";

/**
 * Watches one request and its response without changing either: bodies are copied as the parser delivers and as the
 * app writes them, so streaming stays streaming and an unread body stays unread. `readData` gives the text of the app's
 * data file, which is compared over requests that may write. The app gets the request `heldBackMs` from now: its time
 * begins then.
 */
export function recordExchange(
	request: IncomingMessage,
	response: ServerResponse,
	emit: (record: OpenRecord | CloseRecord) => void,
	makeId: () => string,
	readData: () => string | null = () => null,
	heldBackMs = 0,
): void {
	const at = Date.now() + heldBackMs;
	const begin = performance.now() + heldBackMs;
	const requestId = takeHeader(request, REQUEST_ID_HEADER);
	const id = requestId ?? makeId();
	const headers = pairs(request.rawHeaders);
	const { method = "", url = "" } = request;
	const requestBody = createBodyCollector();
	const responseBody = createBodyCollector();

	const mayWrite = method !== "GET" && method !== "HEAD";
	let dataBefore: string | null = null;

	let opened = false;
	const open = () => {
		if (opened) return;
		opened = true;
		// The whole body is here, but nobody has been told: no action has begun.
		if (mayWrite) dataBefore = readData();
		const initiator = requestId === null ? "preview" : "agent";
		emit({ type: "open", id, at, initiator, method, url, headers, body: requestBody.body() });
	};

	const push = request.push;
	request.push = (chunk: unknown, encoding?: BufferEncoding) => {
		if (chunk === null) open();
		else requestBody.add(chunk, encoding);
		return push.call(request, chunk, encoding);
	};

	const { write, end } = response;
	response.write = ((...args: Parameters<typeof write>) => {
		responseBody.add(args[0], args[1]);
		return write.apply(response, args);
	}) as typeof write;
	response.end = ((...args: Parameters<typeof end>) => {
		if (typeof args[0] !== "function") responseBody.add(args[0], args[1]);
		return end.apply(response, args);
	}) as typeof end;

	let closed = false;
	const close = () => {
		if (closed) return;
		closed = true;
		open();
		const changes = mayWrite ? changesBetween(dataBefore, readData()) : null;
		emit({
			type: "close",
			id,
			durationMs: Math.max(0, performance.now() - begin),
			status: response.headersSent ? response.statusCode : 0,
			headers: sentHeaders(response),
			body: responseBody.body(),
			aborted: !response.writableFinished,
			...(changes === null ? {} : { changes }),
		});
	};
	response.once("finish", close);
	response.once("close", close);
}

/** Removes a header from everything that the app can see of `request`, and gives its value. */
function takeHeader(request: IncomingMessage, name: string): string | null {
	const raw = request.rawHeaders;
	let value: string | null = null;
	for (let index = raw.length - 2; index >= 0; index -= 2) {
		if (raw[index]?.toLowerCase() !== name) continue;
		value = raw[index + 1] ?? null;
		raw.splice(index, 2);
	}
	if (value !== null) delete request.headers[name];
	return value;
}

function pairs(raw: string[]): HeaderList {
	const list: HeaderList = [];
	for (let index = 0; index + 1 < raw.length; index += 2) list.push([raw[index]!, raw[index + 1]!]);
	return list;
}

/** The headers as they went over the wire; cookies by the names that the app gave them. */
function sentHeaders(response: ServerResponse): HeaderList {
	// Headers given to writeHead() as an argument never reach getHeaders(); Node's own header text has them all.
	const text = (response as { _header?: unknown })._header;
	if (typeof text !== "string") return [];
	return text
		.split("\r\n")
		.slice(1)
		.filter((line) => line !== "")
		.map((line) => {
			const colon = line.indexOf(":");
			const [name, value] = [line.slice(0, colon), line.slice(colon + 1).trim()];
			return [name, name.toLowerCase() === "set-cookie" ? withoutPrefix(value) : value];
		});
}
