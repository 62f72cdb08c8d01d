import { createServer, type Server } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import type { Fault } from "../fault";
import { NOTICED_MS } from "../fault";
import { anyAlive, signalAll } from "../processes";
import { until } from "../until";
import type { World } from "../world";

/** Milliseconds within which programs end that have lost their playground. */
const ORPHANS_END_MS = 10_000;

/** Signals to Next.js, to the agent beside it, and to the playground's own server. */
export const processFaults: Fault[] = [
	{
		id: "kill-next",
		what: "SIGKILL of all processes of Next.js",
		says: /Stopped/,
		async run(world) {
			signalAll((await world.sandbox()).next, "SIGKILL");
		},
	},
	{
		id: "kill-next-server",
		what: "SIGKILL of the server process of Next.js alone",
		says: /Stopped/,
		async run(world) {
			signalAll([(await world.sandbox()).server], "SIGKILL");
		},
	},
	{
		id: "hang-next",
		what: "SIGSTOP of the server process of Next.js, for good",
		says: /Not answering/,
		async run(world) {
			signalAll([(await world.sandbox()).server], "SIGSTOP");
			await world.untilSaid(/Not answering/, NOTICED_MS);
		},
	},
	{
		id: "pause-next",
		what: "SIGSTOP of Next.js for 3 s while somebody types",
		async run(world) {
			const { next } = await world.sandbox();
			await whileStopped(next, 3_000, world);
		},
	},
	{
		id: "kill-agent",
		what: "SIGKILL of the agent",
		says: /Getting a sandbox/,
		async run(world) {
			signalAll([(await world.sandbox()).agent], "SIGKILL");
		},
	},
	{
		id: "pause-agent",
		what: "SIGSTOP of the agent for 3 s while somebody types",
		async run(world) {
			const { agent } = await world.sandbox();
			await whileStopped([agent], 3_000, world);
		},
	},
	{
		id: "kill-playground",
		what: "SIGKILL of the playground's server, which is started again",
		says: /Getting a sandbox/,
		async run(world) {
			const { all } = await world.sandbox();
			world.killProduct();
			await until("the sandbox has ended with the playground", ORPHANS_END_MS, () => !anyAlive(all));
			await world.typeHeading();
			await world.startProduct();
		},
	},
	{
		id: "playground-away",
		what: "no playground for 40 s, then it is started again",
		says: /No sandbox|Did not start/,
		long: true,
		async run(world) {
			world.killProduct();
			await world.untilSaid(/No sandbox/, 60_000);
			await world.typeHeading();
			await world.startProduct();
		},
	},
	{
		id: "pause-playground",
		what: "SIGSTOP of the playground's server for 4 s while somebody types",
		async run(world) {
			await whileStopped([world.product.pid], 4_000, world);
		},
	},
	{
		id: "port-taken",
		what: "another program takes the app's port while Next.js is down",
		says: /Stopped/,
		async run(world) {
			const { next } = await world.sandbox();
			const port = Number(new URL(await previewOrigin(world)).port);
			signalAll(next, "SIGKILL");
			const thief = await takePort(port);
			try {
				await world.untilSaid(/Stopped/, NOTICED_MS);
				await world.shows(await world.typeHeading(), 15_000);
			} finally {
				await new Promise((resolve) => thief.close(resolve));
			}
		},
	},
	{
		id: "asleep",
		what: "the laptop sleeps for an hour: everything stands still, streams are cut, clocks jump",
		async run(world) {
			const { all } = await world.sandbox();
			const stopped = [world.product.pid, ...all];
			await world.context.setOffline(true);
			signalAll(stopped, "SIGSTOP");
			try {
				await delay(2_000);
				await world.page.evaluate(() => {
					window.clockOffset = (window.clockOffset ?? 0) + 3_600_000;
				});
			} finally {
				signalAll(stopped, "SIGCONT");
				await world.context.setOffline(false);
			}
		},
	},
];

async function whileStopped(pids: number[], ms: number, world: World): Promise<void> {
	signalAll(pids, "SIGSTOP");
	try {
		await world.typeHeading();
		// How long it lasts is what is tried here.
		await delay(ms);
	} finally {
		signalAll(pids, "SIGCONT");
	}
}

async function previewOrigin(world: World): Promise<string> {
	const address = await world.page.locator('iframe[title="Preview of your app"]').getAttribute("src");
	if (address === null) throw new Error("The preview has no address.");
	return new URL(address, world.url).origin;
}

function takePort(port: number): Promise<Server> {
	return until(`port ${port} is free`, 5_000, () => {
		const server = createServer((socket) => socket.destroy());
		return new Promise<Server | null>((resolve) => {
			server.once("error", () => resolve(null));
			server.listen(port, "127.0.0.1", () => resolve(server));
		});
	});
}
