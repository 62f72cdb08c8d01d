/**
 * Merges a program's standard output and standard error into one text without ever putting a piece of one inside a
 * line of the other: a stream in the middle of a line keeps the other one waiting until its line, or it, ends. Without
 * this a warning could tear a JSON line of the agent in two (a pipe hands over long lines in pieces).
 */
export class LineInterleaver {
	#midLine: string | null = null;
	readonly #held = new Map<string, string>();
	readonly #emit: (text: string) => void;

	constructor(emit: (text: string) => void) {
		this.#emit = emit;
	}

	push(source: string, text: string): void {
		if (text === "") return;
		if (this.#midLine !== null && this.#midLine !== source) {
			this.#held.set(source, (this.#held.get(source) ?? "") + text);
			return;
		}
		this.#midLine = text.endsWith("\n") ? null : source;
		this.#emit(text);
		if (this.#midLine === null) this.#release();
	}

	/** `source` says nothing more. */
	end(source: string): void {
		if (this.#midLine !== source) return;
		this.#midLine = null;
		if (this.#held.size > 0) this.#emit("\n");
		this.#release();
	}

	#release(): void {
		const [next] = this.#held;
		if (next === undefined) return;
		this.#held.delete(next[0]);
		this.push(next[0], next[1]);
	}
}
