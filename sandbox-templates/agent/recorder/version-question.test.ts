import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { expect, it, vi } from "vitest";
import { refuseVersionQuestion } from "./version-question";

/** Where Next.js asks, by its own source. */
async function questionOfNext(): Promise<string> {
	const file = createRequire(import.meta.url).resolve("next/dist/server/dev/hot-reloader-shared-utils.js");
	const [, url] = /fetch\('([^']+)'\)/.exec(await readFile(file, "utf8")) ?? [];
	if (url === undefined) throw new Error("Next.js asks for its versions in another way than known.");
	return url;
}

it("refuses the question of the Next.js that is installed, and no other", async () => {
	const answer = new Response("asked");
	const ask = vi.fn(async () => answer);
	const scope = { fetch: ask as typeof fetch };
	refuseVersionQuestion(scope);
	await expect(scope.fetch(await questionOfNext())).rejects.toThrow("newer versions");
	expect(ask).not.toHaveBeenCalled();
	await expect(scope.fetch("http://localhost/api", { method: "POST" })).resolves.toBe(answer);
	expect(ask).toHaveBeenCalledWith("http://localhost/api", { method: "POST" });
});
