// A playground's process without Next.js: claims one machine (isolated, when told so), starts its agent, then waits to be ended.

import { endWithProcess } from "@/lib/sandbox/machines/local/server/end-with-process";
import { MachineHost } from "@/lib/sandbox/machines/local/server/host";
import { fakeBase } from "./fake-app";
import { isolation } from "./isolated";

const [, , folder, how] = process.argv;
if (folder === undefined) throw new Error("Which folder?");

async function main(folder: string): Promise<void> {
	const host = new MachineHost({
		folder,
		readBase: () => fakeBase(),
		maxMachines: 2,
		idleMs: 60_000,
		graceMs: 60_000,
		spare: false,
		isolation: how === "isolated" ? isolation : null,
	});
	endWithProcess(host);
	const { id } = await host.claim();
	const { feed } = host.get(id);
	await feed.start();
	await feed.write("family\n");
	for await (const events of feed.follow(0, new AbortController().signal)) {
		for (const event of events) if ("line" in event && event.line.startsWith("[")) console.log(event.line);
	}
}

await main(folder);
