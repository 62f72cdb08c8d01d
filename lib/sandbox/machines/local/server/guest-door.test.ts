import { once } from "node:events";
import { createServer, get } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { expect, test, vi } from "vitest";
import { lanAddresses } from "@/lib/util/own-names";
import { GuestDoor } from "./guest-door";

const [address] = lanAddresses();

/** An app that listens to this computer only. */
async function app(text: string) {
	const server = createServer((_, response) => response.end(text));
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	return { port, [Symbol.asyncDispose]: async () => void server.close() };
}

const ready = (port: number) =>
	JSON.stringify({ type: "next", status: { state: "ready", mode: "development", port } });
const second = (port: number) => JSON.stringify({ type: "reply", id: 7, ok: true, value: { port } });

/** What somebody in the network gets: the answer's text, or why there is none. `fetch` would try again without an end. */
function visit(port: number): Promise<string> {
	return new Promise((resolve) => {
		get({ host: address, port, agent: false }, async (response) =>
			resolve((await response.toArray()).join("")),
		).on("error", (error: NodeJS.ErrnoException) =>
			resolve(error.code === "ECONNREFUSED" ? "closed" : "cut off"),
		);
	});
}

// A computer in no network has no door to try.
test.skipIf(address === undefined)("opens where the app is, for who has the machine", async () => {
	await using first = await app("first");
	await using browser = await app("second browser");
	const door = new GuestDoor({
		addresses: [address!],
		names: [address!],
		log: (line) => expect(line).toBe(""),
	});
	door.follow(ready(first.port));
	door.letIn("192.0.2.99");
	await vi.waitFor(async () => expect(await visit(first.port)).toBe("cut off"));
	expect(await visit(browser.port)).toBe("closed");
	// The connection comes from this computer's own address in the network.
	door.letIn(`::ffff:${address}`);
	expect(await visit(first.port)).toBe("first");
	door.follow(second(browser.port));
	await vi.waitFor(async () => expect(await visit(browser.port)).toBe("second browser"));
	door.close();
	await vi.waitFor(async () => expect(await visit(first.port)).toBe("closed"));
	expect(await visit(browser.port)).toBe("closed");
});

test.skipIf(address === undefined)("goes with the app to another port, and ends what was open", async () => {
	await using before = await app("before");
	await using after = await app("after");
	const door = new GuestDoor({ addresses: [address!], names: [address!], log: () => undefined });
	door.letIn(address!);
	door.follow(ready(before.port));
	await vi.waitFor(async () => expect(await visit(before.port)).toBe("before"));
	const open = connect({ host: address!, port: before.port });
	await once(open, "connect");
	const ended = once(open, "close");
	door.follow(ready(after.port));
	await ended;
	await vi.waitFor(async () => expect(await visit(after.port)).toBe("after"));
	expect(await visit(before.port)).toBe("closed");
	door.close();
});

test.skipIf(address === undefined)(
	"lets nobody in before there is a guest, and heeds nothing but the agent's word",
	async () => {
		await using other = await app("other");
		const door = new GuestDoor({ addresses: [address!], names: [address!], log: () => undefined });
		door.follow(ready(other.port));
		expect(await visit(other.port)).toBe("closed");
		const unheard = new GuestDoor({ addresses: [address!], names: [address!], log: () => undefined });
		unheard.letIn(address!);
		unheard.follow(`"port":${other.port}`);
		unheard.follow(
			JSON.stringify({ type: "log", entry: { seq: 1, at: 1, stream: "stdout", text: ready(other.port) } }),
		);
		unheard.follow(
			JSON.stringify({ type: "next", status: { state: "starting", mode: "development", stage: "warming" } }),
		);
		expect(await visit(other.port)).toBe("closed");
		door.close();
		unheard.close();
	},
);

test.skipIf(address === undefined)(
	"leads nowhere but to the machine's own ports, where they are known",
	async () => {
		await using own = await app("own");
		await using database = await app("something else that this computer runs");
		const door = new GuestDoor({
			addresses: [address!],
			names: [address!],
			ports: [own.port],
			log: () => undefined,
		});
		door.letIn(address!);
		// Code of the app can write where the agent writes.
		door.follow(ready(database.port));
		door.follow(second(database.port));
		door.follow(ready(own.port));
		await vi.waitFor(async () => expect(await visit(own.port)).toBe("own"));
		expect(await visit(database.port)).toBe("closed");
		door.close();
	},
);
