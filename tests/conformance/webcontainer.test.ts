import { afterAll, beforeAll } from "vitest";
import { fakeBase } from "./fake-app";
import { describeMachine } from "./machine";
import { type ContainerTestPage, openTestSite, type TestSite } from "./webcontainer-host/browser-page";
import { startWebContainerHost, type WebContainerHost } from "./webcontainer-host/host";

let site: TestSite;
let host: WebContainerHost;
/** One page for all: what a machine leaves behind in its page would be met by the next. */
let page: ContainerTestPage;

beforeAll(async () => {
	site = await openTestSite();
	host = await startWebContainerHost({ pageOrigins: [site.origin] });
	page = await site.open(host.url);
});
afterAll(async () => {
	await site.close();
	await host.close();
});

describeMachine(
	"webcontainer, by the real API in a browser",
	async () => {
		const machine = await page.connect({ baseFiles: (await fakeBase()).files, bootTimeoutMs: 10_000 });
		return { machine, close: () => machine.dispose() };
	},
	{ reached: "once listening" },
);
