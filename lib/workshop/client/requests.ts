import * as z from "zod/mini";
import {
	type Approach,
	approachSchema,
	authorization,
	type CommandAnswer,
	type CreatedRoom,
	type CreateRoom,
	codeSchema,
	commandAnswerSchema,
	createdRoomSchema,
	type Door,
	doorSchema,
	type EventsAnswer,
	eventsAnswerSchema,
	type HelpJoin,
	HubError,
	type HubMessage,
	hubErrorBodySchema,
	hubMessageSchema,
	hubPaths,
	type Join,
	type Joined,
	joinedSchema,
	type Network,
	networkSchema,
	type ResultsFormat,
	type SendCommand,
	type SendEvents,
	type SharedCode,
} from "../contract";

/** The hub gave no answer that this page understands: no connection, a proxy's page, a hub of another version. */
export class HubUnreachable extends Error {
	override readonly name = "HubUnreachable";
}

export function isHubUnreachable(error: unknown): error is HubUnreachable {
	return error instanceof Error && error.name === "HubUnreachable";
}

export interface RequestOptions {
	/** The origin of the playground that has the room, where that is another one than this page's. */
	hub?: string | undefined;
	signal?: AbortSignal;
	/** For tests. */
	fetch?: typeof fetch;
}

interface Asked extends RequestOptions {
	method?: "GET" | "POST" | "DELETE";
	/** Of a learner or helper, or the instructor's key. */
	secret?: string;
	json?: unknown;
	headers?: Record<string, string>;
}

/** Nobody waits longer for an answer. A stream may take as long as it likes once it has begun. */
const ANSWER_MS = 20_000;

/**
 * The hub's answer, when it is 2xx.
 * @throws HubError what the hub refused; HubUnreachable no answer, or none of the hub's; the signal's reason
 */
export async function askHub(path: string, asked: Asked = {}): Promise<Response> {
	const { method = "GET", hub = "", secret, json, headers, signal } = asked;
	// Called without its owner, the browser's fetch refuses to work.
	const send = asked.fetch ?? fetch.bind(globalThis);
	const late = new AbortController();
	const timer = setTimeout(
		() => late.abort(new HubUnreachable("The workshop's server takes too long.")),
		ANSWER_MS,
	);
	let response: Response;
	try {
		response = await send(`${hub}${path}`, {
			method,
			cache: "no-store",
			headers: {
				...(secret !== undefined && authorization(secret)),
				...(json !== undefined && { "content-type": "application/json" }),
				...headers,
			},
			...(json !== undefined && { body: JSON.stringify(json) }),
			signal: signal ? anyOf(signal, late) : late.signal,
		});
	} catch (error) {
		if (signal?.aborted) throw signal.reason;
		if (isHubUnreachable(error)) throw error;
		throw new HubUnreachable("The workshop's server cannot be reached.", { cause: error });
	} finally {
		clearTimeout(timer);
	}
	if (response.ok) return response;
	throw await refusal(response);
}

/** As {@link askHub}, and the body as what the contract says it is. */
export async function callHub<T>(path: string, schema: z.ZodMiniType<T>, asked: Asked = {}): Promise<T> {
	const response = await askHub(path, asked);
	let body: unknown;
	try {
		body = await response.json();
	} catch (error) {
		if (asked.signal?.aborted) throw asked.signal.reason;
		throw new HubUnreachable("The answer of the workshop's server broke off.", { cause: error });
	}
	const parsed = z.safeParse(schema, body);
	if (parsed.success) return parsed.data;
	throw new HubUnreachable(OTHER_VERSION, { cause: parsed.error });
}

export const OTHER_VERSION =
	"This page and the workshop's server are of different versions. Reload the page; nothing you did is lost.";

async function refusal(response: Response): Promise<Error> {
	const body: unknown = await response.json().catch(() => null);
	const parsed = z.safeParse(hubErrorBodySchema, body);
	if (parsed.success) return new HubError(parsed.data.error);
	return new HubUnreachable(`The workshop's server answered with an error (${response.status}).`);
}

/** `AbortSignal.any` is younger than some of a classroom's browsers. The one that is ours to end follows the other. */
function anyOf(signal: AbortSignal, late: AbortController): AbortSignal {
	if (signal.aborted) late.abort(signal.reason);
	else signal.addEventListener("abort", () => late.abort(signal.reason), { once: true });
	return late.signal;
}

export const readDoor = (code: string, options?: RequestOptions): Promise<Door> =>
	callHub(hubPaths.room(code), doorSchema, options);

export const joinRoom = (code: string, json: Join, options?: RequestOptions): Promise<Joined> =>
	callHub(hubPaths.join(code), joinedSchema, { ...options, method: "POST", json });

export const joinAsHelper = (code: string, json: HelpJoin, options?: RequestOptions): Promise<Joined> =>
	callHub(hubPaths.helpers(code), joinedSchema, { ...options, method: "POST", json });

export const createRoom = (json: CreateRoom, options?: RequestOptions): Promise<CreatedRoom> =>
	callHub(hubPaths.rooms, createdRoomSchema, { ...options, method: "POST", json });

export const readNetwork = (options?: RequestOptions): Promise<Network> =>
	callHub(hubPaths.network, networkSchema, options);

/** Where somebody is known: a room's code, their secret (or key) there, and on which playground, see {@link RequestOptions}. */
export interface Pass {
	code: string;
	secret: string;
	hub?: string | undefined;
}

const by = ({ secret, hub }: Pass) => ({ secret, hub });

export async function deleteRoom(pass: Pass, options?: RequestOptions): Promise<void> {
	await askHub(hubPaths.room(pass.code), { ...options, ...by(pass), method: "DELETE" });
}

/** One message of type `view`; for who wants to look once. */
export const readView = (
	pass: Pass,
	{ view, ...options }: RequestOptions & { view?: "projector" } = {},
): Promise<HubMessage> =>
	callHub(hubPaths.view(pass.code, view), hubMessageSchema, { ...options, ...by(pass) });

export const sendEvents = (pass: Pass, json: SendEvents, options?: RequestOptions): Promise<EventsAnswer> =>
	callHub(hubPaths.events(pass.code), eventsAnswerSchema, { ...options, ...by(pass), method: "POST", json });

/** The `id` is the caller's: the same command sent again under it is done once. */
export const sendCommand = (
	pass: Pass,
	json: SendCommand,
	options?: RequestOptions,
): Promise<CommandAnswer> =>
	callHub(hubPaths.commands(pass.code), commandAnswerSchema, {
		...options,
		...by(pass),
		method: "POST",
		json,
	});

/** A learner's code as the hub has it. The learner is told that somebody looks. */
export const readLearnersCode = (
	pass: Pass,
	learner: string,
	lesson: string,
	options?: RequestOptions,
): Promise<SharedCode> =>
	callHub(hubPaths.code(pass.code, learner, lesson), codeSchema, { ...options, ...by(pass) });

export async function stopViewing(pass: Pass, learner: string, options?: RequestOptions) {
	await askHub(hubPaths.viewing(pass.code, learner), { ...options, ...by(pass), method: "DELETE" });
}

export const readApproach = (pass: Pass, approach: string, options?: RequestOptions): Promise<Approach> =>
	callHub(hubPaths.approach(pass.code, approach), approachSchema, { ...options, ...by(pass) });

/** The text of a results file. */
export async function readResults(
	pass: Pass,
	format: ResultsFormat,
	names: boolean,
	options?: RequestOptions,
): Promise<string> {
	return (await askHub(hubPaths.results(pass.code, format, names), { ...options, ...by(pass) })).text();
}
