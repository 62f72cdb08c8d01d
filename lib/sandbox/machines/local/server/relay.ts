import { createServer, type Server, type Socket } from "node:net";
import { SandboxError } from "@/lib/sandbox/errors";
import { joinSockets } from "./join-sockets";

/** The app, and its second browser. */
const PORTS = 2;
/** Connections from inside that wait to be used; the agent keeps fewer. */
const MAX_IDLE = 16;
/** Connections of browsers to one port, at a time. */
const MAX_CONNECTIONS = 256;
/** Bytes, without the NUL at the end (unix(7)). */
const MAX_SOCKET_PATH = 107;
/** How long a browser waits for the agent to take it in. */
const WAIT_MS = 3_000;

/**
 * The way into a machine that has a network of its own: listens on ports of this computer, and hands each connection to
 * the agent through a socket in the file system, with the port's number before it. The agent connects to us and holds
 * some connections ready, never the other way round: where we would connect to is a place that the app could change.
 * The agent's end is sandbox-templates/agent/relay.ts.
 */
export class Relay {
	/** On 127.0.0.1, taken from now on; the same numbers are the app's inside. */
	readonly ports: readonly number[];
	readonly #servers: readonly Server[];
	readonly #open = new Set<Socket>();
	readonly #idle: Socket[] = [];
	readonly #waiting: { browser: Socket; port: number; giveUp: NodeJS.Timeout }[] = [];

	private constructor(inside: Server, outside: readonly Server[]) {
		this.#servers = [inside, ...outside];
		this.ports = outside.map(portOf);
		inside.on("connection", (socket) => this.#keep(socket));
		for (const [index, server] of outside.entries())
			server.on("connection", (socket) => this.#receive(socket, this.ports[index]!));
	}

	/**
	 * @param socket where the agent's end finds it
	 * @throws SandboxError `start-failed`
	 */
	static async open(socket: string): Promise<Relay> {
		// Node would leave the rest of it out without a word.
		if (Buffer.byteLength(socket) > MAX_SOCKET_PATH)
			throw new SandboxError(
				"start-failed",
				`The isolated sandbox cannot be reached, because the path of its socket is longer than ${MAX_SOCKET_PATH} bytes: ${socket}. Start the playground with a shorter TMPDIR.`,
			);
		const servers: Server[] = [];
		try {
			servers.push(await listening({ path: socket }));
			for (let port = 0; port < PORTS; port++)
				servers.push(await listening({ host: "127.0.0.1", port: 0, exclusive: true }));
		} catch (cause) {
			for (const server of servers) server.close();
			const message = cause instanceof Error ? cause.message : String(cause);
			throw new SandboxError("start-failed", `The isolated sandbox cannot be reached: ${message}`, { cause });
		}
		const [inside, ...outside] = servers;
		for (const server of outside) server.maxConnections = MAX_CONNECTIONS;
		return new Relay(inside!, outside);
	}

	close(): void {
		for (const server of this.#servers) server.close();
		for (const socket of this.#open) socket.destroy();
	}

	#keep(socket: Socket): void {
		if (this.#idle.length >= MAX_IDLE) {
			socket.destroy();
			return;
		}
		this.#idle.push(socket);
		this.#watch(socket, () => remove(this.#idle, socket));
		this.#match();
	}

	#receive(browser: Socket, port: number): void {
		const giveUp = setTimeout(() => browser.destroy(), WAIT_MS).unref();
		const entry = { browser, port, giveUp };
		this.#waiting.push(entry);
		this.#watch(browser, () => {
			clearTimeout(giveUp);
			remove(this.#waiting, entry);
		});
		this.#match();
	}

	#watch(socket: Socket, onClose: () => void): void {
		this.#open.add(socket);
		socket.on("error", () => {});
		socket.once("close", () => {
			this.#open.delete(socket);
			onClose();
		});
	}

	#match(): void {
		while (this.#idle.length > 0 && this.#waiting.length > 0) {
			const inside = this.#idle.shift()!;
			const { browser, port, giveUp } = this.#waiting.shift()!;
			clearTimeout(giveUp);
			const header = Buffer.alloc(2);
			header.writeUInt16BE(port);
			inside.write(header);
			joinSockets(browser, inside, this.#open);
		}
	}
}

function listening(
	where: { path: string } | { host: string; port: number; exclusive: true },
): Promise<Server> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once("error", reject);
		server.listen(where, () => {
			server.removeListener("error", reject);
			server.on("error", () => {});
			// What is left of it does not keep the playground from ending.
			resolve(server.unref());
		});
	});
}

function portOf(server: Server): number {
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("The system gave no port.");
	return address.port;
}

function remove<Item>(list: Item[], item: Item): void {
	const index = list.indexOf(item);
	if (index >= 0) list.splice(index, 1);
}
