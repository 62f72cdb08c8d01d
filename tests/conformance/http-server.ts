import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import * as input from "@/app/api/machines/[id]/agent/input/route";
import * as agent from "@/app/api/machines/[id]/agent/route";
import * as file from "@/app/api/machines/[id]/file/route";
import * as mount from "@/app/api/machines/[id]/mount/route";
import * as machine from "@/app/api/machines/[id]/route";
import * as write from "@/app/api/machines/[id]/write/route";
import * as machines from "@/app/api/machines/route";
import * as session from "@/app/api/machines/session/route";

type Handler = (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>;
type Route = Partial<Record<string, Handler | string>>;

const ROUTES: [RegExp, Route][] = [
	[/^\/api\/machines$/, machines],
	[/^\/api\/machines\/session$/, session],
	[/^\/api\/machines\/([^/]+)$/, machine],
	[/^\/api\/machines\/([^/]+)\/write$/, write],
	[/^\/api\/machines\/([^/]+)\/mount$/, mount],
	[/^\/api\/machines\/([^/]+)\/file$/, file],
	[/^\/api\/machines\/([^/]+)\/agent$/, agent],
	[/^\/api\/machines\/([^/]+)\/agent\/input$/, input],
];

export interface RouteServer {
	url: string;
	/** Cuts every open connection, as a lost network would. */
	cut(): void;
	close(): Promise<void>;
}

/** The machines' route handlers behind a plain HTTP server, without Next.js. */
export async function serveMachineRoutes(): Promise<RouteServer> {
	const server = createServer((incoming, outgoing) => {
		// `cut` would otherwise also break connections that only wait to be used again, under whoever takes one next.
		outgoing.shouldKeepAlive = false;
		void answerWithRoute(incoming, outgoing).catch(() => outgoing.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://localhost:${port}`,
		cut: () => server.closeAllConnections(),
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

async function answerWithRoute(
	incoming: IncomingMessage,
	outgoing: import("node:http").ServerResponse,
): Promise<void> {
	const url = new URL(incoming.url ?? "/", "http://localhost");
	for (const [pattern, route] of ROUTES) {
		const match = pattern.exec(url.pathname);
		const handler = match && route[incoming.method ?? ""];
		if (typeof handler !== "function") continue;
		const gone = new AbortController();
		outgoing.once("close", () => gone.abort());
		const hasBody = incoming.method === "POST";
		const request = new Request(url, {
			method: incoming.method,
			headers: incoming.headers as Record<string, string>,
			body: hasBody ? (Readable.toWeb(incoming) as ReadableStream<Uint8Array>) : undefined,
			duplex: "half",
			signal: gone.signal,
		} as RequestInit);
		const params = Promise.resolve({ id: decodeURIComponent(match?.[1] ?? "") });
		const response = await handler(request, { params });
		outgoing.writeHead(response.status, Object.fromEntries(response.headers));
		const reader = response.body!.getReader();
		outgoing.once("close", () => void reader.cancel().catch(() => {}));
		for (;;) {
			const { done, value } = await reader.read();
			if (done) break;
			outgoing.write(value);
		}
		outgoing.end();
		return;
	}
	outgoing.writeHead(404).end();
}
