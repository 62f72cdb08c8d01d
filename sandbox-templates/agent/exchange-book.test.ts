import { expect, test } from "vitest";
import type { Exchange } from "@/lib/sandbox/agent-protocol";
import { createExchangeBook } from "./exchange-book";
import type { CloseRecord, OpenRecord } from "./records";

const body = (data: string) => ({ encoding: "utf8" as const, data, size: data.length, truncated: false });
const open = (id: string): OpenRecord => ({
	type: "open",
	id,
	at: 1_000,
	initiator: "preview",
	method: "POST",
	url: "/",
	headers: [["Host", "localhost"]],
	body: body("in"),
});
const close = (id: string): CloseRecord => ({
	type: "close",
	id,
	durationMs: 5,
	status: 200,
	headers: [["Content-Type", "text/html"]],
	body: body("out"),
	aborted: false,
});

function book() {
	const told: Exchange[] = [];
	const underway: string[][] = [];
	return {
		told,
		underway,
		book: createExchangeBook((exchange) => told.push(exchange), {
			now: () => 1_700,
			onUnderway: (actions) => underway.push(actions),
		}),
	};
}

test("joins the halves and numbers exchanges by their ends", () => {
	const { book: exchanges, told } = book();
	exchanges.add(open("a"));
	exchanges.add(open("b"));
	exchanges.add(close("b"));
	exchanges.add(close("a"));
	expect(told.map(({ id, seq }) => [id, seq])).toEqual([
		["b", 1],
		["a", 2],
	]);
	expect(told[1]).toEqual({
		id: "a",
		seq: 2,
		at: 1_000,
		durationMs: 5,
		initiator: "preview",
		method: "POST",
		url: "/",
		requestHeaders: [["Host", "localhost"]],
		requestBody: body("in"),
		status: 200,
		responseHeaders: [["Content-Type", "text/html"]],
		responseBody: body("out"),
		aborted: false,
	});
});

test("tells what a dead process left unanswered as aborted, once", () => {
	const { book: exchanges, told } = book();
	exchanges.add(open("a"));
	exchanges.processEnded();
	exchanges.processEnded();
	exchanges.add(close("a"));
	expect(told).toHaveLength(1);
	expect(told[0]).toMatchObject({
		id: "a",
		status: 0,
		aborted: true,
		durationMs: 700,
		requestBody: body("in"),
	});
});

test("tells who waits for an exchange once it has been told", async () => {
	const { book: exchanges, told } = book();
	const expected = exchanges.expect("a");
	exchanges.add(open("a"));
	exchanges.add(close("a"));
	await expected.told;
	expect(told).toHaveLength(1);
});

test("tells which calls of actions the preview waits for", () => {
	const { book: exchanges, underway } = book();
	const call = (id: string): OpenRecord => ({ ...open(id), headers: [["Next-Action", "40ab"]] });
	exchanges.add(open("a page"));
	exchanges.add({ ...call("a check's"), initiator: "agent" });
	exchanges.add(call("a"));
	exchanges.add(call("b"));
	exchanges.add(close("a"));
	exchanges.add(close("a page"));
	exchanges.processEnded();
	expect(underway).toEqual([["a"], ["a", "b"], ["b"], []]);
});
