import { expect, test } from "vitest";
import { hubError } from "../contract";
import { command } from "./commander";

const pass = { code: "ACDEFG", secret: "s".repeat(40) };
const told = (status: number, body: unknown) => () => Response.json(body, { status });
const refused = (code: "too-fast" | "conflict") =>
	told(429, {
		error: (code === "too-fast" ? hubError(code, "Slower.", { retryAfterMs: 1 }) : hubError(code, "Not now."))
			.value,
	});

async function give(...answers: (() => Response)[]) {
	const ids: string[] = [];
	const fetch = async (_: unknown, init?: RequestInit) => {
		ids.push(JSON.parse(String(init?.body)).id);
		const answer = answers[ids.length - 1];
		if (!answer) throw new TypeError("no network");
		return answer();
	};
	const result = await command(
		pass,
		{ type: "lead-stop" },
		{ fetch: fetch as typeof globalThis.fetch, delay: async () => {} },
	).catch((error: Error) => error.message);
	return { result, ids };
}

test("the same command is sent again when the line or the hub fails for a moment", async () => {
	const { result, ids } = await give(refused("too-fast"), told(502, "a proxy"), told(200, { version: 7 }));
	expect(result).toEqual({ version: 7 });
	expect(ids).toHaveLength(3);
	expect(new Set(ids).size).toBe(1);
});

test("a refusal is told at once", async () => {
	const { result, ids } = await give(refused("conflict"));
	expect(result).toBe("Not now.");
	expect(ids).toHaveLength(1);
});

test("a line that stays dead is told as such", async () => {
	const { result, ids } = await give();
	expect(result).toMatch(/cannot be reached.*may not have been done/);
	expect(ids).toHaveLength(3);
});
