import { PEER_HEADER } from "@/lib/util/peer-stamp";
import type { Hub } from "./hub";
import { installHub } from "./singleton";
import * as surface from "./surface";

const ROUTES: [
	method: string,
	pattern: RegExp,
	handler: (request: Request, route: never) => Promise<Response>,
][] = [
	["POST", /^\/api\/rooms$/, surface.postRooms],
	["GET", /^\/api\/rooms\/network$/, surface.getNetwork],
	["GET", /^\/api\/rooms\/(?<code>[^/]+)$/, surface.getRoom],
	["DELETE", /^\/api\/rooms\/(?<code>[^/]+)$/, surface.deleteRoom],
	["POST", /^\/api\/rooms\/(?<code>[^/]+)\/join$/, surface.postJoin],
	["POST", /^\/api\/rooms\/(?<code>[^/]+)\/helpers$/, surface.postHelpers],
	["GET", /^\/api\/rooms\/(?<code>[^/]+)\/stream$/, surface.getStream],
	["GET", /^\/api\/rooms\/(?<code>[^/]+)\/view$/, surface.getView],
	["POST", /^\/api\/rooms\/(?<code>[^/]+)\/events$/, surface.postEvents],
	["POST", /^\/api\/rooms\/(?<code>[^/]+)\/commands$/, surface.postCommands],
	["GET", /^\/api\/rooms\/(?<code>[^/]+)\/learners\/(?<learner>[^/]+)\/code$/, surface.getCode],
	["DELETE", /^\/api\/rooms\/(?<code>[^/]+)\/learners\/(?<learner>[^/]+)\/code$/, surface.deleteViewing],
	["GET", /^\/api\/rooms\/(?<code>[^/]+)\/approaches\/(?<approach>[^/]+)$/, surface.getApproach],
	["GET", /^\/api\/rooms\/(?<code>[^/]+)\/results$/, surface.getResults],
];

/** `fetch` right into the route handlers of one hub. */
export function fetchOf(hub: Hub, headers: Record<string, string> = {}) {
	return async (path: string, init: RequestInit = {}): Promise<Response> => {
		const url = new URL(path, "http://localhost:3000");
		const request = new Request(url, {
			...init,
			headers: { host: url.host, [PEER_HEADER]: "127.0.0.1", ...headers, ...(init.headers as object) },
		});
		const method = init.method ?? "GET";
		const found = ROUTES.find(([one, pattern]) => one === method && pattern.test(url.pathname));
		if (!found) throw new Error(`There is no route ${method} ${url.pathname}.`);
		const groups = found[1].exec(url.pathname)?.groups ?? {};
		const params = Object.fromEntries(
			Object.entries(groups).map(([key, value]) => [key, decodeURIComponent(value)]),
		);
		// Taken up by the handler before it waits for anything.
		installHub(hub);
		return found[2](request, { params: Promise.resolve(params) } as never);
	};
}
