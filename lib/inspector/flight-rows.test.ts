import { describe, expect, test } from "vitest";
import { resultOf, splitFlight } from "./flight-rows";

const bytes = (text: string) => new TextEncoder().encode(text);
const split = (text: string) => {
	const { rows, complete } = splitFlight(bytes(text));
	return { rows: rows.map(({ id, tag, text }) => [id, tag, text]), complete };
};

describe("rows of a Flight answer", () => {
	test("end with their line, or by their length in bytes", () => {
		expect(split('0:{"a":"$@1"}\n2:T5,Ä\nb:1:"x"\n')).toEqual({
			rows: [
				["0", "", '{"a":"$@1"}'],
				["2", "T", "Ä\nb:"],
				["1", "", '"x"'],
			],
			complete: true,
		});
	});

	test("with or without a number, and whatever JSON begins with", () => {
		expect(split(':N1\n1:null\n2:true\n3:[1]\n4:E{"digest":"5"}\n')).toEqual({
			rows: [
				["", "N", "1"],
				["1", "", "null"],
				["2", "", "true"],
				["3", "", "[1]"],
				["4", "E", '{"digest":"5"}'],
			],
			complete: true,
		});
	});

	test.each(['0:{"a"', "0:T9,short", "0:Tzz", "no flight at all"])("%j is incomplete", (text) => {
		expect(split(text)).toEqual({ rows: [], complete: false });
	});
});

describe("the result that an answer names", () => {
	const result = (text: string) => resultOf(splitFlight(bytes(text)).rows);

	test("is followed by its number, not by its place", () => {
		expect(result('0:{"a":"$@a"}\n1:E{"digest":"other"}\na:"value"\n')).toEqual({ value: true });
		expect(result('0:{"a":"$@a"}\na:D"$2"\na:E{"digest":"7"}\n')).toMatchObject({ error: { digest: "7" } });
	});

	test("is absent where the answer is only a page", () => {
		expect(result('0:{"f":[]}\n')).toBeNull();
		expect(result("0:[1]\n")).toBeNull();
	});
});
