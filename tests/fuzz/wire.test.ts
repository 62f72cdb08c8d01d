import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { splitFlight } from "@/lib/inspector/flight-rows";
import { readExchange } from "@/lib/inspector/read";
import type { Exchange } from "@/lib/sandbox/agent-protocol";
import { assertCleanPrototypes, damagedText, RUNS, text } from "./arbitraries";

const { cases } = JSON.parse(readFileSync("tests/fixtures/exchanges/development.json", "utf8")) as {
	cases: Record<string, { exchange: Exchange }>;
};
const exchanges = Object.values(cases).map(({ exchange }) => exchange);

test("bytes are taken apart into rows that put together are the bytes", () => {
	const row = fc
		.tuple(
			fc.constantFrom("0", "1", "a", "", "zz"),
			fc.constantFrom("", "E", "I", "T3,", "Tffffffffff,", "b2,", ":"),
			text,
		)
		.map(([id, tag, content]) => new TextEncoder().encode(`${id}:${tag}${content}\n`));
	const body = fc.oneof(
		fc.uint8Array({ maxLength: 200 }),
		fc.array(row, { maxLength: 6 }).map((rows) => new Uint8Array(rows.flatMap((one) => [...one]))),
	);
	fc.assert(
		fc.property(body, (bytes) => {
			const { rows, complete } = splitFlight(bytes);
			const together = rows.flatMap(({ raw }) => [...raw]);
			expect(together).toEqual([...bytes.subarray(0, together.length)]);
			expect(complete).toBe(together.length === bytes.length);
		}),
		{ numRuns: RUNS * 3 },
	);
});

test("rows that arrive in part are given as far as they are whole", () => {
	const id = fc.nat({ max: 4096 }).map((number) => number.toString(16));
	const bytesOf = (row: string) => new TextEncoder().encode(row);
	const line = fc
		.tuple(id, fc.constantFrom("", "E", "I"), fc.jsonValue())
		.map(([name, tag, value]) => bytesOf(`${name}:${tag}${JSON.stringify(value)}\n`));
	const sized = fc.tuple(id, text).map(([name, content]) => {
		const length = bytesOf(content).length.toString(16);
		return bytesOf(`${name}:T${length},${content}`);
	});
	fc.assert(
		fc.property(fc.array(fc.oneof(line, sized), { minLength: 1, maxLength: 5 }), fc.nat(), (rows, cut) => {
			const whole = new Uint8Array(rows.flatMap((row) => [...row]));
			const at = cut % (whole.length + 1);
			const ends = rows.map((_, index) => rows.slice(0, index + 1).reduce((sum, row) => sum + row.length, 0));
			const { rows: read, complete } = splitFlight(whole.subarray(0, at));
			expect(read.map(({ raw }) => [...raw])).toEqual(
				rows.slice(0, ends.filter((end) => end <= at).length).map((row) => [...row]),
			);
			expect(complete).toBe(at === 0 || ends.includes(at));
		}),
		{ numRuns: RUNS * 2 },
	);
});

test("of an exchange with anything in it something can be said, and nothing of it is run", async () => {
	const exchange = fc.constantFrom(...exchanges).chain((valid) =>
		fc
			.record({
				request: fc.oneof(fc.constant(null), text, damagedText(valid.requestBody.data)),
				response: fc.oneof(fc.constant(null), text, damagedText(valid.responseBody.data)),
				status: fc.constantFrom(valid.status, 200, 303, 404, 500, 0),
				header: fc.tuple(
					fc.constantFrom(
						"next-action",
						"content-type",
						"x-action-redirect",
						"x-action-revalidated",
						"location",
					),
					text,
				),
				encoding: fc.constantFrom("utf8", "base64" as const),
			})
			.map(
				({ request, response, status, header, encoding }): Exchange => ({
					...valid,
					status,
					requestHeaders: [...valid.requestHeaders, header],
					responseHeaders: [header, ...valid.responseHeaders],
					requestBody:
						request === null
							? valid.requestBody
							: { ...valid.requestBody, data: encodeAs(encoding, request), encoding },
					responseBody:
						response === null
							? valid.responseBody
							: { ...valid.responseBody, data: encodeAs(encoding, response), encoding },
				}),
			),
	);
	await fc.assert(
		fc.asyncProperty(exchange, async (given) => {
			const reading = await readExchange(given, { actions: [], logs: [], others: [given] });
			expect(reading.exchange).toBe(given);
			expect(JSON.stringify(reading.call?.outcome ?? null)).toEqual(expect.any(String));
			assertCleanPrototypes();
		}),
		{ numRuns: RUNS },
	);
}, 60_000);

function encodeAs(encoding: "utf8" | "base64", data: string): string {
	return encoding === "utf8" ? data : Buffer.from(data).toString("base64");
}
