import {
	applyPatch,
	authorization,
	type HubErrorValue,
	type HubMessage,
	hubErrorBodySchema,
	hubPaths,
	newSecret,
	type RoomFact,
	type RoomRole,
	type RoomView,
	type RoomViewOf,
} from "@/lib/workshop/contract";

/** `fetch` on one hub: over the network, or right into its route handlers. */
export type HubFetch = (path: string, init?: RequestInit) => Promise<Response>;

/** A refusal, as the hub sent it. */
export class Refused extends Error {
	constructor(
		readonly status: number,
		readonly value: HubErrorValue,
	) {
		super(`${status} ${value.code}: ${value.message}`);
	}
}

/** Sends JSON and reads JSON. @throws Refused */
export async function call<T = unknown>(
	hub: HubFetch,
	method: string,
	path: string,
	{ secret, body }: { secret?: string; body?: unknown } = {},
): Promise<T> {
	const response = await hub(path, {
		method,
		headers: {
			...(secret !== undefined && authorization(secret)),
			...(body !== undefined && { "content-type": "application/json" }),
		},
		...(body !== undefined && { body: JSON.stringify(body) }),
	});
	const text = await response.text();
	if (response.ok) return (text === "" ? null : JSON.parse(text)) as T;
	throw new Refused(response.status, hubErrorBodySchema.parse(JSON.parse(text)).error);
}

/** One open stream, with the view it adds up to. */
export class Watcher<R extends RoomRole> {
	view: RoomViewOf<R> | null = null;
	version = 0;
	messages: HubMessage[] = [];
	lastId: string | null = null;
	bytes = 0;
	ended: Extract<HubMessage, { type: "end" }> | null = null;
	closed = false;
	private waiting: { test: () => boolean; resolve: () => void }[] = [];
	private readonly abort = new AbortController();
	/** Called with each message as it comes. */
	onMessage: (message: HubMessage) => void = () => {};

	/** Keeps no list of messages when `keep` is false: a bench reads many. */
	constructor(private readonly keep = true) {}

	async open(hub: HubFetch, path: string, secret: string, lastId?: string): Promise<this> {
		const response = await hub(path, {
			headers: { ...authorization(secret), ...(lastId !== undefined && { "last-event-id": lastId }) },
			signal: this.abort.signal,
		});
		if (!response.ok || !response.body)
			throw new Refused(response.status, hubErrorBodySchema.parse(await response.json()).error);
		void this.read(response.body.getReader());
		return this;
	}

	close(): void {
		this.abort.abort();
	}

	/** Resolves once `test` holds for the view; fails after `timeoutMs`. */
	async until(
		what: string,
		test: (view: RoomViewOf<R>) => boolean,
		timeoutMs = 10_000,
	): Promise<RoomViewOf<R>> {
		await this.untilTrue(what, () => this.view !== null && test(this.view), timeoutMs);
		return this.view!;
	}

	async untilTrue(what: string, test: () => boolean, timeoutMs = 10_000): Promise<void> {
		if (test()) return;
		await new Promise<void>((resolve, reject) => {
			const timer = setTimeout(
				() =>
					reject(
						new Error(`Waited ${timeoutMs} ms for ${what}. ${JSON.stringify(this.view)?.slice(0, 2_000)}`),
					),
				timeoutMs,
			);
			this.waiting.push({
				test,
				resolve: () => {
					clearTimeout(timer);
					resolve();
				},
			});
		});
	}

	private async read(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
		const decoder = new TextDecoder();
		let text = "";
		try {
			for (;;) {
				const { done, value } = await reader.read();
				if (done) break;
				this.bytes += value.byteLength;
				text += decoder.decode(value, { stream: true });
				for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
					this.take(text.slice(0, end));
					text = text.slice(end + 2);
				}
			}
		} catch {
			// Aborted, or the server went away.
		}
		this.closed = true;
		this.look();
	}

	private take(block: string): void {
		const field = (name: string) =>
			block
				.split("\n")
				.find((line) => line.startsWith(`${name}: `))
				?.slice(name.length + 2);
		const data = field("data");
		if (data === undefined) return;
		this.lastId = field("id") ?? this.lastId;
		const message = JSON.parse(data) as HubMessage;
		if (this.keep) this.messages.push(message);
		if (message.type === "end") this.ended = message;
		else {
			if (message.version < this.version) throw new Error("The version fell.");
			this.version = message.version;
			this.view = (
				message.type === "view" ? message.view : applyPatch(this.view as RoomView, message.patch)
			) as RoomViewOf<R>;
		}
		this.onMessage(message);
		this.look();
	}

	private look(): void {
		const ready = this.waiting.filter(({ test }) => test());
		this.waiting = this.waiting.filter((one) => !ready.includes(one));
		for (const { resolve } of ready) resolve();
	}
}

/** A learner's browser: an outbox of events, and a stream when it is opened. */
export class LearnerClient {
	readonly secret = newSecret();
	readonly clientId = newSecret().slice(0, 16);
	id = "";
	name = "";
	private seq = 0;

	constructor(
		public hub: HubFetch,
		readonly code: string,
	) {}

	async join(name?: string): Promise<this> {
		const body = { secret: this.secret, ...(name !== undefined && { name }) };
		const joined = await call<{ id: string; name: string }>(this.hub, "POST", hubPaths.join(this.code), {
			body,
		});
		this.id = joined.id;
		this.name = joined.name;
		return this;
	}

	/** Numbers a fact, as an outbox does. */
	number(fact: RoomFact, at = Date.now()): object {
		return { ...fact, clientId: this.clientId, seq: this.seq++, at };
	}

	post(events: object[]): Promise<{ version: number; refused: { seq: number; code: string }[] }> {
		return call(this.hub, "POST", hubPaths.events(this.code), {
			secret: this.secret,
			body: { sentAt: Date.now(), events },
		});
	}

	tell(...facts: RoomFact[]) {
		return this.post(facts.map((fact) => this.number(fact)));
	}

	watch(lastId?: string, keep = true): Promise<Watcher<"learner">> {
		return new Watcher<"learner">(keep).open(this.hub, hubPaths.stream(this.code), this.secret, lastId);
	}
}
