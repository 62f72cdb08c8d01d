import http from "node:http";
import type * as z from "zod";
import type { HeaderList, RawResponse, rawRequestSchema } from "@/lib/sandbox/agent-protocol";
import { AgentError } from "./agent-error";
import { REQUEST_ID_HEADER } from "./names";

/** Bytes of an answer's body that are accepted. */
const MAX_ANSWER_BYTES = 10 * 1024 * 1024;

/**
 * Sends one request to the app with exactly the headers given (`Host` and `Content-Length` are added where they are
 * missing), follows no redirect and keeps no cookie. `id` becomes the id of the recorded exchange.
 * Throws an `AgentError`: `no-answer`, `not-running` or `bad-request`.
 */
export function sendRawRequest(
	request: z.infer<typeof rawRequestSchema>,
	port: number,
	id: string,
): Promise<RawResponse> {
	const body = Buffer.from(request.body, "base64");
	const begin = performance.now();
	return new Promise((resolve, reject) => {
		const fail = (code: "no-answer" | "not-running" | "bad-request", message: string) => {
			clearTimeout(timer);
			reject(new AgentError(code, message));
			outgoing?.destroy();
		};
		const what = `${request.method} ${request.path}`;
		const timer = setTimeout(() => {
			fail("no-answer", `The app did not answer ${what} within ${request.timeoutMs / 1000} seconds.`);
		}, request.timeoutMs);

		let outgoing: http.ClientRequest | undefined;
		try {
			outgoing = http.request({
				host: "127.0.0.1",
				port,
				method: request.method,
				path: request.path,
				agent: false,
				// A flat list is sent as it is: order, case and repeated names are the caller's.
				headers: completeHeaders(
					request.headers,
					port,
					body.length,
					id,
				).flat() as unknown as http.OutgoingHttpHeaders,
			});
		} catch (error) {
			fail("bad-request", `${what} cannot be sent: ${messageOf(error)}`);
			return;
		}
		outgoing.once("error", (error: NodeJS.ErrnoException) => {
			if (error.code === "ECONNREFUSED") fail("not-running", "Next.js does not accept connections.");
			else fail("not-running", brokenOff(what, error));
		});
		outgoing.once("response", (response) => {
			const chunks: Buffer[] = [];
			let size = 0;
			response.on("data", (chunk: Buffer) => {
				size += chunk.length;
				if (size > MAX_ANSWER_BYTES) fail("bad-request", `The answer to ${what} is larger than 10 MB.`);
				else chunks.push(chunk);
			});
			response.once("error", (error) => fail("not-running", brokenOff(what, error)));
			response.once("end", () => {
				clearTimeout(timer);
				resolve({
					status: response.statusCode ?? 0,
					headers: pairs(response.rawHeaders),
					body: Buffer.concat(chunks).toString("base64"),
					durationMs: performance.now() - begin,
					exchangeId: id,
				});
			});
		});
		outgoing.end(body);
	});
}

/** Not a matter of waiting: whoever was to answer is gone, or has hung up. */
function brokenOff(what: string, error: Error): string {
	return `The connection ended before ${what} was answered (${error.message}). Most likely the app's process ended.`;
}

/** Exported for its test. */
export function completeHeaders(
	headers: HeaderList,
	port: number,
	bodyBytes: number,
	id: string,
): HeaderList {
	const has = (name: string) => headers.some(([given]) => given.toLowerCase() === name);
	const complete: HeaderList = [...headers];
	if (!has("host")) complete.unshift(["Host", `localhost:${port}`]);
	if (bodyBytes > 0 && !has("content-length") && !has("transfer-encoding")) {
		complete.push(["Content-Length", String(bodyBytes)]);
	}
	if (!has("connection")) complete.push(["Connection", "close"]);
	complete.push([REQUEST_ID_HEADER, id]);
	return complete;
}

function pairs(raw: string[]): HeaderList {
	const list: HeaderList = [];
	for (let index = 0; index + 1 < raw.length; index += 2) list.push([raw[index]!, raw[index + 1]!]);
	return list;
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
