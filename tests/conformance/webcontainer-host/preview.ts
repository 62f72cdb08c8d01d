import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import type { Duplex } from "node:stream";
import { insertIntoHead, MESSAGES_PATH } from "./preview-page";

export interface Preview {
	/** An origin of its own on this computer. */
	readonly url: string;
	/** Where the app's server listens now; it may come back at another address. */
	address: string;
	close(): void;
}

export interface PreviewOptions {
	port: number;
	address: string;
	/** HTML for the head of every page; empty for none. */
	scripts(): string;
	onMessage(message: unknown): void;
}

/** What a WebContainer's own worker adds, so that an isolated page may frame the preview. */
const EMBEDDABLE = {
	"cross-origin-resource-policy": "cross-origin",
	"cross-origin-embedder-policy": "require-corp",
};

/** A proxy in front of one port of an instance. */
export async function openPreview(options: PreviewOptions): Promise<Preview> {
	const sockets = new Set<Duplex>();
	const target = () => ({ port: options.port, host: targetOf(preview.address) });
	const server = createServer((incoming, outgoing) => {
		if (incoming.url === MESSAGES_PATH && incoming.method === "POST")
			void receiveMessage(incoming, outgoing, options.onMessage);
		else passOn(incoming, outgoing, target(), options.scripts());
	});
	server.on("upgrade", (incoming, socket: Duplex, head: Buffer) => {
		sockets.add(socket);
		socket.once("close", () => sockets.delete(socket));
		upgrade(incoming, socket, head, target());
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const preview: Preview = {
		url: `http://localhost:${(server.address() as AddressInfo).port}`,
		address: options.address,
		close() {
			server.close();
			server.closeAllConnections();
			for (const socket of sockets) socket.destroy();
		},
	};
	return preview;
}

interface Target {
	host: string;
	port: number;
}

function passOn(incoming: IncomingMessage, outgoing: ServerResponse, target: Target, scripts: string): void {
	const headers = { ...incoming.headers };
	// A compressed page cannot be added to.
	if (scripts !== "") delete headers["accept-encoding"];
	const onward = request(
		{ ...target, method: incoming.method, path: incoming.url, headers, agent: false },
		(answer) => {
			const isPage = /^text\/html\b/i.test(answer.headers["content-type"] ?? "");
			const added = { ...answer.headers, ...EMBEDDABLE };
			const insert = isPage && scripts !== "" && incoming.method !== "HEAD";
			if (insert) delete added["content-length"];
			outgoing.writeHead(answer.statusCode ?? 502, answer.statusMessage, added);
			answer.on("error", () => outgoing.destroy());
			(insert ? answer.pipe(insertIntoHead(scripts)) : answer).pipe(outgoing);
		},
	);
	onward.on("error", (error) => {
		if (outgoing.headersSent) return outgoing.destroy();
		outgoing.writeHead(503, { ...EMBEDDABLE, "content-type": "text/plain" }).end(error.message);
	});
	outgoing.once("close", () => onward.destroy());
	incoming.pipe(onward);
}

function upgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer, target: Target): void {
	const onward = connect(target.port, target.host, () => {
		const { rawHeaders } = incoming;
		const lines = [`${incoming.method} ${incoming.url} HTTP/1.1`];
		for (let index = 0; index < rawHeaders.length; index += 2)
			lines.push(`${rawHeaders[index]}: ${rawHeaders[index + 1]}`);
		onward.write(`${lines.join("\r\n")}\r\n\r\n`);
		onward.write(head);
		onward.pipe(socket).pipe(onward);
	});
	onward.on("error", () => socket.destroy());
	socket.on("error", () => onward.destroy());
	socket.once("close", () => onward.destroy());
}

async function receiveMessage(
	incoming: IncomingMessage,
	outgoing: ServerResponse,
	onMessage: (message: unknown) => void,
): Promise<void> {
	const text = Buffer.concat(await incoming.toArray()).toString();
	onMessage(JSON.parse(text));
	outgoing.writeHead(204, EMBEDDABLE).end();
}

/** What is bound to every address is reached at the first. */
function targetOf(address: string): string {
	return address === "::" || address === "0.0.0.0" ? "127.0.0.1" : address;
}
