import type { MachineProcess } from "@/lib/sandbox/machine";

/** A program's output as lines that can be waited for. */
export class Talk {
	readonly lines: string[] = [];
	/** Resolves at the end of the output; rejects when it breaks off. */
	readonly ended: Promise<void>;
	#partial = "";
	#waiting: (() => void)[] = [];
	readonly #program: MachineProcess;
	readonly #reader: ReadableStreamDefaultReader<string>;

	constructor(program: MachineProcess) {
		this.#program = program;
		this.#reader = program.output.getReader();
		this.ended = this.#read();
		this.ended.catch(() => {});
	}

	say(text: string): Promise<void> {
		return this.#program.write(`${text}\n`);
	}

	/** Listens no more, as a page that is closed. */
	leave(): Promise<void> {
		return this.#reader.cancel();
	}

	/** The first line from number `from` on that `matches`, whether it came already or comes later. */
	async line(matches: (line: string) => boolean, from = 0): Promise<string> {
		for (;;) {
			const found = this.lines.slice(from).find(matches);
			if (found !== undefined) return found;
			const more = new Promise<"more">((resolve) => this.#waiting.push(() => resolve("more")));
			const event = await Promise.race([more, this.ended.then(() => "ended" as const)]);
			if (event === "ended" && !this.lines.slice(from).some(matches))
				throw new Error(`The output ended without that line:\n${this.lines.join("\n")}`);
		}
	}

	/** Says something and gives the first line after it that begins with `start`. */
	async ask(text: string, start: string): Promise<string> {
		const from = this.lines.length;
		await this.say(text);
		return this.line((line) => line.startsWith(start), from);
	}

	async #read(): Promise<void> {
		for (;;) {
			const { done, value } = await this.#reader.read();
			if (done) break;
			const pieces = (this.#partial + value).split("\n");
			this.#partial = pieces.pop()!;
			this.lines.push(...pieces);
			for (const wake of this.#waiting.splice(0)) wake();
		}
		if (this.#partial !== "") this.lines.push(this.#partial);
		for (const wake of this.#waiting.splice(0)) wake();
	}
}
