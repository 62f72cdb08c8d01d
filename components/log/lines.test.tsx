import { expect, test } from "vitest";
import { serverLine } from "./lines";

test.each([
	["stdout", " ⨯ Error: boom", "error"],
	["stderr", "TypeError: x is not a function", "error"],
	["stdout", " ⚠ Fast Refresh had to perform a full reload", "warn"],
	["stdout", " ✓ Ready in 900ms", "good"],
	["stdout", " POST /guestbook 303 in 40ms", "dim"],
	["stdout", "a message of my own about an error", "plain"],
	["stderr", "    at action (app/page.tsx:3:1)", "error"],
] as const)("%s %j is %s", (stream, text, level) => {
	expect(serverLine({ seq: 1, at: 0, stream, text }).level).toBe(level);
});
