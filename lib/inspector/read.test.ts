import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { BuiltAction, Exchange, LogEntry } from "@/lib/sandbox/agent-protocol";
import { readExchange } from "./read";
import type { Call, Reading } from "./types";
import { inOneLine } from "./values";

/** Recorded from a real app: `node --import tsx scripts/record-exchanges.ts`. */
interface Recordings {
	nextVersion: string;
	actions: BuiltAction[];
	cases: Record<string, { exchange: Exchange; logs: LogEntry[] }>;
}

const recorded = (mode: string): Recordings =>
	JSON.parse(readFileSync(`tests/fixtures/exchanges/${mode}.json`, "utf8"));

test("the fixtures are of the installed Next.js", () => {
	const { version } = JSON.parse(readFileSync("node_modules/next/package.json", "utf8"));
	expect(recorded("development").nextVersion).toBe(version);
	expect(recorded("production").nextVersion).toBe(version);
});

describe.each(["development", "production"])("in %s", (mode) => {
	const { cases, actions } = recorded(mode);
	const read = (name: string): Promise<Reading> => {
		const { exchange, logs } = cases[name]!;
		return readExchange(exchange, { actions, logs, others: [exchange] });
	};
	/** The same call after its page had been seen. */
	const readAfterPage = async (exchange: Exchange): Promise<Call> => {
		const page = cases.document!.exchange;
		const reading = await readExchange(exchange, { actions, logs: [], others: [page, exchange] });
		return reading.call!;
	};
	const call = async (name: string): Promise<Call> => (await read(name)).call!;
	const args = async (name: string) =>
		(await call(name)).arguments?.map(({ role, value }) => `${role} ${inOneLine(value, 400)}`);
	const value = async (name: string) => {
		const { outcome } = await call(name);
		return outcome.kind === "returned" ? inOneLine(outcome.value, 400) : outcome;
	};

	test("every call is told from everything else", async () => {
		for (const name of Object.keys(cases)) {
			const { kind } = await read(name);
			if (name === "fetch-get") expect(kind).toEqual({ kind: "document" });
			else if (/^(fetch|form)-/.test(name))
				expect([name, kind]).toEqual([name, { kind: "action", transport: name.split("-")[0] }]);
		}
		expect((await read("document")).kind).toEqual({ kind: "document" });
		expect((await read("rsc")).kind).toEqual({ kind: "rsc", prefetch: false });
		expect((await read("other")).kind).toEqual({ kind: "other" });
	});

	test("every action is named by the running build, but the one nobody knows", async () => {
		const calls = Object.keys(cases).filter((name) => /^(fetch|form)-/.test(name) && name !== "fetch-get");
		for (const name of calls) {
			const { action } = await call(name);
			expect([name, action === null]).toEqual([name, name.endsWith("-unknown")]);
		}
		expect((await call("fetch-plain")).action).toMatchObject({ name: "rename", file: "app/actions.ts" });
		expect((await call("form-bound")).action).toMatchObject({ name: "renameForm" });
		expect((await call("fetch-sealed")).action?.file).toBe("app/page.tsx");
	});

	test("arguments", async () => {
		expect(await args("fetch-plain")).toEqual(['argument "ID1"', 'argument "Ada"']);
		expect(await args("fetch-nothing")).toEqual([]);
		expect(await args("fetch-scalars")).toEqual([
			'argument { text: "$dollar", nan: NaN, big: 10n, when: Date(1970-01-01T00:00:00.000Z), map: Map { a: 1 }, set: Set [1, 2], list: [1, […]], nothing: null }',
		]);
		expect(await args("fetch-upload")).toEqual([
			'form FormData { note: "Grüße", file: File(hello.txt, 5 bytes) }',
		]);
		expect(await args("fetch-opaque")).toEqual([
			"argument (cannot be sent: the server gets an opaque stand-in ($T))",
		]);
		expect((await args("fetch-state"))?.[0]).toBe("previous-state null");
		expect((await args("fetch-state"))?.[1]).toBe('form FormData { name: "x" }');
	});

	test("bound and encrypted arguments are marked", async () => {
		expect(await args("form-bound")).toEqual(['bound "ID42"', 'form FormData { to: "Bob" }']);
		expect(await args("form-state")).toEqual(["previous-state null", 'form FormData { name: "x" }']);
		expect(await args("form-plain")).toEqual(['form FormData { name: "Ada" }']);
		const sealedForm = await args("form-sealed");
		expect(sealedForm?.[0]).toMatch(/^encrypted "[A-Za-z0-9+/=]{40,}"$/);
		const sealed = await args("fetch-sealed");
		expect(sealed?.[0]).toMatch(/^encrypted "[A-Za-z0-9+/=]{40,}"$/);
		expect(sealed?.[1]).toBe('argument "hi"');
	});

	test("what the page bound is told from what the caller gave, by the page itself", async () => {
		// The form of form-bound, as it is sent once it is hydrated.
		const { exchange } = cases["fetch-bound"]!;
		const id = actions.find(({ name }) => name === "renameForm")!.id;
		const requestHeaders = exchange.requestHeaders.map(([name, value]): [string, string] =>
			name.toLowerCase() === "next-action" ? [name, id] : [name, value],
		);
		const bound = { ...exchange, requestHeaders };
		const roles = (call: Call) => call.arguments?.map(({ role }) => role);
		expect(roles(await readAfterPage(bound))).toEqual(["bound", "argument"]);
		const other = { ...bound.requestBody, data: '["ID43","Bob"]' };
		expect(roles(await readAfterPage({ ...bound, requestBody: other }))).toEqual(["argument", "argument"]);
		// This one was bound in the browser, which no page tells of.
		expect(roles(await readAfterPage(exchange))).toEqual(["argument", "argument"]);
	});

	test("an inline action has the name that its page gives it, in development", async () => {
		const { sourceName } = await readAfterPage(cases["fetch-sealed"]!.exchange);
		expect(sourceName).toBe(mode === "development" ? "sealed" : null);
	});

	test("what cannot be decoded says why", async () => {
		const tooLarge = await call("fetch-too-large");
		expect(tooLarge.arguments).toBeNull();
		expect(tooLarge.argumentsTrouble).toMatch(/of \d+ bytes the first were kept only/);
		const malformed = await call("fetch-malformed");
		expect(malformed.arguments).toBeNull();
		expect(malformed.argumentsTrouble).toMatch(/could not be decoded/);
	});

	test("returned values", async () => {
		expect(await value("fetch-plain")).toBe('"ID1 is Ada"');
		expect(await value("fetch-nothing")).toBe("undefined");
		expect(await value("fetch-scalars")).toBe("(argument 1, given back unchanged)");
		expect(await value("fetch-values")).toMatch(
			/^\{ text: "\$dollar", nan: NaN, big: 10n, when: Date\(1970-01-01T00:00:00.000Z\), map: Map \{ a: 1 \}, set: Set \[1, 2\], list: \[1, \[…\]\], nothing: null, yes: true, long: "long long/,
		);
		const { outcome } = await call("fetch-values");
		const entries =
			outcome.kind === "returned" && outcome.value.type === "group" ? outcome.value.entries : [];
		const entry = (key: string) => inOneLine(entries.find((one) => one.key === key)!.value);
		expect(entry("bytes")).toBe("Uint8Array [1, 2, 255]");
		expect(entry("later")).toBe('Promise ["later"]');
		expect(await value("fetch-sealed")).toBe('"hi captured at render"');
	});

	test("a value that speaks of errors is a validation result, by fetch and by form post", async () => {
		const errors = "{ errors: { name: […] } }";
		expect([await value("fetch-state"), await value("form-state")]).toEqual([errors, errors]);
		expect((await call("fetch-state")).outcome).toMatchObject({ validation: true });
		expect((await call("form-state")).outcome).toMatchObject({ validation: true });
		expect((await call("fetch-plain")).outcome).toMatchObject({ validation: false });
	});

	test("a form post without a state is answered by the page alone", async () => {
		expect((await call("form-plain")).outcome).toEqual({ kind: "page" });
	});

	test("thrown errors, with what the browser and the server were told", async () => {
		const { outcome } = await call("fetch-throw");
		const told = outcome.kind === "thrown" ? outcome.error : null;
		expect(told?.digest).toMatch(/^\d+$/);
		expect(told?.message).toBe(mode === "development" ? "The database is on fire" : null);
		expect((await read("fetch-throw")).lines.map(({ text }) => text).join()).toContain(
			"The database is on fire",
		);
		expect((await call("form-throw")).outcome).toMatchObject({
			kind: "thrown",
			error: { name: "Error", message: "The database is on fire" },
		});
		expect((await call("fetch-malformed")).outcome.kind).toBe("thrown");
		expect((await call("fetch-function")).outcome.kind).toBe("not-serialisable");
	});

	test("redirects", async () => {
		expect((await call("fetch-redirect")).outcome).toEqual({
			kind: "redirect",
			to: "/dest",
			how: "push",
			external: false,
		});
		expect((await call("fetch-redirect-away")).outcome).toMatchObject({
			to: "https://example.com/away",
			external: true,
		});
		expect((await call("form-redirect")).outcome).toMatchObject({ kind: "redirect", to: "/dest", how: null });
	});

	test.each(["fetch", "form"])("refusals of a call by %s", async (transport) => {
		expect((await call(`${transport}-not-found`)).outcome).toEqual({ kind: "http-error", status: 404 });
		expect((await call(`${transport}-unknown`)).outcome).toEqual({ kind: "unknown-action" });
		expect((await call(`${transport}-foreign`)).outcome).toMatchObject({
			kind: "foreign-origin",
			origin: "https://evil.example",
			host: expect.stringMatching(/^localhost:\d+$/),
		});
		expect((await call(`${transport}-too-large`)).outcome).toEqual({ kind: "too-large", limit: "1 MB" });
	});

	test("a call whose visitor went away is aborted", async () => {
		expect((await call("fetch-aborted")).outcome).toEqual({ kind: "aborted" });
	});

	test("what was revalidated, by Next.js's own header, and cookies", async () => {
		const revalidated = async (name: string) => (await call(name)).revalidated;
		expect(await revalidated("fetch-plain")).toBe("no");
		expect(await revalidated("fetch-path")).toBe("all");
		expect(await revalidated("fetch-tag")).toBe("all");
		expect(await revalidated("fetch-refresh")).toBe("refresh");
		expect(await revalidated("fetch-cookie")).toBe("all");
		expect((await call("fetch-cookie")).setCookies).toEqual([
			"session=s3cret; Path=/; HttpOnly; SameSite=lax",
			expect.stringMatching(/^old=; Path=\/; Expires=Thu, 01 Jan 1970/),
		]);
		expect(await value("fetch-cookie")).toBe('"signed in"');
	});

	test("changed rows", async () => {
		expect((await read("fetch-path")).changes).toEqual([
			{ table: "message", before: null, after: expect.objectContaining({ name: "Ada", text: "by path" }) },
		]);
		expect((await read("fetch-nothing")).changes).toEqual([]);
		expect((await read("document")).changes).toBeNull();
	});

	test("a GET that names an action calls none", async () => {
		expect((await read("fetch-get")).missed).toContain("only POST calls one");
		expect((await read("fetch-get")).call).toBeNull();
		expect((await read("document")).missed).toBeNull();
	});

	test("where the time went, where the server says so", async () => {
		const { timing } = await read("fetch-slow");
		expect(timing.total).toBeGreaterThan(1400);
		if (mode === "production") expect(timing).toMatchObject({ action: null, framework: null, render: null });
		else expect(timing).toMatchObject({ action: expect.any(Number), framework: expect.any(Number) });
		if (timing.action !== null) expect(timing.action).toBeGreaterThan(1400);
	});

	test("lines and rows of calls at the same time are told to be shared", async () => {
		const { exchange, logs } = cases["fetch-slow"]!;
		const other = { ...exchange, id: "other", at: exchange.at + 100, durationMs: 10 };
		const reading = await readExchange(exchange, { actions, logs, others: [exchange, other] });
		expect(reading.concurrent).toEqual(["other"]);
		expect(reading.timing.action).toBeNull();
		expect((await read("fetch-slow")).concurrent).toEqual([]);
	});
});
