import type { Exchange, LogEntry } from "@/lib/sandbox/agent-protocol";
import { bytesOf, headerOf, textOf } from "./exchange";
import { resultOf, type SentError, splitFlight } from "./flight-rows";
import { decodeFlight } from "./react-wire";
import type { Outcome } from "./types";
import { describeValue } from "./values";

/** Numbers that Next.js 16.3.7 puts behind the digest of its own errors. */
const FOREIGN_ORIGIN = /@E80$/;
const TOO_LARGE = /@E394$/;
const HTTP_ERROR = /^NEXT_HTTP_ERROR_FALLBACK;(\d{3})$/;

/** What came of a call, by FACTS' table of outcomes. `lines` are the server's lines on it. */
export async function outcomeOf(
	exchange: Exchange,
	transport: "fetch" | "form",
	lines: readonly LogEntry[],
): Promise<Outcome> {
	if (exchange.aborted) return { kind: "aborted" };
	return transport === "fetch" ? outcomeOfFetch(exchange, lines) : outcomeOfForm(exchange, lines);
}

async function outcomeOfFetch(exchange: Exchange, lines: readonly LogEntry[]): Promise<Outcome> {
	const header = (name: string) => headerOf(exchange.responseHeaders, name);
	if (header("x-nextjs-action-not-found") !== null) return { kind: "unknown-action" };
	const redirect = header("x-action-redirect");
	if (redirect !== null) return redirectTo(redirect);
	if (!/^text\/x-component\b/.test(header("content-type") ?? "")) {
		return unreadable(`The answer is ${header("content-type") ?? "of no type"}, not text/x-component.`);
	}
	if (exchange.responseBody.truncated) return unreadable("The answer was cut when it was recorded.");
	const { rows, complete } = splitFlight(bytesOf(exchange.responseBody));
	const result = resultOf(rows);
	if (result === null) return unreadable("The answer names no result.");
	if ("error" in result) return failure(exchange, result.error, lines);
	if (!complete) return unreadable("The answer ends in the middle of a row.");
	return returned(async () => ((await decodeFlight(bytesOf(exchange.responseBody))) as { a: unknown }).a);
}

async function outcomeOfForm(exchange: Exchange, lines: readonly LogEntry[]): Promise<Outcome> {
	const { status } = exchange;
	const location = headerOf(exchange.responseHeaders, "location");
	if (location !== null && status >= 300 && status < 400) return redirectTo(location);
	if ([401, 403, 404].includes(status)) return { kind: "http-error", status };
	if (status >= 500) return failure(exchange, errorInLog(lines), lines);
	if (status !== 200) return unreadable(`The answer has the status ${status}.`);
	const state = formStateOf(textOf(exchange.responseBody));
	return state === null ? { kind: "page" } : returned(async () => state.value);
}

function failure(exchange: Exchange, error: SentError, lines: readonly LogEntry[]): Outcome {
	const digest = error.digest ?? "";
	const said = (pattern: RegExp) =>
		lines.map(({ text }) => pattern.exec(text)).find((match) => match !== null);
	const http = HTTP_ERROR.exec(digest);
	if (http) return { kind: "http-error", status: Number(http[1]) };
	if (FOREIGN_ORIGIN.test(digest) || said(/Invalid Server Actions request/)) {
		const origin = headerOf(exchange.requestHeaders, "origin") ?? "";
		const host =
			headerOf(exchange.requestHeaders, "x-forwarded-host") ??
			headerOf(exchange.requestHeaders, "host") ??
			"";
		return { kind: "foreign-origin", origin, host };
	}
	const tooLarge = said(/Body exceeded (.+?) limit/);
	if (TOO_LARGE.test(digest) || tooLarge) return { kind: "too-large", limit: tooLarge?.[1] ?? null };
	if (said(/Failed to find Server Action/)) return { kind: "unknown-action" };
	return { kind: exchange.status === 200 ? "not-serialisable" : "thrown", error };
}

/** A form post's answer carries no error of its own; the server's log does. */
function errorInLog(lines: readonly LogEntry[]): SentError {
	const at = lines.findIndex(({ text }) => /^\s*⨯ /.test(text));
	const head = /^\s*⨯ (?:(\w*Error): )?(.*)$/.exec(lines[at]?.text ?? "");
	const digest = lines
		.map(({ text }) => /digest: '([^']+)'/.exec(text)?.[1])
		.find((found) => found !== undefined);
	const stack = lines.slice(at + 1).filter(({ text }) => /^\s+at /.test(text));
	return {
		digest: digest ?? null,
		name: head?.[1] ?? null,
		message: head?.[2] ?? null,
		stack: stack.map(({ text }) => text.trim().replace(/^at /, "")),
	};
}

function redirectTo(header: string): Outcome {
	const [, to = header, how] = /^(.*?)(?:;(push|replace))?$/.exec(header) ?? [];
	const external = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(to);
	return { kind: "redirect", to, how: (how as "push" | "replace" | undefined) ?? null, external };
}

async function returned(read: () => Promise<unknown>): Promise<Outcome> {
	try {
		const value = await read();
		return { kind: "returned", value: await describeValue(value), validation: speaksOfErrors(value) };
	} catch (error) {
		return unreadable(`React could not read it: ${error instanceof Error ? error.message : String(error)}`);
	}
}

/** The shapes in which actions return what is wrong with their input: an error under one of these names, or `ok: false`. */
function speaksOfErrors(value: unknown): boolean {
	if (typeof value !== "object" || value === null) return false;
	const { ok, success } = value as Record<string, unknown>;
	if (ok === false || success === false) return true;
	return ["error", "errors", "fieldErrors", "issues"].some((name) => {
		const said = (value as Record<string, unknown>)[name];
		if (said === undefined || said === null || said === false || said === "") return false;
		return typeof said !== "object" || Object.values(said).some((one) => one !== undefined && one !== null);
	});
}

/**
 * The state that `useActionState` gets from a form post: Next.js writes it into the page as JSON,
 * `self.__next_f.push([2, [state, key, action, bound]])`.
 */
export function formStateOf(html: string): { value: unknown } | null {
	const match = /self\.__next_f\.push\((\[2,.*?\])\)<\/script>/s.exec(html);
	if (!match?.[1]) return null;
	try {
		const [, [value]] = JSON.parse(match[1]) as [number, [unknown]];
		return { value };
	} catch {
		return null;
	}
}

const unreadable = (reason: string): Outcome => ({ kind: "unreadable", reason });
