import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Exchange } from "@/lib/sandbox/agent-protocol";
import { toCurl, toHar } from "./export";

const { cases } = JSON.parse(readFileSync("tests/fixtures/exchanges/production.json", "utf8"));
const exchange = (name: string): Exchange => cases[name].exchange;
const ORIGIN = "http://localhost:4000";

/** What a POSIX shell with `$'…'` hands to the program, one argument a line end. */
const argumentsOf = (command: string): string[] =>
	execFileSync("bash", ["-c", command.replace(/^curl/m, "printf '%s\\0'")], { encoding: "utf8" })
		.split("\0")
		.slice(0, -1);

test("curl sends the same method, headers and bytes", () => {
	for (const name of ["fetch-plain", "form-bound", "fetch-upload", "document"]) {
		const recorded = exchange(name);
		const given = argumentsOf(toCurl(recorded, ORIGIN));
		expect(given).toContain(`${ORIGIN}${recorded.url}`);
		if (recorded.method === "POST") {
			expect(given[given.indexOf("-X") + 1]).toBe("POST");
			expect(given[given.indexOf("--data-binary") + 1]).toBe(recorded.requestBody.data);
		}
		const [type] = recorded.requestHeaders.filter(([name]) => /^content-type$/i.test(name));
		if (type) expect(given).toContain(type.join(": "));
		expect(given.join("\n")).not.toMatch(/^(host|content-length):/im);
	}
});

test("curl keeps quotes, and says what it leaves out", () => {
	const recorded = exchange("fetch-plain");
	const quoted = { ...recorded.requestBody, data: `["it's", "$HOME", "a\\nb"]` };
	expect(argumentsOf(toCurl({ ...recorded, requestBody: quoted }, ORIGIN))).toContain(quoted.data);
	expect(toCurl(exchange("fetch-too-large"), ORIGIN)).toMatch(/^# The body of \d+ bytes was cut/);
});

test("a HAR has all exchanges, and says where a body was cut", () => {
	const { log } = toHar([exchange("document"), exchange("form-redirect"), exchange("fetch-too-large")], {
		origin: ORIGIN,
		version: "1",
	});
	expect(log.version).toBe("1.2");
	const [page, redirect, large] = log.entries;
	expect(page?.request).toMatchObject({ method: "GET", url: `${ORIGIN}/`, bodySize: 0 });
	expect(page?.response.content).toMatchObject({ mimeType: "text/html; charset=utf-8" });
	expect(redirect?.response).toMatchObject({ status: 303, redirectURL: "/dest" });
	expect(large?.request.postData?.comment).toMatch(/Cut when it was recorded: 500 of \d+ bytes/);
});

test("nothing of the playground itself is told", () => {
	const recorded = exchange("fetch-plain");
	const marked: Exchange = {
		...recorded,
		requestHeaders: [...recorded.requestHeaders, ["X-Sandbox-Key", "k3y"]],
	};
	expect(toCurl(marked, ORIGIN)).not.toContain("k3y");
	expect(JSON.stringify(toHar([marked], { origin: ORIGIN, version: "1" }))).not.toContain("k3y");
});
