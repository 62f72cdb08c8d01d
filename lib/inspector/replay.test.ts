import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Exchange, RawRequest } from "@/lib/sandbox/agent-protocol";
import { headerOf } from "./exchange";
import { editableOf, tamperedIn, toRequest, untampered } from "./replay";

const { cases } = JSON.parse(readFileSync("tests/fixtures/exchanges/production.json", "utf8"));
const exchange = (name: string): Exchange => cases[name].exchange;
const ORIGIN = "http://localhost:4000";

const text = ({ body = "" }: RawRequest) => Buffer.from(body, "base64").toString();
const header = ({ headers = [] }: RawRequest, name: string) => headerOf(headers, name);

describe("a call sent again", () => {
	test("is the same, byte by byte, to where the app runs now", async () => {
		const recorded = exchange("form-bound");
		const request = await toRequest(recorded, untampered(recorded), ORIGIN);
		expect(text(request)).toBe(recorded.requestBody.data);
		expect(request).toMatchObject({ method: "POST", path: "/" });
		expect(header(request, "content-type")).toBe(headerOf(recorded.requestHeaders, "content-type"));
		expect(header(request, "origin")).toBe(ORIGIN);
		expect(header(request, "host")).toBeNull();
		expect(header(request, "content-length")).toBeNull();
		expect(tamperedIn(recorded, untampered(recorded))).toEqual([]);
	});

	test("with edited fields keeps the others, files too", async () => {
		const recorded = exchange("fetch-upload");
		const body = await editableOf(recorded);
		if (!body || !("fields" in body)) throw new Error("It has fields.");
		expect(body.fields.map(({ name, text }) => [name, text])).toEqual([
			["_1_note", "Grüße"],
			["_1_file", null],
			["0", '["$K1"]'],
		]);
		const fields = body.fields.map((field) =>
			field.name === "_1_note" ? { ...field, text: "changed" } : field,
		);
		const tampering = { ...untampered(recorded), body: { fields } };
		const request = await toRequest(recorded, tampering, ORIGIN);
		const type = header(request, "content-type")!;
		const sent = await new Response(Buffer.from(request.body!, "base64"), {
			headers: { "content-type": type },
		}).formData();
		expect(sent.get("_1_note")).toBe("changed");
		expect(await (sent.get("_1_file") as File).text()).toBe("hello");
		expect(tamperedIn(recorded, tampering)).toEqual(["edited"]);
	});

	test("with an edited text", async () => {
		const recorded = exchange("fetch-plain");
		expect(await editableOf(recorded)).toEqual({ text: '["ID1","Ada"]' });
		const tampering = { ...untampered(recorded), body: { text: '["ID2","Eve"]' } };
		expect(text(await toRequest(recorded, tampering, ORIGIN))).toBe('["ID2","Eve"]');
	});

	test("as somebody else, from elsewhere, as GET", async () => {
		const recorded: Exchange = {
			...exchange("fetch-plain"),
			requestHeaders: [...exchange("fetch-plain").requestHeaders, ["Cookie", "session=ada"]],
		};
		const tampering = { ...untampered(recorded), cookie: "session=eve", origin: "foreign" as const };
		const request = await toRequest(recorded, tampering, ORIGIN);
		expect(header(request, "cookie")).toBe("session=eve");
		expect(header(request, "origin")).toBe("https://evil.example");
		expect(tamperedIn(recorded, tampering)).toEqual(["with other cookies", "foreign Origin"]);

		const bare = { ...untampered(recorded), cookie: "", origin: "none" as const, method: "GET" as const };
		const get = await toRequest(recorded, bare, ORIGIN);
		expect(header(get, "cookie")).toBeNull();
		expect(header(get, "origin")).toBeNull();
		expect(header(get, "next-action")).not.toBeNull();
		expect(get).not.toHaveProperty("body");
		expect(tamperedIn(recorded, bare)).toEqual(["as GET", "without cookies", "without Origin"]);
	});

	test("is refused when its body was cut, and can be sent with another one", async () => {
		const recorded = exchange("fetch-too-large");
		await expect(toRequest(recorded, untampered(recorded), ORIGIN)).rejects.toThrow(
			"the first were kept only",
		);
		expect(await editableOf(recorded)).toBeNull();
		const small = { ...untampered(recorded), body: { text: "[]" } };
		expect(text(await toRequest(recorded, small, ORIGIN))).toBe("[]");
	});
});
