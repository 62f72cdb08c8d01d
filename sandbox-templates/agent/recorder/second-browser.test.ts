import http, { type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { openSecondPort, separateCookies } from "./second-browser";

const servers: http.Server[] = [];
afterEach(() => {
	for (const server of servers.splice(0)) {
		server.closeAllConnections();
		server.close();
	}
});

/** An app that tells which cookies it was sent, on both ports. */
async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void) {
	const server = http.createServer();
	server.on("request", (request, response) => {
		separateCookies(request, "first");
		answer(request, response);
	});
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const second = await openSecondPort(server);
	const ask = (port: number, cookie: string) => fetch(`http://127.0.0.1:${port}/`, { headers: { cookie } });
	return { first: (server.address() as AddressInfo).port, second, ask };
}

test("each browser's requests carry its own cookies only, by the names the app gave them", async () => {
	const { first, second, ask } = await serve((request, response) => {
		const { rawHeaders, headers } = request;
		const raw = rawHeaders.filter((_, index) => rawHeaders[index - 1]?.toLowerCase() === "cookie");
		response.end(JSON.stringify([headers.cookie ?? null, raw]));
	});
	const both = "session=ada; playground-second.session=eve; theme=dark";
	expect(await (await ask(first, both)).json()).toEqual([
		"session=ada; theme=dark",
		["session=ada; theme=dark"],
	]);
	expect(await (await ask(second, both)).json()).toEqual(["session=eve", ["session=eve"]]);
	expect(await (await ask(second, "session=ada")).json()).toEqual([null, []]);
	expect(await (await ask(first, "playground-second.a=1")).json()).toEqual([null, []]);
});

test.each<[string, (response: ServerResponse) => void]>([
	["set one by one", (response) => response.setHeader("Set-Cookie", ["a=1; Path=/", "b=2"]).end()],
	[
		"set as one text",
		(response) => response.setHeader("set-cookie", "a=1; Path=/").appendHeader("set-cookie", "b=2").end(),
	],
	[
		"given to writeHead",
		(response) => response.writeHead(200, { "Set-Cookie": ["a=1; Path=/", "b=2"] }).end(),
	],
	[
		"given to writeHead as a list",
		(response) => response.writeHead(200, ["Set-Cookie", "a=1; Path=/", "Set-Cookie", "b=2"]).end(),
	],
])("cookies %s are kept apart in the browser", async (_, send) => {
	const { first, second, ask } = await serve((_request, response) => send(response));
	expect((await ask(second, "x=1")).headers.getSetCookie()).toEqual([
		"playground-second.a=1; Path=/",
		"playground-second.b=2",
	]);
	expect((await ask(first, "x=1")).headers.getSetCookie()).toEqual(["a=1; Path=/", "b=2"]);
});
