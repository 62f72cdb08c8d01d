/** One event of a `text/event-stream`. */
export interface StreamEvent {
	/** `message` where the stream names none. */
	type: string;
	data: string;
	/** The newest id the stream has given so far. */
	id: string;
}

/**
 * Reads server-sent events out of a body, piece by piece (HTML standard, §9.2.6: lines end with LF, CRLF or CR; an
 * empty line ends an event; a line that begins with a colon is a comment). What is cut off at the end is dropped.
 * @param onBytes called for each piece, comments included: the stream lives
 */
export async function* readEventStream(
	body: ReadableStream<Uint8Array>,
	onBytes: () => void = () => undefined,
): AsyncGenerator<StreamEvent> {
	const parser = createEventParser();
	const decoder = new TextDecoder();
	const reader = body.getReader();
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return;
			onBytes();
			yield* parser(decoder.decode(value, { stream: true }));
		}
	} finally {
		// Not waited for: the source may be one that no longer answers.
		reader.cancel().catch(() => undefined);
	}
}

/** Takes the text in pieces of any size and gives the events that each completes. */
export function createEventParser(): (text: string) => StreamEvent[] {
	let rest = "";
	let type = "";
	let data: string[] = [];
	let id = "";

	return (text) => {
		rest += text;
		const events: StreamEvent[] = [];
		for (;;) {
			const end = rest.search(/[\r\n]/);
			// A CR at the very end may be the first half of a CRLF.
			if (end === -1 || (rest[end] === "\r" && end === rest.length - 1)) return events;
			const line = rest.slice(0, end);
			rest = rest.slice(end + (rest.startsWith("\r\n", end) ? 2 : 1));
			if (line !== "") {
				take(line);
				continue;
			}
			if (data.length > 0) events.push({ type: type || "message", data: data.join("\n"), id });
			type = "";
			data = [];
		}
	};

	function take(line: string): void {
		const colon = line.indexOf(":");
		if (colon === 0) return;
		const field = colon === -1 ? line : line.slice(0, colon);
		const value = colon === -1 ? "" : line.slice(colon + 1).replace(/^ /, "");
		if (field === "data") data.push(value);
		else if (field === "event") type = value;
		else if (field === "id" && !value.includes("\0")) id = value;
	}
}
