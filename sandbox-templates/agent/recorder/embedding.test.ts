import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { allowEmbedding } from "./embedding";

async function headersFor(
	destination: string | null,
	app: (request: IncomingMessage, response: ServerResponse) => void,
) {
	const server = createServer((request, response) => {
		allowEmbedding(request, response);
		app(request, response);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => void server.close());
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const { headers } = await fetch(
		url,
		destination === null ? {} : { headers: { "sec-fetch-dest": destination } },
	);
	return [headers.get("cross-origin-embedder-policy"), headers.get("cross-origin-resource-policy")];
}

const plain = (_: IncomingMessage, response: ServerResponse) =>
	void response.writeHead(200, { "x-a": "b" }).end("hello");

test.each(["iframe", "frame", "worker", "sharedworker"])(
	"a response that becomes a %s can be embedded",
	async (destination) => {
		expect(await headersFor(destination, plain)).toEqual(["require-corp", "cross-origin"]);
	},
);

test.each([null, "document", "empty", "image", "script"])(
	"a response for %s stays as the app made it",
	async (destination) => {
		expect(await headersFor(destination, plain)).toEqual([null, null]);
	},
);

test("what the app says itself stands", async () => {
	const own = (_: IncomingMessage, response: ServerResponse) =>
		void response.setHeader("Cross-Origin-Embedder-Policy", "credentialless").end("hello");
	expect(await headersFor("iframe", own)).toEqual(["credentialless", "cross-origin"]);
});
