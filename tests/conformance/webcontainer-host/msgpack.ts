/*
 * As much of MessagePack as a snapshot holds: maps with string keys, strings, binary data, booleans, nil.
 * https://github.com/msgpack/msgpack/blob/master/spec.md
 */

/** Reads one value. Throws on anything that a snapshot does not hold, and on what follows the value. */
export function decodeMessagePack(bytes: Uint8Array): unknown {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const decoder = new TextDecoder("utf-8", { fatal: true });
	let position = 0;

	function count(width: 1 | 2 | 4): number {
		const at = position;
		position += width;
		if (width === 1) return view.getUint8(at);
		return width === 2 ? view.getUint16(at) : view.getUint32(at);
	}
	function take(length: number): Uint8Array {
		if (position + length > bytes.byteLength) throw new Error("The snapshot ends too early.");
		position += length;
		return bytes.subarray(position - length, position);
	}
	function map(size: number): Record<string, unknown> {
		const entries: Record<string, unknown> = Object.create(null);
		for (let index = 0; index < size; index++) {
			const key = value();
			if (typeof key !== "string") throw new Error("A snapshot's keys are names.");
			entries[key] = value();
		}
		return entries;
	}
	function value(): unknown {
		const head = count(1);
		if (head >= 0x80 && head <= 0x8f) return map(head & 0x0f);
		if (head >= 0xa0 && head <= 0xbf) return decoder.decode(take(head & 0x1f));
		switch (head) {
			case 0xc0:
				return null;
			case 0xc2:
				return false;
			case 0xc3:
				return true;
			case 0xc4:
				return take(count(1));
			case 0xc5:
				return take(count(2));
			case 0xc6:
				return take(count(4));
			case 0xd9:
				return decoder.decode(take(count(1)));
			case 0xda:
				return decoder.decode(take(count(2)));
			case 0xdb:
				return decoder.decode(take(count(4)));
			case 0xde:
				return map(count(2));
			case 0xdf:
				return map(count(4));
		}
		throw new Error(`A snapshot does not hold MessagePack's type 0x${head.toString(16)}.`);
	}

	const whole = value();
	if (position !== bytes.byteLength) throw new Error("Something follows the snapshot.");
	return whole;
}
