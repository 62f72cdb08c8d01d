import { Server } from "node:http";
import { onEveryRequest } from "./every-request";

/** The address of the connection a request came over. Written by us on every request, whatever the sender wrote. */
export const PEER_HEADER = "x-playground-peer";

const STAMPED = Symbol.for("playground.peer-stamp");

interface StampedRequest {
	headers: Record<string, string | string[] | undefined>;
	rawHeaders: string[];
	socket: { remoteAddress?: string };
}

/**
 * From now on every request to any HTTP server of this process carries its connection's address in
 * {@link PEER_HEADER}. A route handler has no other way to learn it: Next.js keeps an `x-forwarded-for` that the
 * sender made up, so another computer of the network could pass for this one.
 */
export function stampPeers(): void {
	onEveryRequest(STAMPED, stamp);
}

/** Whether {@link stampPeers} was called in this process. */
export function peersAreStamped(): boolean {
	return STAMPED in Server.prototype;
}

function stamp(request: StampedRequest): void {
	const address = request.socket.remoteAddress ?? "";
	request.headers[PEER_HEADER] = address;
	for (let index = 0; index < request.rawHeaders.length; index += 2) {
		if (request.rawHeaders[index]!.toLowerCase() === PEER_HEADER) request.rawHeaders[index + 1] = address;
	}
}
