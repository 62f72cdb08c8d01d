import { connect, type Socket } from "node:net";

/** Connections held ready: a page asks for its files over several at once. */
const READY = 6;
const RETRY_MS = 200;

/**
 * The inner end of the way into a machine with a network of its own (the outer one is the local machine's relay.ts):
 * holds some connections to `socket`. One that is given a port, as two bytes, becomes a connection to that port of this
 * network, and another one takes its place.
 */
export function openRelay(socket: string): void {
	for (let count = 0; count < READY; count++) hold(socket);
}

function hold(socket: string): void {
	const outside = connect(socket);
	let replaced = false;
	const replace = (afterMs: number) => {
		if (replaced) return;
		replaced = true;
		setTimeout(() => hold(socket), afterMs);
	};
	outside.on("error", () => {});
	outside.once("close", () => replace(RETRY_MS));
	outside.on("readable", function onReadable() {
		const header: Buffer | null = outside.read(2);
		if (header === null || header.length < 2) return;
		outside.removeListener("readable", onReadable);
		replace(0);
		pass(outside, header.readUInt16BE());
	});
}

function pass(outside: Socket, port: number): void {
	const app = connect({ host: "127.0.0.1", port });
	for (const [one, other] of [
		[outside, app],
		[app, outside],
	] as const) {
		one.on("error", () => other.destroy());
		one.once("close", () => other.destroy());
		one.pipe(other);
	}
}
