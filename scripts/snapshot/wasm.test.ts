import { describe, expect, it } from "vitest";
import { withoutCustomSections } from "./wasm";

const HEADER = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
/** (module (func (export "f") (result i32) i32.const 7)) */
const TYPE = [1, 5, 1, 0x60, 0, 1, 0x7f];
const FUNCTION = [3, 2, 1, 0];
const EXPORT = [7, 5, 1, 1, 0x66, 0, 0];
const CODE = [10, 6, 1, 4, 0, 0x41, 7, 0x0b];
/** A custom section "note" of 200 bytes: its size takes two bytes. */
const NOTE = [0, 0x85 + 200 - 128 - 0x80 + 0x80, 1, 4, 0x6e, 0x6f, 0x74, 0x65, ...Array(200).fill(1)];

function bytes(...parts: number[][]): Uint8Array {
	return Uint8Array.from([HEADER, ...parts].flat());
}

describe("a module without its custom sections", () => {
	it("is smaller and does the same", async () => {
		const whole = bytes(NOTE, TYPE, FUNCTION, EXPORT, CODE, NOTE);
		expect(WebAssembly.validate(whole.slice())).toBe(true);
		const small = withoutCustomSections(whole);
		expect(small).toEqual(bytes(TYPE, FUNCTION, EXPORT, CODE));
		const { instance } = await WebAssembly.instantiate(small.slice());
		expect((instance.exports.f as () => number)()).toBe(7);
	});

	it("is not made of anything else", () => {
		expect(() => withoutCustomSections(Uint8Array.from([1, 2, 3, 4]))).toThrow(/no WebAssembly/);
		expect(() => withoutCustomSections(bytes([10, 6, 1]))).toThrow(/middle/);
	});
});
