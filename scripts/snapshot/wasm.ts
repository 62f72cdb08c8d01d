const CUSTOM_SECTION = 0;
const HEADER_BYTES = 8;

/**
 * A WebAssembly module without its custom sections: names of functions for debuggers, a quarter of the compiler's bytes.
 * https://webassembly.github.io/spec/core/binary/modules.html#sections
 * Throws for what is no WebAssembly module.
 */
export function withoutCustomSections(module: Uint8Array): Uint8Array {
	if (Buffer.from(module.subarray(0, 4)).toString("latin1") !== "\0asm") {
		throw new Error("The compiler's file is no WebAssembly module.");
	}
	const kept: Uint8Array[] = [module.subarray(0, HEADER_BYTES)];
	let at = HEADER_BYTES;
	while (at < module.length) {
		const start = at;
		const id = module[at++];
		let size = 0;
		for (let shift = 0, byte = 0x80; byte & 0x80; shift += 7) {
			byte = module[at++] ?? 0;
			size += (byte & 0x7f) * 2 ** shift;
		}
		at += size;
		if (at > module.length) throw new Error("The compiler's file ends in the middle of a section.");
		if (id !== CUSTOM_SECTION) kept.push(module.subarray(start, at));
	}
	return new Uint8Array(Buffer.concat(kept));
}
