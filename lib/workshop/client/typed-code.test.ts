import * as fc from "fast-check";
import { expect, test } from "vitest";
import { CODE_LENGTH, CODE_SIGNS } from "../contract";
import { typedCode, typedRoom } from "./typed-code";

const codes = fc
	.array(fc.constantFrom(...CODE_SIGNS), { minLength: CODE_LENGTH, maxLength: CODE_LENGTH })
	.map((signs) => signs.join(""));

test("a code is read however it is spaced and cased, and with look-alikes", () => {
	fc.assert(
		fc.property(codes, fc.constantFrom(" ", "-", " – ", ".", ""), fc.boolean(), (code, gap, small) => {
			const alike = code.replaceAll("2", "z").replaceAll("G", "6").replaceAll("V", "u");
			const typed = ` ${alike.slice(0, 3)}${gap}${alike.slice(3)} `;
			expect(typedCode(small ? typed.toLowerCase() : typed)).toEqual({ code });
		}),
	);
});

test.each([
	["  ", /Type the code/],
	["ACD", /has 3/],
	["ACDEFGH", /has 7/],
	["ACDEF0", /“0”/],
	["ACDEF!", /has 5/],
])("%j is answered in words", (typed, words) => {
	expect(typedCode(typed)).toEqual({ problem: expect.stringMatching(words) });
});

test.each([
	["acd efg", { code: "ACDEFG" }],
	["http://192.168.1.20:3000/join/ACDEFG", { code: "ACDEFG", hub: "http://192.168.1.20:3000" }],
	[" 192.168.1.20:3000/join/acdefg ", { code: "ACDEFG", hub: "http://192.168.1.20:3000" }],
	["desk.local/join/ACDEFG", { code: "ACDEFG", hub: "http://desk.local" }],
	["learn.example/join/ACDEFG?x=1", { code: "ACDEFG", hub: "https://learn.example" }],
	["https://Learn.Example/join/ACD-EFG", { code: "ACDEFG", hub: "https://learn.example" }],
	["[fe80::1]:3000/join/ACDEFG", { code: "ACDEFG", hub: "http://[fe80::1]:3000" }],
	["http://localhost:3000/join/ACDEFG", { code: "ACDEFG" }],
	["192.168.1.20:3000/join/ACD", { problem: expect.stringMatching(/has 3/) }],
	["javascript:alert(1)//join/ACDEFG", { problem: expect.any(String) }],
	["http://192.168.1.20:99999/join/ACDEFG", { problem: expect.any(String) }],
])("%j is a room", (typed, room) => {
	expect(typedRoom(typed, "http://localhost:3000")).toEqual(room);
});
