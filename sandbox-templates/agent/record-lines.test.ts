import { describe, expect, test } from "vitest";
import { createLineSplitter } from "./lines";
import { createOutputParser } from "./record-lines";
import type { SandboxRecord } from "./records";

function parse(chunks: (string | Buffer)[], key = "key") {
	const lines: string[] = [];
	const records: SandboxRecord[] = [];
	const parser = createOutputParser(key, {
		onLine: (line) => lines.push(line),
		onRecord: (record) => records.push(record),
	});
	for (const chunk of chunks) parser.push(chunk);
	parser.end();
	return { lines, records };
}

const beat = (key = "key") => `\u001e${key} {"type":"beat","memoryUse":0.5}\n`;

describe("the output of the server", () => {
	test("is taken apart into lines and records, in whatever chunks it comes", () => {
		const text = `one\n${beat()}two\r\n`;
		const whole = parse([text]);
		expect(whole).toEqual({ lines: ["one", "two"], records: [{ type: "beat", memoryUse: 0.5 }] });
		expect(parse([...text])).toEqual(whole);
		expect(parse(Array.from(Buffer.from(text), (byte) => Buffer.from([byte])))).toEqual(whole);
	});

	test("keeps half a line of the app for its other half when a record comes between", () => {
		expect(parse([`half${beat()}${beat()} and half\n`])).toMatchObject({ lines: ["half and half"] });
		expect(parse([`half${beat()}`])).toMatchObject({
			lines: ["half"],
			records: [{ type: "beat", memoryUse: 0.5 }],
		});
	});

	test("takes for a record only what has the key and the shape of one", () => {
		expect(parse([beat("kez")]).records).toEqual([]);
		expect(parse([`\u001ekey {"type":"beat"\n`]).records).toEqual([]);
		expect(parse([`\u001ekey {"type":"listening","port":"x"}\n`])).toEqual({
			lines: [`\u001ekey {"type":"listening","port":"x"}`],
			records: [],
		});
	});

	test("does not tear a character that two chunks share", () => {
		const bytes = Buffer.from("Ä\n");
		expect(parse([bytes.subarray(0, 1), bytes.subarray(1)]).lines).toEqual(["Ä"]);
	});

	test("passes a line on that never ends", () => {
		const lines: string[] = [];
		const splitter = createLineSplitter((line) => lines.push(line), 10);
		splitter.push("12345678901");
		expect(lines).toEqual(["12345678901"]);
	});
});
