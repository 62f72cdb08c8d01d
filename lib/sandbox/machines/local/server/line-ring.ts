/** A line, or the end of one run of the program: an end has a number too, so nobody who comes back misses it. */
export type RingEntry = { seq: number; line: string } | { seq: number; exit: number };

/**
 * The last lines of a program's output, each with a number that counts up from 1. Bounded by bytes; a single line
 * beyond the bound takes a number and is not kept, so that a reader is told of the gap.
 */
export class LineRing {
	readonly #maxBytes: number;
	#lines: RingEntry[] = [];
	/** Where the kept lines begin in `#lines`; what stands before is cut off now and then, not at each push. */
	#first = 0;
	#bytes = 0;
	#lastSeq = 0;

	constructor(maxBytes: number) {
		this.#maxBytes = maxBytes;
	}

	/** The number of the newest line; 0 before the first one. */
	get lastSeq(): number {
		return this.#lastSeq;
	}

	push(line: string): void {
		this.#lastSeq += 1;
		this.#keep({ seq: this.#lastSeq, line });
	}

	pushExit(code: number): void {
		this.#lastSeq += 1;
		this.#keep({ seq: this.#lastSeq, exit: code });
	}

	/** Takes a number for a line that was not kept. */
	skip(): void {
		this.#lastSeq += 1;
	}

	/**
	 * The lines after number `after`, oldest first, up to about `maxBytes` of them.
	 * `gap` says that lines between `after` and the first one given are gone; without lines, that all are.
	 */
	since(after: number, maxBytes = Number.POSITIVE_INFINITY): { gap: boolean; lines: RingEntry[] } {
		const lines: RingEntry[] = [];
		let bytes = 0;
		for (let index = this.#indexAfter(after); index < this.#lines.length && bytes < maxBytes; index++) {
			const entry = this.#lines[index]!;
			// A hole in the middle: the reader hears of it when it asks from here on.
			if (lines.length > 0 && entry.seq !== lines.at(-1)!.seq + 1) break;
			lines.push(entry);
			bytes += sizeOf(entry);
		}
		const expected = after + 1;
		return { gap: lines[0] ? lines[0].seq !== expected : this.#lastSeq >= expected, lines };
	}

	#keep(entry: RingEntry): void {
		const bytes = sizeOf(entry);
		if (bytes > this.#maxBytes) return;
		this.#lines.push(entry);
		this.#bytes += bytes;
		while (this.#bytes > this.#maxBytes) this.#bytes -= sizeOf(this.#lines[this.#first++]!);
		if (this.#first > this.#lines.length / 2) {
			this.#lines = this.#lines.slice(this.#first);
			this.#first = 0;
		}
	}

	#indexAfter(after: number): number {
		let low = this.#first;
		let high = this.#lines.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (this.#lines[middle]!.seq > after) high = middle;
			else low = middle + 1;
		}
		return low;
	}
}

/** UTF-16 code units take two bytes in memory, and that is what the bound is about. */
function sizeOf(entry: RingEntry): number {
	return "line" in entry ? entry.line.length * 2 : 2;
}
