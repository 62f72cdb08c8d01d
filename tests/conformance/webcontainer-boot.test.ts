import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { openTestSite, type TestSite } from "./webcontainer-host/browser-page";
import { startWebContainerHost, type WebContainerHost } from "./webcontainer-host/host";

let site: TestSite;
let host: WebContainerHost;

beforeAll(async () => {
	site = await openTestSite();
	host = await startWebContainerHost({ pageOrigins: [site.origin] });
});
afterAll(async () => {
	await site.close();
	await host.close();
});

describe("a boot that fails", () => {
	const freshPage = async (hostUrl: string, options?: Parameters<TestSite["open"]>[1]) => {
		const own = await site.open(hostUrl, options);
		onTestFinished(() => own.page.close());
		return own;
	};
	async function silentServer(answer: string | null): Promise<string> {
		const server = createServer((_, response) => {
			if (answer !== null)
				response
					.writeHead(200, {
						"content-type": "text/html",
						"cross-origin-resource-policy": "cross-origin",
						"cross-origin-embedder-policy": "require-corp",
					})
					.end(answer);
		});
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		onTestFinished(() => {
			server.close();
			server.closeAllConnections();
		});
		return `http://localhost:${(server.address() as AddressInfo).port}`;
	}

	it("names a host that refuses connections", async () => {
		const own = await freshPage("http://localhost:9");
		await expect(own.connect({ bootTimeoutMs: 500 })).rejects.toMatchObject({
			code: "unsupported",
			retryable: true,
			message: expect.stringContaining("http://localhost:9"),
			diagnosis: { probe: "host" },
		});
	});

	it("names a host that answers and never starts", async () => {
		const own = await freshPage(await silentServer("<!doctype html>nothing"));
		await expect(own.connect({ bootTimeoutMs: 500 })).rejects.toMatchObject({
			code: "unsupported",
			diagnosis: { probe: "third-party-storage" },
		});
	});

	it("names a host that starts and never builds", async () => {
		const init = "<script>parent.postMessage({type:'init'}, '*', [new MessageChannel().port1])</script>";
		const own = await freshPage(await silentServer(init));
		await expect(own.connect({ bootTimeoutMs: 2_500 })).rejects.toMatchObject({
			code: "unsupported",
			diagnosis: { probe: "boot-time", retryable: true },
		});
	});

	it("names a page that is not isolated, at once", async () => {
		const own = await freshPage(host.url, { isolated: false });
		await expect(own.connect({ bootTimeoutMs: 60_000 })).rejects.toMatchObject({
			code: "unsupported",
			retryable: false,
			diagnosis: { probe: "cross-origin-isolation" },
		});
	});

	it("is made good in the same page once the host can be reached", async () => {
		const own = await freshPage(host.url);
		await own.page.route(`${host.url}/headless*`, (route) => route.abort());
		await expect(own.connect({ bootTimeoutMs: 300 })).rejects.toMatchObject({ diagnosis: { probe: "host" } });
		await own.page.unroute(`${host.url}/headless*`);
		const machine = await own.connect({ bootTimeoutMs: 10_000 });
		await machine.write({ "a.txt": "a" });
		expect(await machine.read("a.txt")).toBe("a");
		await machine.dispose();
	});

	it("names another tab that has one, when this one's does not start", async () => {
		const first = await freshPage(host.url);
		await first.connect({ bootTimeoutMs: 10_000 });
		const second = await freshPage(host.url, { beside: first });
		await second.page.route(`${host.url}/instance*`, () => {});
		await expect(second.connect({ bootTimeoutMs: 2_500 })).rejects.toMatchObject({
			diagnosis: { probe: "second-tab", retryable: true },
		});
	});
});
