import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { PEER_HEADER, peersAreStamped, stampPeers } from "./peer-stamp";

it("writes the connection's address over whatever the sender claims", async () => {
	expect(peersAreStamped()).toBe(false);
	stampPeers();
	stampPeers();
	expect(peersAreStamped()).toBe(true);
	const server = createServer((incoming, outgoing) => {
		outgoing.end(JSON.stringify({ value: incoming.headers[PEER_HEADER], raw: incoming.rawHeaders }));
	});
	onTestFinished(() => void server.close());
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	async function ask(headers: Record<string, string | string[]>): Promise<{ value: string; raw: string[] }> {
		const text = await new Promise<string>((resolve, reject) => {
			request({ port, host: "127.0.0.1", headers, agent: false }, async (response) => {
				resolve((await response.toArray()).join(""));
			})
				.on("error", reject)
				.end();
		});
		return JSON.parse(text);
	}
	expect((await ask({})).value).toBe("127.0.0.1");
	const forged = await ask({ "X-Playground-Peer": ["10.0.0.9", "::1"] });
	expect(forged.value).toBe("127.0.0.1");
	expect(forged.raw.join()).not.toContain("10.0.0.9");
});
