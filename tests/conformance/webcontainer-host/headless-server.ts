import { type HostAnswer, type HostCall, type HostEvent, TOKEN_HEADER } from "./wire";

export interface ServerConnection {
	/** PATH and working directory of the instance's programs. */
	readonly path: string;
	readonly cwd: string;
	/** One call after the other, in the order they were made. Rejects with the words of the server. */
	call(call: HostCall): Promise<unknown>;
	mount(bytes: Uint8Array, mountPoint: string | null): Promise<void>;
	close(): void;
}

/** Makes an instance, which lives as long as the connection. */
export async function connectServer(
	options: { workdirName: string | null; forwardPreviewErrors: boolean | "exceptions-only" },
	onEvent: (event: HostEvent) => void,
): Promise<ServerConnection> {
	const headers = { [TOKEN_HEADER]: document.documentElement.dataset.token ?? "" };
	const closed = new AbortController();
	const query = new URLSearchParams({ options: JSON.stringify(options) });
	const response = await fetch(`/instance?${query}`, { headers, signal: closed.signal });
	if (!response.ok || response.body === null) throw new Error(await response.text());
	const events = eventsOf(response.body);
	const first = await events.next();
	const built = first.value;
	if (built?.type !== "built") throw new Error("The test host did not build an instance.");
	const { id, path, cwd } = built;
	void (async () => {
		for await (const event of events) onEvent(event);
	})().catch((error) => {
		if (!closed.signal.aborted) throw error;
	});

	let last: Promise<unknown> = Promise.resolve();
	function post(place: string, body: BodyInit): Promise<unknown> {
		const turn = last.then(async () => {
			const answer = await fetch(place, { method: "POST", headers, body });
			const read = (await answer.json()) as HostAnswer;
			if ("error" in read) throw new Error(read.error);
			return read.value;
		});
		last = turn.catch(() => {});
		return turn;
	}
	return {
		path,
		cwd,
		call: (call) => post(`/instance/${id}/call`, JSON.stringify(call)),
		async mount(bytes, mountPoint) {
			const query = mountPoint === null ? "" : `?${new URLSearchParams({ mountPoint })}`;
			await post(`/instance/${id}/mount${query}`, bytes as Uint8Array<ArrayBuffer>);
		},
		close: () => closed.abort(),
	};
}

async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<HostEvent, undefined> {
	const reader = body
		.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
		.getReader();
	let partial = "";
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return;
		const lines = (partial + value).split("\n");
		partial = lines.pop() ?? "";
		for (const line of lines) yield JSON.parse(line) as HostEvent;
	}
}
