import type { Exchange } from "@/lib/sandbox/agent-protocol";
import { bytesOf, headerOf, textOf } from "./exchange";
import { type FlightRow, modelOf, splitFlight } from "./flight-rows";

/** How a page hands an action to the browser: with which values bound to it already. */
export interface Binding {
	/** As React wrote them; `"$@…"` stands for a value of its own, which for Next.js is an encrypted one. */
	bound: unknown[];
	/** The function's name in the source; told by `next dev` only. */
	name: string | null;
}

const MAX_PAGES = 5;

/** What the pages among `exchanges` say of an action, newest first. */
export function bindingsOf(actionId: string, exchanges: readonly Exchange[]): Binding[] {
	// Taking an answer apart costs time: those that name the action, and of them the newest, say enough.
	const naming = exchanges.toReversed().filter(({ responseBody }) => responseBody.data.includes(actionId));
	return naming.slice(0, MAX_PAGES).flatMap((exchange) => {
		const rows = rowsOf(exchange);
		return rows.flatMap((row) => bindingIn(row, rows, actionId) ?? []);
	});
}

function bindingIn(row: FlightRow, rows: FlightRow[], actionId: string): Binding | null {
	if (row.tag !== "" || !row.text.startsWith(`{"id":"${actionId}"`)) return null;
	const { bound, name } = (modelOf(rows, row.id) ?? {}) as { bound?: unknown; name?: unknown };
	const list = typeof bound === "string" ? modelOf(rows, bound.replace("$@", "")) : [];
	if (!Array.isArray(list)) return null;
	return { bound: list, name: typeof name === "string" ? name.replace(/^bound /, "") : null };
}

/** The Flight rows of an answer: the whole of it, or what a document carries in its scripts. */
function rowsOf(exchange: Exchange): FlightRow[] {
	const type = headerOf(exchange.responseHeaders, "content-type") ?? "";
	if (/^text\/x-component\b/.test(type)) return splitFlight(bytesOf(exchange.responseBody)).rows;
	if (!/^text\/html\b/.test(type)) return [];
	const html = textOf(exchange.responseBody);
	const parts = [...html.matchAll(/self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g)];
	return splitFlight(new TextEncoder().encode(parts.map((part) => JSON.parse(part[1]!)).join(""))).rows;
}

/** How many of the values `sent` were bound by the page, by the binding that fits the most of them. */
export function boundCount(sent: readonly unknown[], bindings: readonly Binding[]): number {
	const fitting = bindings.filter(
		({ bound }) => bound.length <= sent.length && bound.every((value, index) => isSame(value, sent[index])),
	);
	return Math.max(0, ...fitting.map(({ bound }) => bound.length));
}

/** Plain values must be equal; what has a row of its own (`$@1`) has another number at each end. */
function isSame(bound: unknown, sent: unknown): boolean {
	const reference = /^\$[@A-Z][0-9a-f]*$/;
	if (typeof bound === "string" && typeof sent === "string" && reference.test(bound))
		return reference.test(sent);
	return JSON.stringify(bound) === JSON.stringify(sent);
}
