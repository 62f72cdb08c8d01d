import type { BuiltAction, Exchange, LogEntry } from "@/lib/sandbox/agent-protocol";
import { readCall } from "./call";
import { classify, missedCall } from "./classify";
import { headersOf } from "./exchange";
import { linesOf, overlapping, timingOf } from "./logs";
import type { Reading } from "./types";

export interface Surroundings {
	actions: readonly BuiltAction[];
	logs: readonly LogEntry[];
	/** The exchanges that are kept, this one among them or not. */
	others: readonly Exchange[];
}

/** All that can be said about an exchange. Never throws. */
export async function readExchange(
	exchange: Exchange,
	{ actions, logs, others }: Surroundings,
): Promise<Reading> {
	const { lines, shared } = linesOf(exchange, logs, others);
	return {
		exchange,
		kind: classify(exchange),
		call: await readCall(exchange, {
			actions,
			lines,
			earlier: others.filter(({ at, id }) => at < exchange.at && id !== exchange.id),
		}),
		missed: missedCall(exchange),
		setCookies: headersOf(exchange.responseHeaders, "set-cookie"),
		changes: exchange.changes ?? null,
		lines,
		concurrent: overlapping(exchange, others).map(({ id }) => id),
		timing: timingOf(exchange, lines, shared),
	};
}
