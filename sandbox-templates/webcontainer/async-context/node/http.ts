import http from "node:http";
import https from "node:https";
import { replaceMethod } from "../core/mirror";
import type { Origins } from "./emitters";

/** Each request is a chain of its own: what a handler enters must not be seen by the next one. */
export function instrumentHttp(origins: Origins): void {
	const { slot } = origins;
	origins.heed(http.Server.prototype);
	origins.heed(https.Server.prototype);
	replaceMethod(
		http.Server.prototype,
		"emit",
		(original) =>
			function (this: unknown, ...args: unknown[]) {
				return slot.run(slot.current, original, this, args);
			},
	);

	origins.heed(http.ClientRequest.prototype);
	origins.heed(http.IncomingMessage.prototype);
	for (const module of [http, https]) {
		// A kept connection serves many requests: it must not bring the context of the first to the others.
		replaceMethod(
			module.Agent.prototype,
			"createConnection",
			(original) =>
				function (this: unknown, ...args: unknown[]) {
					return slot.run(null, original, this, args);
				},
		);
		replaceMethod(
			module,
			"request",
			(original) =>
				function (this: unknown, ...args: unknown[]) {
					const request = origins.claim(Reflect.apply(original, this, args) as http.ClientRequest);
					const frame = slot.current;
					request.prependOnceListener("response", (response) => origins.claimFor(response, frame));
					return request;
				},
		);
		// Node's own calls the request function that it was loaded with.
		replaceMethod(
			module,
			"get",
			() =>
				function (this: unknown, ...args: Parameters<typeof http.request>) {
					const request = module.request(...args);
					request.end();
					return request;
				},
		);
	}
}
