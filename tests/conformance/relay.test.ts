import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { Relay } from "@/lib/sandbox/machines/local/server/relay";
import { temporaryFolder } from "./temporary-folder";

/** Both ends without bubblewrap. The agent's end connects to 127.0.0.1 too, so the test stands in for it. */
async function open() {
	const socket = path.join(await temporaryFolder(), "relay.sock");
	const relay = await Relay.open(socket);
	onTestFinished(() => relay.close());
	const inside = async () => {
		const held = connect(socket);
		onTestFinished(() => void held.destroy());
		await once(held, "connect");
		return held;
	};
	const browser = async (index = 0) => {
		const client = connect({ host: "127.0.0.1", port: relay.ports[index]! });
		onTestFinished(() => void client.destroy());
		client.on("error", () => {});
		await once(client, "connect");
		return client;
	};
	return { relay, inside, browser };
}

async function read(socket: Socket, length: number): Promise<Buffer> {
	for (;;) {
		const bytes: Buffer | null = socket.read(length);
		if (bytes !== null && bytes.length === length) return bytes;
		await once(socket, "readable");
	}
}

test("hands each connection on with its port before it, both ways, whoever comes first", async () => {
	const { relay, inside, browser } = await open();
	expect(new Set(relay.ports).size).toBe(2);
	const early = await browser(0);
	early.write("question");
	const first = await inside();
	expect((await read(first, 2)).readUInt16BE()).toBe(relay.ports[0]);
	expect(String(await read(first, 8))).toBe("question");
	first.write("answer");
	expect(String(await read(early, 6))).toBe("answer");
	const ready = await inside();
	const late = await browser(1);
	expect((await read(ready, 2)).readUInt16BE()).toBe(relay.ports[1]);
	const ended = once(late.resume(), "close");
	ready.destroy();
	await ended;
});

test("holds the ports for the machine, and gives them back at its end", async () => {
	const { relay, browser } = await open();
	const [port] = relay.ports;
	const taken = createServer().listen({ port, host: "127.0.0.1" });
	const [error] = await once(taken, "error");
	expect(error).toMatchObject({ code: "EADDRINUSE" });
	const waiting = await browser();
	const ended = once(waiting.resume(), "close");
	relay.close();
	await ended;
	const free = createServer().listen({ port, host: "127.0.0.1" });
	await once(free, "listening");
	free.close();
});

test("a browser that nobody takes in is let go after a while", async () => {
	const { browser } = await open();
	const began = performance.now();
	await once((await browser()).resume(), "close");
	expect(performance.now() - began).toBeGreaterThan(2_500);
});

test("keeps so many connections from inside and no more", async () => {
	const { inside } = await open();
	const held = await Promise.all(Array.from({ length: 16 }, inside));
	const tooMany = await inside();
	await once(tooMany.resume(), "close");
	expect(held.every((socket) => !socket.destroyed)).toBe(true);
});

test("an address that is too long for a socket is said to be so", async () => {
	const far = path.join(await temporaryFolder(), "x".repeat(120), "relay.sock");
	await expect(Relay.open(far)).rejects.toMatchObject({
		code: "start-failed",
		message: expect.stringContaining("shorter TMPDIR"),
	});
});
