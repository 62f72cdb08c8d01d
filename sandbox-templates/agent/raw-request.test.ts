import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { type RawRequest, rawRequestSchema } from "@/lib/sandbox/agent-protocol";
import { completeHeaders, sendRawRequest } from "./raw-request";

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
	for (const server of servers.splice(0)) {
		server.closeAllConnections();
		server.close();
	}
});

async function serve(handler: (request: IncomingMessage, response: ServerResponse) => void): Promise<number> {
	const server = createServer(handler);
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return (server.address() as AddressInfo).port;
}
const send = (request: RawRequest, port: number) =>
	sendRawRequest(rawRequestSchema.parse(request), port, "the-id");

test("sends the headers as they are given, repeated ones too, and gives the answer as it came", async () => {
	let seen: string[] = [];
	const port = await serve((request, response) => {
		seen = request.rawHeaders;
		response.writeHead(303, { Location: "/elsewhere", "Set-Cookie": ["a=1", "b=2"] });
		response.end("moved");
	});
	const answer = await send(
		{
			method: "POST",
			path: "/form?x=1",
			headers: [
				["HOST", "evil.example"],
				["Origin", "null"],
				["X-Twice", "1"],
				["X-Twice", "2"],
			],
			body: Buffer.from("hello").toString("base64"),
		},
		port,
	);
	expect(seen.slice(0, 8)).toEqual([
		"HOST",
		"evil.example",
		"Origin",
		"null",
		"X-Twice",
		"1",
		"X-Twice",
		"2",
	]);
	expect(seen).toContain("x-sandbox-request");
	expect(answer).toMatchObject({ status: 303, exchangeId: "the-id" });
	expect(answer.headers).toContainEqual(["Set-Cookie", "b=2"]);
	expect(Buffer.from(answer.body, "base64").toString()).toBe("moved");
});

test("adds only what is missing", () => {
	expect(completeHeaders([["hOst", "a"]], 1, 0, "i")).toEqual([
		["hOst", "a"],
		["Connection", "close"],
		["x-sandbox-request", "i"],
	]);
	expect(completeHeaders([["Transfer-Encoding", "chunked"]], 1, 3, "i").map(([name]) => name)).not.toContain(
		"Content-Length",
	);
	expect(completeHeaders([], 80, 3, "i")).toContainEqual(["Host", "localhost:80"]);
});

test("says that no answer came in time, also when only its end is missing", async () => {
	const silent = await serve(() => {});
	await expect(send({ method: "GET", path: "/", timeoutMs: 30 }, silent)).rejects.toMatchObject({
		code: "no-answer",
		message: expect.stringContaining("GET /"),
	});
	const half = await serve((_, response) => void response.write("half"));
	await expect(send({ method: "GET", path: "/", timeoutMs: 100 }, half)).rejects.toMatchObject({
		code: "no-answer",
	});
});

test("tells a server that hung up or is not there from a request that cannot be", async () => {
	const port = await serve((request) => request.socket.destroy());
	await expect(send({ method: "GET", path: "/" }, port)).rejects.toMatchObject({ code: "not-running" });
	await expect(send({ method: "NOT A METHOD", path: "/" }, port)).rejects.toMatchObject({
		code: "bad-request",
	});
	await expect(send({ method: "GET", path: "/", headers: [["x", "a\nb"]] }, port)).rejects.toMatchObject({
		code: "bad-request",
	});
	await new Promise((resolve) => servers[0]?.close(resolve));
	await expect(send({ method: "GET", path: "/" }, port)).rejects.toMatchObject({ code: "not-running" });
});
