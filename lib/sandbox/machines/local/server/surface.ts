import { SandboxError } from "@/lib/sandbox/errors";
import { peersAreStamped } from "@/lib/util/peer-stamp";
import {
	type AgentAnswer,
	type AgentEvent,
	agentActionSchema,
	MAX_FILES_BODY_BYTES,
	MAX_INPUT_BODY_BYTES,
	MAX_SMALL_BODY_BYTES,
	type MachineStatus,
	mountBodySchema,
	writeBodySchema,
} from "../wire";
import { answer, readJson, readText, refusal, streamAnswer } from "./answers";
import { factsOf, type GuardOptions, isGuest, refusalOf } from "./guard";
import type { HostedMachine } from "./hosted-machine";
import { guestNames, type LocalMachines, localMachines, localMachinesEnabled } from "./singleton";

/** A silent stream says this often that it is still there, so that nothing on the way closes it. */
export const KEEP_ALIVE_MS = 15_000;

/** What Next.js hands to a route below `[id]`. */
export interface MachineRoute {
	params: Promise<{ id: string }>;
}

/** `GET /api/machines/session`: the token, for pages of the playground itself. */
export function getSession(request: Request): Promise<Response> {
	return guarded(request, async ({ token }) => answer({ token }), { handsOutToken: true });
}

/** `POST /api/machines`: claims a machine. */
export function postMachine(request: Request): Promise<Response> {
	return guarded(request, async ({ host }, guest) => answer(await host.claim(guest), 201));
}

/** `GET /api/machines/:id`: what a page that comes back must know. */
export function getMachine(request: Request, route: MachineRoute): Promise<Response> {
	return withMachine(request, route, async ({ machine, baseHash, feed, use }) => {
		const agent = feed.running ? "running" : "stopped";
		const status: MachineStatus = { manifest: machine.manifest, baseHash, agent, streams: use.streams };
		return answer(status);
	});
}

/** `DELETE /api/machines/:id` */
export function deleteMachine(request: Request, { params }: MachineRoute): Promise<Response> {
	return guarded(request, async ({ host }) => {
		await host.remove((await params).id);
		return answer({});
	});
}

/** `POST /api/machines/:id/write`: removes, then writes. */
export function postWrite(request: Request, route: MachineRoute): Promise<Response> {
	return withMachine(request, route, async ({ machine }) => {
		await machine.apply(await readJson(request, writeBodySchema, MAX_FILES_BODY_BYTES));
		return answer({ manifest: machine.manifest });
	});
}

/** `POST /api/machines/:id/mount` */
export function postMount(request: Request, route: MachineRoute): Promise<Response> {
	return withMachine(request, route, async ({ machine }) => {
		const { files } = await readJson(request, mountBodySchema, MAX_FILES_BODY_BYTES);
		await machine.mount(files);
		return answer({ manifest: machine.manifest });
	});
}

/** `GET /api/machines/:id/file?path=` */
export function getFile(request: Request, route: MachineRoute): Promise<Response> {
	return withMachine(request, route, async ({ machine }) => {
		const file = new URL(request.url).searchParams.get("path");
		if (file === null) throw new SandboxError("bad-request", "The request does not say which file to read.");
		return answer({ text: await machine.read(file) });
	});
}

/** `POST /api/machines/:id/agent`: starts or ends the agent; no other program. */
export function postAgent(request: Request, route: MachineRoute): Promise<Response> {
	return withMachine(request, route, async ({ feed }) => {
		const { action } = await readJson(request, agentActionSchema, MAX_SMALL_BODY_BYTES);
		let after = feed.lastSeq;
		if (action === "start") after = await feed.start();
		else await feed.kill();
		const body: AgentAnswer = { agent: feed.running ? "running" : "stopped", after };
		return answer(body);
	});
}

/** `POST /api/machines/:id/agent/input`: the body goes to the agent's standard input as it is. */
export function postAgentInput(request: Request, route: MachineRoute): Promise<Response> {
	return withMachine(request, route, async ({ feed }) => {
		await feed.write(await readText(request, MAX_INPUT_BODY_BYTES));
		return answer({});
	});
}

/** `GET /api/machines/:id/agent?after=<seq>`: the agent's output as NDJSON, as it comes, until the agent ends. */
export function getAgent(request: Request, route: MachineRoute): Promise<Response> {
	return withMachine(request, route, async (hosted) => {
		const after = Number(new URL(request.url).searchParams.get("after") ?? "0");
		if (!Number.isSafeInteger(after) || after < 0)
			throw new SandboxError("bad-request", "The request does not say after which line to go on.");
		return streamAnswer(eventStream(hosted, after, request.signal));
	});
}

function eventStream(hosted: HostedMachine, after: number, client: AbortSignal): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	const stop = new AbortController();
	const signal = AbortSignal.any([client, stop.signal]);
	const batches = hosted.follow(after, signal);
	let pending: Promise<IteratorResult<AgentEvent[]>> | null = null;
	return new ReadableStream<Uint8Array>({
		start(controller) {
			// Something must be sent for the headers to leave: only then does the client know that it is attached.
			controller.enqueue(encoder.encode("\n"));
			pending = batches.next();
		},
		async pull(controller) {
			pending ??= batches.next();
			const result = await orQuiet(pending, KEEP_ALIVE_MS);
			if (result === "quiet") return controller.enqueue(encoder.encode("\n"));
			pending = null;
			if (result.done) return controller.close();
			controller.enqueue(encoder.encode(result.value.map((event) => `${JSON.stringify(event)}\n`).join("")));
		},
		async cancel() {
			stop.abort();
			await batches.return(undefined);
		},
	});
}

async function orQuiet<Result>(result: Promise<Result>, ms: number): Promise<Result | "quiet"> {
	let timer: NodeJS.Timeout | undefined;
	const quiet = new Promise<"quiet">((resolve) => {
		timer = setTimeout(() => resolve("quiet"), ms);
	});
	return Promise.race([result, quiet]).finally(() => clearTimeout(timer));
}

function withMachine(
	request: Request,
	{ params }: MachineRoute,
	act: (hosted: HostedMachine) => Promise<Response>,
): Promise<Response> {
	return guarded(request, async ({ host }, guest) => {
		const hosted = host.get((await params).id);
		// The same tab may come back from another address.
		if (guest !== null) hosted.letIn(guest);
		return act(hosted);
	});
}

async function guarded(
	request: Request,
	act: (machines: LocalMachines, guest: string | null) => Promise<Response>,
	{ handsOutToken = false } = {},
): Promise<Response> {
	try {
		const enabled = localMachinesEnabled();
		const machines = enabled ? localMachines() : null;
		const token = handsOutToken || machines === null ? null : machines.token;
		const options: GuardOptions = {
			enabled,
			token,
			peerKnown: peersAreStamped(),
			guestNames: enabled ? guestNames() : [],
		};
		const facts = factsOf(request);
		const refused = refusalOf(facts, options);
		if (refused !== null || machines === null) return refusal(refused);
		return await act(machines, isGuest(facts, options) ? facts.peer : null);
	} catch (error) {
		return refusal(error);
	}
}
