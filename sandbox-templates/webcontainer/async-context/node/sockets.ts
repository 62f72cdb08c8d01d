import dgram from "node:dgram";
import net from "node:net";
import { replaceMethod } from "../core/mirror";
import type { Origins } from "./emitters";

/** A socket's requests end in the context in which they were made; what comes from the other side, in the socket's. */
export function instrumentSockets(origins: Origins): void {
	const { slot } = origins;
	origins.heed(net.Socket.prototype);
	origins.heed(net.Server.prototype);
	origins.heed(dgram.Socket.prototype);
	const claimSelf = (prototype: object, name: string) =>
		replaceMethod(
			prototype,
			name,
			(original) =>
				function (this: object, ...args: unknown[]) {
					return Reflect.apply(original, origins.claim(this), args);
				},
		);
	claimSelf(net.Socket.prototype, "connect");
	claimSelf(net.Server.prototype, "listen");
	claimSelf(dgram.Socket.prototype, "bind");
	claimSelf(dgram.Socket.prototype, "send");

	// The methods through which the stream machinery asks the handle, each with its callback last.
	for (const name of ["_write", "_writev", "_final", "_destroy"]) {
		replaceMethod(
			net.Socket.prototype,
			name,
			(original) =>
				function (this: unknown, ...args: unknown[]) {
					args.push(slot.bindIfFunction(args.pop()));
					return Reflect.apply(original, this, args);
				},
		);
	}
}
