import http, { type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { isRecorded } from "../names";
import type { CloseRecord, OpenRecord } from "../records";
import { createBodyCollector } from "./body";
import { recordExchange } from "./recording";

const servers: http.Server[] = [];
afterEach(() => {
	for (const server of servers.splice(0)) {
		server.closeAllConnections();
		server.close();
	}
});

/** A server whose requests are recorded; `record(type)` resolves with the first record of that type. */
async function serve(
	handler: (request: IncomingMessage, response: ServerResponse) => void,
	readData?: () => string | null,
) {
	const records: (OpenRecord | CloseRecord)[] = [];
	let wake = () => {};
	const server = http.createServer((request, response) => {
		const emit = (record: OpenRecord | CloseRecord) => {
			records.push(record);
			wake();
		};
		recordExchange(request, response, emit, () => "made", readData);
		handler(request, response);
	});
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	const record = async <T extends "open" | "close">(type: T) => {
		for (;;) {
			const found = records.find((one) => one.type === type);
			if (found !== undefined) return found as Extract<OpenRecord | CloseRecord, { type: T }>;
			await new Promise<void>((resolve) => {
				wake = resolve;
			});
		}
	};
	return { url: `http://127.0.0.1:${port}`, port, records, record };
}

describe("recording", () => {
	test("copies both bodies and the headers as sent, and changes nothing", async () => {
		const { url, record } = await serve(async (request, response) => {
			let text = "";
			for await (const chunk of request) text += chunk;
			response.setHeader("X-Set", "1");
			response.writeHead(201, "Made", { "Set-Cookie": ["a=1", "b=2"] });
			response.write("got ");
			response.end(Buffer.from(text));
		});
		const answer = await fetch(url, { method: "POST", body: "Ä" });
		expect([answer.status, await answer.text()]).toEqual([201, "got Ä"]);
		expect(await record("open")).toMatchObject({
			id: "made",
			initiator: "preview",
			method: "POST",
			url: "/",
			body: { encoding: "utf8", data: "Ä", size: 2, truncated: false },
		});
		const close = await record("close");
		expect(close).toMatchObject({
			id: "made",
			status: 201,
			aborted: false,
			body: { data: "got Ä", size: 6 },
		});
		expect(close.headers).toEqual(
			expect.arrayContaining([
				["X-Set", "1"],
				["Set-Cookie", "a=1"],
				["Set-Cookie", "b=2"],
			]),
		);
	});

	test("takes the agent's header away from the app and its value for the id", async () => {
		const seen: unknown[] = [];
		const { url, record } = await serve((request, response) => {
			seen.push(request.headers["x-sandbox-request"], request.rawHeaders.join().includes("sandbox"));
			response.end();
		});
		await fetch(url, { headers: { "x-sandbox-request": "mine" } });
		expect(seen).toEqual([undefined, false]);
		const open = await record("open");
		expect(open).toMatchObject({ id: "mine", initiator: "agent" });
		expect(open.headers.map(([name]) => name)).not.toContain("x-sandbox-request");
	});

	test("tells which rows changed between the request and the end of its answer", async () => {
		let data = `{"note":[]}`;
		const { url, record } = await serve(
			(request, response) => {
				request.resume().once("end", () => {
					data = `{"note":[{"id":1}]}`;
					response.end();
				});
			},
			() => data,
		);
		await fetch(url, { method: "POST", body: "x" });
		expect((await record("close")).changes).toEqual([{ table: "note", before: null, after: { id: 1 } }]);
	});

	test("does not look at the data over a GET", async () => {
		const { url, record } = await serve(
			(_, response) => response.end(),
			() => {
				throw new Error("looked");
			},
		);
		await fetch(url);
		expect(await record("close")).not.toHaveProperty("changes");
	});

	test("lets a stream stream", async () => {
		let goOn = () => {};
		const { url, record } = await serve((_, response) => {
			response.write("first");
			goOn = () => response.end("last");
		});
		const reader = (await fetch(url)).body!.getReader();
		expect(new TextDecoder().decode((await reader.read()).value)).toBe("first");
		goOn();
		expect(new TextDecoder().decode((await reader.read()).value)).toBe("last");
		expect((await record("close")).body.data).toBe("firstlast");
	});

	test("leaves an unread body unread, and tells of the request all the same", async () => {
		const { url, record } = await serve((_, response) => response.end("no thanks"));
		await fetch(url, { method: "POST", body: "x" });
		expect(await record("close")).toMatchObject({ status: 200, aborted: false });
	});

	test("tells that the client went away", async () => {
		const { port, record } = await serve(() => {});
		const socket = connect(port, "127.0.0.1", () => socket.write("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n"));
		await record("open");
		socket.destroy();
		expect(await record("close")).toMatchObject({ status: 0, aborted: true, headers: [] });
	});

	test("is for the app's own traffic", () => {
		expect(["/", "/dest?_rsc=1", "/_nextish"].map(isRecorded)).toEqual([true, true, true]);
		expect(
			["/_next/static/a.js", "/__nextjs_font/a", "/favicon.ico", "/__sandbox/x"].map(isRecorded),
		).toEqual([false, false, false, false]);
	});
});

describe("a recorded body", () => {
	test("is base64 where it is no text", () => {
		const body = createBodyCollector();
		body.add(Uint8Array.of(0xff, 0x00));
		expect(body.body()).toEqual({ encoding: "base64", data: "/wA=", size: 2, truncated: false });
	});

	test("is cut at the limit, counted to its end, and stays text when a character is cut in two", () => {
		const body = createBodyCollector(3);
		body.add("aÄ");
		body.add("Ä");
		expect(body.body()).toEqual({ encoding: "utf8", data: "aÄ", size: 5, truncated: true });
		const torn = createBodyCollector(2);
		torn.add("aÄ");
		expect(torn.body()).toEqual({ encoding: "utf8", data: "a", size: 3, truncated: true });
	});

	test("does not change when its owner reuses the buffer", () => {
		const body = createBodyCollector();
		const buffer = Buffer.from("abc");
		body.add(buffer);
		buffer.fill("x");
		expect(body.body().data).toBe("abc");
	});

	test("understands a stream's encodings and ignores what is no chunk", () => {
		const body = createBodyCollector();
		body.add("6869", "hex");
		body.add(() => {});
		body.add(undefined);
		expect(body.body().data).toBe("hi");
	});
});
