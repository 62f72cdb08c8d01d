import { connect, createServer, type Server, type Socket } from "node:net";
import { agentMessageSchema, secondBrowserSchema } from "@/lib/sandbox/agent-protocol";
import { joinSockets } from "./join-sockets";

export interface GuestDoorOptions {
	/** Of this computer, in the network; a door is opened at each. */
	addresses: readonly string[];
	/** All by which other computers may know this one, without ports. */
	names: readonly string[];
	/**
	 * The only ports that a door may lead to, where they are known before. Otherwise the agent's word is taken, which code
	 * of the app can put into its mouth: then a guest could come to any port of this computer.
	 */
	ports?: readonly number[] | null;
	/** For the person who runs the playground: one sentence. */
	log: (message: string) => void;
}

/**
 * Lets people at other computers of the network into one app, which itself listens to this computer only. The door has
 * the app's port, so that the browser finds it at the playground's own address, and opens for those who have the machine.
 */
export class GuestDoor {
	readonly #options: GuestDoorOptions;
	readonly #guests = new Set<string>();
	/** Where the app and its second browser are. */
	#wanted = new Set<number>();
	/** By port of this computer. */
	readonly #doors = new Map<number, { servers: Server[]; sockets: Set<Socket> }>();
	#app: number | null = null;
	#closed = false;

	constructor(options: GuestDoorOptions) {
		this.#options = options;
	}

	/** From now on the computer at `address` may come in. */
	letIn(address: string): void {
		this.#guests.add(plain(address));
		this.#openWanted();
	}

	/** Follows the agent's output: where the app (or its second browser) is listening, there is a door. */
	readonly follow = (line: string): void => {
		const found = portIn(line);
		if (found === null || this.#closed) return;
		const { ports } = this.#options;
		if (ports && !ports.includes(found.port)) return;
		if (found.of === "app" && found.port !== this.#app) {
			this.#shut();
			this.#app = found.port;
		}
		this.#wanted.add(found.port);
		this.#openWanted();
	};

	close(): void {
		this.#closed = true;
		this.#shut();
	}

	/** Nobody is let in, nothing is opened. */
	#openWanted(): void {
		if (this.#closed || this.#guests.size === 0) return;
		for (const port of this.#wanted) if (!this.#doors.has(port)) this.#open(port);
	}

	#open(port: number): void {
		const sockets = new Set<Socket>();
		const servers = this.#options.addresses.map((address) => {
			const server = createServer((guest) => this.#enter(guest, port, sockets));
			server.on("error", (error) => {
				this.#options.log(`An app cannot be shown at ${address}:${port}: ${error.message}`);
			});
			// What is left of it does not keep the playground from ending.
			return server.listen({ host: address, port, exclusive: true }).unref();
		});
		this.#doors.set(port, { servers, sockets });
	}

	#shut(): void {
		for (const { servers, sockets } of this.#doors.values()) {
			for (const server of servers) server.close();
			for (const socket of sockets) socket.destroy();
		}
		this.#doors.clear();
		this.#wanted.clear();
	}

	#enter(guest: Socket, port: number, sockets: Set<Socket>): void {
		if (!this.#guests.has(plain(guest.remoteAddress ?? ""))) {
			guest.destroy();
			return;
		}
		const app = connect({ host: "127.0.0.1", port });
		joinSockets(guest, app, sockets);
	}
}

/** An IPv4 address inside an IPv6 one is that IPv4 address. */
function plain(address: string): string {
	return address.replace(/^::ffff:(?=\d+\.)/i, "");
}

function portIn(line: string): { of: "app" | "second browser"; port: number } | null {
	// Log lines and exchanges are many, and long; only what can name a port is parsed.
	if (line.length > 500 || !line.includes('"port":')) return null;
	try {
		const message = agentMessageSchema.parse(JSON.parse(line));
		if (message.type === "next")
			return message.status.state === "ready" ? { of: "app", port: message.status.port } : null;
		if (message.type !== "reply") return null;
		return { of: "second browser", port: secondBrowserSchema.parse(message.value).port };
	} catch {
		return null;
	}
}
