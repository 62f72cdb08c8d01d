import { createServer, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { isolatePages } from "./isolate-pages";

const { emit } = Server.prototype;
beforeEach(() => () => {
	Server.prototype.emit = emit;
	Reflect.deleteProperty(Server.prototype, Symbol.for("playground.isolated-pages"));
});

async function headersOf(path: string): Promise<(string | null)[]> {
	const server = createServer((_, response) =>
		response.writeHead(200, { "content-type": "text/html" }).end("page"),
	);
	onTestFinished(() => void server.close());
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { headers } = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
	return [headers.get("cross-origin-opener-policy"), headers.get("cross-origin-embedder-policy")];
}

const BOTH = ["same-origin", "require-corp"];
const NONE = [null, null];

test("every page is isolated, and nothing that is no page", async () => {
	isolatePages({});
	isolatePages({});
	for (const page of ["/", "/lessons/a/b", "/lessons/a/b?machine=local", "/authors/verify", "/nowhere"])
		expect(await headersOf(page), page).toEqual(BOTH);
	for (const other of ["/api/machines/session", "/_next/static/x.js", "/monaco-esm/x.js", "/types/x.json"])
		expect(await headersOf(other), other).toEqual(NONE);
});

test("a hosted site too", async () => {
	isolatePages({ PLAYGROUND_HOSTED: "on" });
	expect(await headersOf("/")).toEqual(BOTH);
});

test("none is where no WebContainer may run", async () => {
	isolatePages({ PLAYGROUND_MACHINES: "local" });
	expect(await headersOf("/")).toEqual(NONE);
});

test("a setting that says nothing is told", () => {
	expect(() => isolatePages({ PLAYGROUND_MACHINES: "nonsense" })).toThrow("nonsense");
});
