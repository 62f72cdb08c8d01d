import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createEventParser, readEventStream } from "./event-stream";

const TEXT =
	': hello\r\n\r\nid: 1\nevent: message\ndata: {"a":\ndata: "é"}\n\n:\n\ndata:x\rid:2\r\rdata: cut off';
const EVENTS = [
	{ type: "message", data: '{"a":\n"é"}', id: "1" },
	{ type: "message", data: "x", id: "2" },
];

test("however the bytes are cut, the events are the same", async () => {
	const bytes = new TextEncoder().encode(TEXT);
	await fc.assert(
		fc.asyncProperty(fc.array(fc.nat(bytes.length)), async (cuts) => {
			const edges = [0, ...cuts.sort((a, b) => a - b), bytes.length];
			const body = new ReadableStream<Uint8Array>({
				start(controller) {
					for (let i = 1; i < edges.length; i += 1) controller.enqueue(bytes.slice(edges[i - 1], edges[i]));
					controller.close();
				},
			});
			const read = [];
			for await (const event of readEventStream(body)) read.push(event);
			expect(read).toEqual(EVENTS);
		}),
	);
});

test("an event without data is none, an id stays until the next", () => {
	const parse = createEventParser();
	expect(parse("id: 7\n\nevent: end\ndata: x\n\ndata\n\n")).toEqual([
		{ type: "end", data: "x", id: "7" },
		{ type: "message", data: "", id: "7" },
	]);
});
