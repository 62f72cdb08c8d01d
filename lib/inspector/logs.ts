import type { Exchange, LogEntry } from "@/lib/sandbox/agent-protocol";
import { endOf } from "./exchange";

/** Milliseconds a line may come after the end of the exchange it speaks of. */
const LATE = 150;

/** Next.js's own line on a request: `POST /guestbook 200 in 15ms (next.js: 4ms, application-code: 11ms)`. */
const REQUEST_LINE = /^\s*(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) (\S+) (\d{3}) in (\S+)(?: \((.*)\))?/;
/** … and on the action in it, in development: `└─ ƒ sign({}) in 3ms app/actions.ts`. */
const ACTION_LINE = /^\s*└─ ƒ .* in (\S+) \S+$/;

/**
 * Lines printed while the exchange lasted. Which request printed a line is not written down anywhere: lines that name
 * another request are left out, and `shared` says that another one was under way as well.
 */
export function linesOf(
	exchange: Exchange,
	logs: readonly LogEntry[],
	others: readonly Exchange[],
): { lines: LogEntry[]; shared: boolean } {
	const until = endOf(exchange) + LATE;
	const during = logs.filter(({ at }) => at >= exchange.at && at <= until);
	return {
		lines: during.filter(({ text }) => !isAnothers(text, exchange)),
		shared: overlapping(exchange, others).length > 0,
	};
}

/** Exchanges that were under way at the same time. */
export function overlapping(exchange: Exchange, others: readonly Exchange[]): Exchange[] {
	return others.filter(
		(other) => other.id !== exchange.id && other.at < endOf(exchange) && endOf(other) > exchange.at,
	);
}

function isAnothers(text: string, { method, url, status }: Exchange): boolean {
	const line = REQUEST_LINE.exec(text);
	if (!line) return false;
	const samePath = line[2]?.split("?")[0] === url.split("?")[0];
	return !(line[1] === method && samePath && (status === 0 || Number(line[3]) === status));
}

/** Where the time went, as far as the server said; milliseconds. `null`: it did not say. */
export interface Timing {
	total: number;
	/** Next.js's own work: routing, compiling. */
	framework: number | null;
	action: number | null;
	/** The app's code besides the action: rendering the answer. */
	render: number | null;
}

/** `next dev` prints how long its parts took; a production server does not. */
export function timingOf(exchange: Exchange, lines: readonly LogEntry[], shared: boolean): Timing {
	const nothing = { total: exchange.durationMs, framework: null, action: null, render: null };
	if (shared) return nothing;
	const parts = lines.flatMap(({ text }) => REQUEST_LINE.exec(text)?.[5] ?? [])[0] ?? "";
	const part = (name: string) => milliseconds(new RegExp(`${name}: ([^,]+)`).exec(parts)?.[1]);
	const action = milliseconds(lines.flatMap(({ text }) => ACTION_LINE.exec(text)?.[1] ?? [])[0]);
	const code = part("application-code");
	return {
		total: exchange.durationMs,
		framework: part("next\\.js"),
		action,
		render: code === null || action === null ? null : Math.max(0, code - action),
	};
}

/** `15ms`, `1.5s`, `2.1min` as Next.js prints them. */
function milliseconds(text: string | undefined): number | null {
	const match = /^([\d.]+)(µs|ms|s|min)$/.exec(text?.trim() ?? "");
	if (!match) return null;
	return Number(match[1]) * { µs: 0.001, ms: 1, s: 1000, min: 60_000 }[match[2] as "ms"];
}
