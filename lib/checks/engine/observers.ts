import type { Exchange, LogEntry } from "@/lib/sandbox/agent-protocol";
import type { Runner, RunnerEvent } from "@/lib/sandbox/runner";
import type { BuildReader, Db, Exchanges, Log } from "../types";
import { CheckFailure } from "./failure";
import type { Tracker } from "./tracker";

interface Dependencies {
	runner: Runner;
	tracker: Tracker;
	signal: AbortSignal;
}

/** The `db` of a check. Reads what the app has written, not what it holds in memory. */
export function createDb({ runner, tracker, signal }: Dependencies): Db {
	const read = () => tracker.track("db.read()", () => runner.readData(signal));
	return {
		read,
		table: async (name) => (await read())[name] ?? [],
		reset: () => tracker.track("db.reset()", () => runner.resetData(undefined, signal)),
		replace: (data) => tracker.track("db.replace()", () => runner.resetData(data, signal)),
	};
}

export function createBuild({ runner, tracker, signal }: Dependencies): BuildReader {
	return {
		read: () => {
			tracker.note("Read what Next.js made of the app");
			return tracker.track("build.read()", () => runner.readBuild(signal));
		},
	};
}

/** The `log` of a check: lines written after the check began. */
export function createLog({ runner, tracker, signal }: Dependencies): Log {
	const begin = runner.logs().at(-1)?.seq ?? -1;
	const lines = () => runner.logs().filter((entry) => entry.seq > begin);
	return {
		lines,
		waitFor: (pattern, { timeoutMs = 3_000 } = {}) =>
			tracker.track(`log.waitFor(${pattern})`, async () => {
				const found = await waitForEvent<LogEntry>(runner, { timeoutMs, signal }, lines, (entry) =>
					pattern.test(entry.text),
				);
				if (found) return found;
				throw new CheckFailure(`The server log never showed a line like ${pattern}.`, {
					expected: `a line like ${pattern}`,
					observed: lines().length === 0 ? "an empty log" : (lines().at(-1)?.text ?? ""),
				});
			}),
	};
}

/** Whether a recorded request called a Server Action, by fetch or by a form without JavaScript (FACTS: wire format). */
export function isActionCall(exchange: Exchange): boolean {
	if (exchange.method !== "POST") return false;
	if (exchange.requestHeaders.some(([name]) => name.toLowerCase() === "next-action")) return true;
	return /name="\$ACTION_(ID|REF)_/.test(exchange.requestBody.data);
}

/** The `exchanges` of a check: what was recorded after the check began. */
export function createExchanges({ runner, tracker, signal }: Dependencies): Exchanges {
	const begin = runner.exchanges().at(-1)?.seq ?? -1;
	const all = () => runner.exchanges().filter((exchange) => exchange.seq > begin);
	return {
		all,
		actions: () => all().filter(isActionCall),
		waitFor: (what, matches, { timeoutMs = 5_000 } = {}) =>
			tracker.track(`exchanges.waitFor(${what})`, async () => {
				const found = await waitForEvent<Exchange>(runner, { timeoutMs, signal }, all, matches);
				if (found) return found;
				const seen = all().map(({ method, url, status }) => `${method} ${url} → ${status}`);
				throw new CheckFailure(`The app was never asked for this: ${what}.`, {
					expected: what,
					observed: seen.length === 0 ? "no request at all" : seen.slice(-8).join(", "),
				});
			}),
	};
}

/** The first item that matches, now or when an event brings it; `null` when time is up. */
function waitForEvent<T>(
	runner: Runner,
	{ timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
	items: () => T[],
	matches: (item: T) => boolean,
): Promise<T | null> {
	return new Promise((resolve, reject) => {
		const finish = (settle: () => void) => {
			unsubscribe();
			clearTimeout(timer);
			signal.removeEventListener("abort", onAbort);
			settle();
		};
		const look = (event?: RunnerEvent) => {
			if (event?.type === "next") return;
			const found = items().find(matches);
			if (found) finish(() => resolve(found));
		};
		const onAbort = () => finish(() => reject(signal.reason));
		const unsubscribe = runner.subscribe(look);
		const timer = setTimeout(() => finish(() => resolve(null)), timeoutMs);
		signal.addEventListener("abort", onAbort, { once: true });
		look();
	});
}
