import { StringDecoder } from "node:string_decoder";

/** Characters after which text without a line's end is passed on as a line all the same. */
const MAX_LINE = 8_000_000;

/** Cuts a stream of bytes or text into lines, without their ends. `end` gives out what is left. */
export function createLineSplitter(onLine: (line: string) => void, maxLine = MAX_LINE) {
	const decoder = new StringDecoder("utf8");
	let rest = "";
	const take = (text: string) => {
		const lines = (rest + text).split("\n");
		rest = lines.pop() ?? "";
		for (const line of lines) onLine(line.endsWith("\r") ? line.slice(0, -1) : line);
		if (rest.length > maxLine) {
			onLine(rest);
			rest = "";
		}
	};
	return {
		push(chunk: Buffer | string): void {
			take(typeof chunk === "string" ? chunk : decoder.write(chunk));
		},
		end(): void {
			take(decoder.end());
			if (rest !== "") onLine(rest);
			rest = "";
		},
	};
}
