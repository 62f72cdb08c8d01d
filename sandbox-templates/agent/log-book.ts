import { stripVTControlCharacters } from "node:util";
import type { LogEntry } from "@/lib/sandbox/agent-protocol";

/** Lines kept for whoever attaches later. */
const KEPT_LINES = 300;
/** Characters of one line that are kept. */
const MAX_LINE = 10_000;
/** Lines passed on within one second; an app that prints in an endless loop must not drown the browser. */
const MAX_PER_SECOND = 500;

/**
 * The server log: numbers the lines, takes the colours out, keeps the last ones, and thins out a flood.
 * `now` gives milliseconds since the epoch.
 */
export function createLogBook(emit: (entry: LogEntry) => void, now: () => number = Date.now) {
	const kept: LogEntry[] = [];
	let seq = 0;
	let second = 0;
	let inSecond = 0;
	let leftOut = 0;

	const write = (stream: LogEntry["stream"], text: string, at: number) => {
		seq += 1;
		const entry: LogEntry = { seq, at, stream, text };
		kept.push(entry);
		if (kept.length > KEPT_LINES) kept.shift();
		emit(entry);
	};

	const sayLeftOut = (at: number) => {
		if (leftOut === 0) return;
		write("stderr", `[sandbox] ${leftOut} more lines were printed within a second and are left out.`, at);
		leftOut = 0;
	};

	return {
		add(stream: LogEntry["stream"], line: string): void {
			const at = now();
			if (Math.floor(at / 1000) !== second) {
				second = Math.floor(at / 1000);
				inSecond = 0;
				sayLeftOut(at);
			}
			inSecond += 1;
			if (inSecond > MAX_PER_SECOND) {
				leftOut += 1;
				return;
			}
			const text = stripVTControlCharacters(line);
			write(stream, text.length > MAX_LINE ? `${text.slice(0, MAX_LINE)} …` : text, at);
		},
		/** Says now what was left out, where no further line will come to trigger it. */
		flush(): void {
			sayLeftOut(now());
		},
		entries(): LogEntry[] {
			return [...kept];
		},
		/** The last lines as one text, for a message about an end. */
		tail(lines = 40): string {
			return kept
				.slice(-lines)
				.map((entry) => entry.text)
				.join("\n")
				.trim();
		},
	};
}
export type LogBook = ReturnType<typeof createLogBook>;
