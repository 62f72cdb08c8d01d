import { isolationWishOf, lanMachinesOf } from "@/lib/sandbox/machine-policy";
import { ownNames } from "@/lib/util/own-names";
import { PEER_HEADER } from "@/lib/util/peer-stamp";
import {
	createRoomSchema,
	type HubError,
	type HubMessage,
	helpJoinSchema,
	hubError,
	idSchema,
	joinSchema,
	LIMITS,
	type Network,
	type ResultsFormat,
	sendCommandSchema,
	sendEventsSchema,
	slugSchema,
} from "../contract";
import { isOwnPlayground, refusalOf } from "./guard";
import { allowOrigin, answer, HEADERS, nothing, parse, preflightAnswer, readText, refusal } from "./http";
import type { Entered, Hub } from "./hub";
import * as operations from "./operations";
import type { Watching } from "./receivers";
import { hubSettings, lanOrigins, theHub } from "./singleton";
import { streamAnswer } from "./stream";

/** What Next.js hands to a route below `[code]`. */
export interface RoomRoute<Rest = object> {
	params: Promise<{ code: string } & Rest>;
}

/** `POST /api/rooms` */
export function postRooms(request: Request): Promise<Response> {
	return guarded(request, async (hub, address) => {
		const body = parse(await readText(request, LIMITS.commandBytes), createRoomSchema);
		return answer(await hub.create(address, body), 201);
	});
}

/** `GET /api/rooms/network` */
export function getNetwork(request: Request): Promise<Response> {
	return guarded(request, async (hub) => {
		const settings = hubSettings();
		const network: Network = {
			lan: settings.lan,
			addresses: lanOrigins(settings),
			machines: settings.lan ? lanMachinesOf(process.env) : 0,
			// `npm start` has put what it decided in place of what was asked for.
			isolated: isolationWishOf(process.env) === "on",
			others: hub.others.size,
		};
		return answer(network);
	});
}

/** `GET /api/rooms/:code` */
export function getRoom(request: Request, { params }: RoomRoute): Promise<Response> {
	return forLearners(request, async (hub, address) => answer(await hub.door(address, (await params).code)));
}

/** `DELETE /api/rooms/:code` */
export function deleteRoom(request: Request, route: RoomRoute): Promise<Response> {
	return inRoom(request, route, async (hub, entered) => {
		await operations.deleteRoom(hub, entered);
		return nothing();
	});
}

/** `POST /api/rooms/:code/join` */
export function postJoin(request: Request, { params }: RoomRoute): Promise<Response> {
	return forLearners(request, async (hub, address) => {
		const body = parse(await readText(request, 2_000), joinSchema);
		return answer(await operations.join(hub, address, (await params).code, body));
	});
}

/** `POST /api/rooms/:code/helpers` */
export function postHelpers(request: Request, { params }: RoomRoute): Promise<Response> {
	return guarded(request, async (hub, address) => {
		const body = parse(await readText(request, 2_000), helpJoinSchema);
		return answer(await operations.joinAsHelper(hub, address, (await params).code, body));
	});
}

/** `GET /api/rooms/:code/stream` */
export function getStream(request: Request, route: RoomRoute): Promise<Response> {
	return inRoom(
		request,
		route,
		async (hub, { room, actor }) => {
			const last = request.headers.get("last-event-id")?.slice(0, 64) ?? null;
			return streamAnswer(hub, room, watchingOf(request, { room, actor }), last, request.signal);
		},
		forLearners,
	);
}

/** `GET /api/rooms/:code/view` */
export function getView(request: Request, route: RoomRoute): Promise<Response> {
	return inRoom(
		request,
		route,
		async (hub, entered) => {
			const { room } = entered;
			hub.limits.request(memberKey(entered), 0);
			const view = room.viewFor(watchingOf(request, entered));
			if (view === null) throw hubError("forbidden", "This view is not for you.");
			const message: HubMessage = { type: "view", version: room.state.version, at: Date.now(), view };
			return answer(message);
		},
		forLearners,
	);
}

/** `POST /api/rooms/:code/events` */
export function postEvents(request: Request, route: RoomRoute): Promise<Response> {
	return inRoom(
		request,
		route,
		async (hub, entered) => {
			const text = await readText(request, LIMITS.eventsBytes + LIMITS.codeBytes);
			const body = parse(text, sendEventsSchema);
			const code = body.events.reduce((sum, event) => sum + codeSize(event), 0);
			if (code > LIMITS.codeBytes || text.length - code > LIMITS.eventsBytes)
				throw hubError(
					"too-large",
					"That is more code than the hub takes at once, so nothing of it was taken.",
					{
						limit: LIMITS.codeBytes,
					},
				);
			hub.limits.request(memberKey(entered), text.length, body.events.length);
			return answer(await operations.sendEvents(entered, body));
		},
		forLearners,
	);
}

/** `POST /api/rooms/:code/commands` */
export function postCommands(request: Request, route: RoomRoute): Promise<Response> {
	return inRoom(request, route, async (hub, entered) => {
		const text = await readText(request, LIMITS.commandBytes);
		hub.limits.request(memberKey(entered), text.length);
		return answer(await operations.sendCommand(hub, entered, parse(text, sendCommandSchema)));
	});
}

/** `GET /api/rooms/:code/learners/:learner/code?lesson=` */
export function getCode(request: Request, route: RoomRoute<{ learner: string }>): Promise<Response> {
	return inRoom(request, route, async (hub, entered) => {
		const learner = parameter(idSchema, (await route.params).learner, "learner");
		const lesson = parameter(slugSchema, new URL(request.url).searchParams.get("lesson"), "lesson");
		hub.limits.request(memberKey(entered), 0);
		return answer(await operations.readLearnersCode(hub, entered, learner, lesson));
	});
}

/** `DELETE /api/rooms/:code/learners/:learner/code` */
export function deleteViewing(request: Request, route: RoomRoute<{ learner: string }>): Promise<Response> {
	return inRoom(request, route, async (hub, entered) => {
		const learner = parameter(idSchema, (await route.params).learner, "learner");
		await operations.stopViewing(hub, entered, learner);
		return nothing();
	});
}

/** `GET /api/rooms/:code/approaches/:approach` */
export function getApproach(request: Request, route: RoomRoute<{ approach: string }>): Promise<Response> {
	return inRoom(
		request,
		route,
		async (hub, entered) => {
			const approach = parameter(idSchema, (await route.params).approach, "approach");
			hub.limits.request(memberKey(entered), 0);
			return answer(await operations.readApproach(hub, entered, approach));
		},
		forLearners,
	);
}

const FORMATS: readonly ResultsFormat[] = ["csv", "json", "report"];

/** `GET /api/rooms/:code/results?format=&names=` */
export function getResults(request: Request, route: RoomRoute): Promise<Response> {
	return inRoom(request, route, async (hub, entered) => {
		const query = new URL(request.url).searchParams;
		const format = FORMATS.find((known) => known === query.get("format"));
		if (!format)
			throw hubError("bad-request", "The results come as csv, json or report.", { place: "format" });
		// Without names unless they are asked for.
		const file = await operations.results(hub, entered, format, query.get("names") === "yes");
		return new Response(file.text, {
			headers: {
				...HEADERS,
				"content-type": file.type,
				"content-disposition": `attachment; filename="${file.name}"`,
			},
		});
	});
}

function watchingOf(request: Request, { actor }: Entered): Watching {
	return { actor, projector: new URL(request.url).searchParams.get("view") === "projector" };
}

function codeSize(event: { type: string; files?: Record<string, string | null>; failing?: unknown }): number {
	if (event.type !== "code-shared") return 0;
	return JSON.stringify([event.files, event.failing]).length;
}

function memberKey({ room, actor }: Entered): string {
	return `${room.row.id}:${actor.role === "instructor" ? actor.role : actor.id}`;
}

function parameter<T>(
	schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
	value: string | null,
	place: string,
): T {
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	throw hubError("bad-request", `The request does not say which ${place} it is about.`, { place });
}

function inRoom(
	request: Request,
	{ params }: RoomRoute,
	act: (hub: Hub, entered: Entered) => Promise<Response>,
	guard: typeof guarded = guarded,
): Promise<Response> {
	return guard(request, async (hub, address) => {
		const secret =
			/^Bearer ([A-Za-z0-9_-]{1,200})$/.exec(request.headers.get("authorization") ?? "")?.[1] ?? null;
		return act(hub, await hub.enter(address, (await params).code, secret));
	});
}

const MAX_OTHERS = 2_000;

function guarded(request: Request, act: (hub: Hub, address: string) => Promise<Response>): Promise<Response> {
	return admitted(request, act, refusalFor(request));
}

/** As {@link guarded}, and also for the page of a learner's own playground: its apps run there, the room is here. */
async function forLearners(
	request: Request,
	act: (hub: Hub, address: string) => Promise<Response>,
): Promise<Response> {
	const origin = request.headers.get("origin");
	const refused = refusalFor(request, { forLearners: true });
	const response = await admitted(request, act, refused);
	return refused === null && isOwnPlayground(origin) ? allowOrigin(response, origin) : response;
}

/** `OPTIONS` of the addresses that learners ask, see {@link forLearners}. */
export async function preflight(request: Request): Promise<Response> {
	const origin = request.headers.get("origin");
	const refused = refusalFor(request, { forLearners: true });
	if (refused) return refusal(refused);
	return isOwnPlayground(origin) ? preflightAnswer(origin) : nothing();
}

function refusalFor(request: Request, options: { forLearners?: boolean } = {}): HubError | null {
	const settings = hubSettings();
	const header = (name: string) => request.headers.get(name);
	return refusalOf(
		{
			host: header("host"),
			forwardedHost: header("x-forwarded-host"),
			origin: header("origin"),
			fetchSite: header("sec-fetch-site"),
		},
		{ ...settings, ownNames: settings.lan ? ownNames() : [], ...options },
	);
}

async function admitted(
	request: Request,
	act: (hub: Hub, address: string) => Promise<Response>,
	refused: HubError | null,
): Promise<Response> {
	try {
		if (refused) return refusal(refused);
		const address = addressOf(request, hubSettings().hosted);
		const hub = theHub();
		if (hub.others.size < MAX_OTHERS && !isLocal(address)) hub.others.add(address);
		return await act(hub, address);
	} catch (error) {
		return refusal(error);
	}
}

/** Behind a proxy the connection is the proxy's; it writes the client's address at the end of `x-forwarded-for`. */
function addressOf(request: Request, hosted: boolean): string {
	const peer = request.headers.get(PEER_HEADER) ?? "";
	if (!hosted) return peer;
	return request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || peer;
}

function isLocal(address: string): boolean {
	return address === "" || address === "::1" || /^(?:::ffff:)?127\./.test(address);
}
