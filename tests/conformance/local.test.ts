import path from "node:path";
import { onTestFinished } from "vitest";
import { connectLocalMachine } from "@/lib/sandbox/machines/local/client";
import { MachineHost } from "@/lib/sandbox/machines/local/server/host";
import { LocalMachine } from "@/lib/sandbox/machines/local/server/local-machine";
import { installLocalMachines } from "@/lib/sandbox/machines/local/server/singleton";
import { fakeBase } from "./fake-app";
import { serveMachineRoutes } from "./http-server";
import { isolation, pidsOutside } from "./isolated";
import { describeMachine } from "./machine";
import { temporaryFolder } from "./temporary-folder";

describeMachine("local, inside the server", async () => {
	const folder = await temporaryFolder();
	const machine = await LocalMachine.create({
		id: "m-0000000000000000",
		root: path.join(folder, "app"),
		scratch: path.join(folder, "scratch"),
	});
	await machine.mount((await fakeBase()).files);
	return { machine, close: () => machine.dispose() };
});

const ISOLATED = "m-00000000000000a1";
if (isolation !== null) {
	const system = isolation;
	describeMachine(
		"local, isolated",
		async () => {
			const folder = await temporaryFolder();
			const machine = await LocalMachine.create({
				id: ISOLATED,
				root: path.join(folder, "app"),
				scratch: path.join(folder, "scratch"),
				isolation: { system, folder: path.join(folder, "enclosure") },
			});
			await machine.mount((await fakeBase()).files);
			return { machine, close: () => machine.dispose() };
		},
		{ reached: "at once", killed: "at once", pidsHere: (pids) => pidsOutside(ISOLATED, pids) },
	);
}

describeMachine("local, over HTTP", async () => {
	const host = new MachineHost({
		folder: await temporaryFolder(),
		readBase: () => fakeBase(),
		maxMachines: 2,
		idleMs: 60_000,
		graceMs: 60_000,
		spare: false,
	});
	installLocalMachines({ token: "token of this boot", host });
	const server = await serveMachineRoutes();
	onTestFinished(() => installLocalMachines(null));
	const machine = await connectLocalMachine({ baseUrl: server.url });
	return {
		machine,
		async close() {
			await host.stop();
			await server.close();
		},
	};
});
