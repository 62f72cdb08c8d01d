import { expect, it } from "vitest";
import { LineInterleaver } from "./line-interleaver";

function merged(...steps: ["out" | "err", string | null][]): string {
	let text = "";
	const lines = new LineInterleaver((piece) => {
		text += piece;
	});
	for (const [source, piece] of steps) {
		if (piece === null) lines.end(source);
		else lines.push(source, piece);
	}
	return text;
}

it("passes whole lines on as they come", () => {
	expect(merged(["out", "a\n"], ["err", "b\n"], ["out", "c\n"])).toBe("a\nb\nc\n");
});

it("puts nothing into the middle of a line", () => {
	expect(merged(["out", '{"a":'], ["err", "warning\n"], ["out", "1}\n"])).toBe('{"a":1}\nwarning\n');
	expect(merged(["err", "warn"], ["out", "a\n"], ["out", "b\n"], ["err", "ing\n"])).toBe("warning\na\nb\n");
});

it("does not hold a last word without a newline back", () => {
	expect(merged(["out", "prompt> "])).toBe("prompt> ");
});

it("lets the other one go on when a stream ends inside a line", () => {
	expect(merged(["out", "half"], ["err", "a\nb"], ["out", null], ["err", "c\n"])).toBe("half\na\nbc\n");
});

it("keeps what was held when both end", () => {
	expect(merged(["out", "half"], ["err", "other"], ["err", null], ["out", null])).toBe("half\nother");
});
