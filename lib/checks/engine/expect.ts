import type {
	Evidence,
	Expect,
	HttpResponse,
	Page,
	PollExpectation,
	ResponseExpectation,
	ValueExpectation,
} from "../types";
import { isLocator, isPage, isResponse } from "./brands";
import { CheckFailure } from "./failure";
import { type MatchOutcome, matchValue, valueMatcherNames } from "./matchers";
import { withNot } from "./not";
import { type LocatorProbe, locatorExpectation, pageExpectation } from "./page-expect";
import { responseMatchers } from "./response-matchers";
import type { Tracker } from "./tracker";
import { until } from "./until";

/** Milliseconds an assertion on the live page waits. */
export const EXPECT_TIMEOUT = 5_000;

export interface ExpectDependencies {
	tracker: Tracker;
	signal: AbortSignal;
}

/** Builds the `expect` of one check run. Every assertion, passed or failed, is counted by the tracker. */
export function createExpect({ tracker, signal }: ExpectDependencies): Expect {
	/** Throws when the outcome is not what was asked for. */
	function settle(
		outcome: MatchOutcome,
		negated: boolean,
		message: string | undefined,
		evidence: Evidence[] = [],
	): void {
		tracker.assertions++;
		if (outcome.holds !== negated) return;
		const expected = negated ? `not ${outcome.expected}` : outcome.expected;
		throw new CheckFailure(message ?? `Expected ${expected}, but observed ${outcome.observed}.`, {
			expected,
			observed: outcome.observed,
			evidence,
		});
	}

	function values(actual: unknown, message: string | undefined, negated: boolean): ValueExpectation {
		const assertions: Record<string, unknown> = {};
		for (const name of valueMatcherNames) {
			assertions[name] = (...args: unknown[]) => settle(matchValue(name, actual, args), negated, message);
		}
		return withNot(assertions, () => values(actual, message, !negated));
	}

	function responses(
		actual: HttpResponse,
		message: string | undefined,
		negated: boolean,
	): ResponseExpectation {
		const assertions: Record<string, unknown> = {};
		for (const [name, matcher] of Object.entries(responseMatchers)) {
			assertions[name] = (...args: unknown[]) => {
				const match = matcher as (response: HttpResponse, ...args: unknown[]) => MatchOutcome;
				settle(match(actual, ...args), negated, message, [
					{ kind: "text", label: "What the answer shows", text: actual.visibleText.slice(0, 400) },
				]);
			};
		}
		return withNot(assertions, () => responses(actual, message, !negated));
	}

	function poll(
		read: () => unknown,
		message: string | undefined,
		timeoutMs: number,
		negated: boolean,
	): PollExpectation {
		const assertions: Record<string, unknown> = {};
		for (const name of valueMatcherNames) {
			assertions[name] = (...args: unknown[]) =>
				tracker.track(`expect.poll(…).${name}`, async () => {
					const probe = async () => matchValue(name, await read(), args);
					const outcome = await until(probe, (result) => result.holds !== negated, { timeoutMs, signal });
					settle(outcome, negated, message);
				});
		}
		return withNot(assertions, () => poll(read, message, timeoutMs, !negated));
	}

	const expect = (actual: unknown, message?: string): unknown => {
		const live: LocatorProbe = { tracker, signal, message, timeoutMs: EXPECT_TIMEOUT, settle };
		if (isLocator(actual)) return locatorExpectation(actual, live, false);
		if (isPage(actual)) return pageExpectation(actual as Page, live, false);
		if (isResponse(actual)) return responses(actual, message, false);
		return values(actual, message, false);
	};
	expect.poll = (read: () => unknown, message?: string, options?: { timeoutMs?: number }) =>
		poll(read, message, options?.timeoutMs ?? EXPECT_TIMEOUT, false);
	// The overloads of `Expect` choose by the type of `actual`; the branches above do the same at run time.
	return expect as Expect;
}
