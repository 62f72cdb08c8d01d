import http from "node:http";
import { KEY_HEADER } from "./names";

/** Where the running server listens, and the key that proves to its recorder that the agent asks. */
export interface Server {
	port: number;
	key: string;
}

/**
 * A request of the agent's own; the recorder keeps no record of it. Gives status and text of the answer, or what went
 * wrong in words.
 */
export function sendOwnRequest(
	{ port, key }: Server,
	method: "GET" | "POST",
	path: string,
	timeout: number,
): Promise<{ status: number; text: string } | string> {
	return new Promise((resolve) => {
		const headers = { [KEY_HEADER]: key };
		const request = http.request(
			{ host: "127.0.0.1", port, method, path, headers, agent: false, timeout },
			(response) => {
				let text = "";
				response.setEncoding("utf8");
				// To the end of the body: only then is a page kept by Next.js.
				response.on("data", (chunk: string) => {
					text += chunk;
				});
				response.once("end", () => resolve({ status: response.statusCode ?? 0, text }));
			},
		);
		request.once("timeout", () => request.destroy(new Error("no answer")));
		request.once("error", (error) => resolve(error.message));
		request.end();
	});
}
