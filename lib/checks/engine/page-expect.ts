import type { ElementState } from "@/lib/sandbox/bridge/messages";
import type { Evidence, Locator, LocatorExpectation, Match, Page, PageExpectation } from "../types";
import { cut, formatMatch, formatValue, matches } from "./format";
import type { MatchOutcome } from "./matchers";
import { withNot } from "./not";
import { readLocator } from "./page";
import type { Tracker } from "./tracker";
import { until } from "./until";

export interface LocatorProbe {
	tracker: Tracker;
	signal: AbortSignal;
	message: string | undefined;
	timeoutMs: number;
	settle(outcome: MatchOutcome, negated: boolean, message: string | undefined, evidence?: Evidence[]): void;
}

type ElementMatcher = (elements: ElementState[], ...args: never[]) => MatchOutcome;

/** Judges the first element found; where there is none, `missing` says what was expected of it. */
function first(
	elements: ElementState[],
	expected: string,
	judge: (element: ElementState) => { holds: boolean; observed: string },
): MatchOutcome {
	const [element] = elements;
	if (!element) return { holds: false, expected, observed: "no such element on the page" };
	return { expected, ...judge(element) };
}

const locatorMatchers = {
	toBeVisible: (elements: ElementState[]) =>
		first(elements, "to be visible", (element) => ({
			holds: element.visible,
			observed: element.visible ? "visible" : "there, but hidden",
		})),
	toBeDisabled: (elements: ElementState[]) =>
		first(elements, "to be disabled", (element) => ({
			holds: element.disabled,
			observed: element.disabled ? "disabled" : "enabled",
		})),
	toHaveText: (elements: ElementState[], text: Match) =>
		first(elements, `the text ${formatMatch(text)}`, (element) => ({
			holds: matches(element.text, text, true),
			observed: formatValue(element.text),
		})),
	toContainText: (elements: ElementState[], text: Match) =>
		first(elements, `text that contains ${formatMatch(text)}`, (element) => ({
			holds: matches(element.text, text),
			observed: formatValue(element.text),
		})),
	toHaveValue: (elements: ElementState[], value: Match) =>
		first(elements, `the value ${formatMatch(value)}`, (element) => ({
			holds: element.value !== null && matches(element.value, value, true),
			observed: formatValue(element.value),
		})),
	toHaveCount: (elements: ElementState[], count: number): MatchOutcome => ({
		holds: elements.length === count,
		expected: `${count} of them`,
		observed: `${elements.length} of them`,
	}),
	toHaveAttribute: (elements: ElementState[], name: string, value?: Match) =>
		first(
			elements,
			value === undefined ? `an attribute ${name}` : `${name} = ${formatMatch(value)}`,
			(element) => {
				const actual = element.attributes[name];
				return {
					holds: actual !== undefined && (value === undefined || matches(actual, value, true)),
					observed: actual === undefined ? `no attribute ${name}` : `${name} = ${formatValue(actual)}`,
				};
			},
		),
	toHaveAccessibleDescription: (elements: ElementState[], text: Match) =>
		first(elements, `an accessible description ${formatMatch(text)}`, (element) => ({
			holds: matches(element.accessibleDescription, text),
			observed: formatValue(element.accessibleDescription),
		})),
} satisfies Record<Exclude<keyof LocatorExpectation, "not">, ElementMatcher>;

/** How many arguments come before the options. */
const ARGUMENTS: Record<keyof typeof locatorMatchers, number> = {
	toBeVisible: 0,
	toBeDisabled: 0,
	toHaveText: 1,
	toContainText: 1,
	toHaveValue: 1,
	toHaveCount: 1,
	toHaveAttribute: 2,
	toHaveAccessibleDescription: 1,
};

export function locatorExpectation(
	locator: Locator,
	probe: LocatorProbe,
	negated: boolean,
): LocatorExpectation {
	const assertions: Record<string, unknown> = {};
	for (const [name, matcher] of Object.entries(locatorMatchers)) {
		const count = ARGUMENTS[name as keyof typeof locatorMatchers];
		const judge = matcher as (elements: ElementState[], ...args: unknown[]) => MatchOutcome;
		assertions[name] = (...given: unknown[]) =>
			probe.tracker.track(`expect(${locator}).${name}`, async () => {
				const options = given[count] as { timeoutMs?: number } | undefined;
				const outcome = await until(
					async () => judge(await readLocator(locator, probe.signal), ...given.slice(0, count)),
					(result) => result.holds !== negated,
					{ timeoutMs: options?.timeoutMs ?? probe.timeoutMs, signal: probe.signal },
				);
				const worded = { ...outcome, expected: `${locator}: ${outcome.expected}` };
				probe.settle(worded, negated, probe.message, await htmlOf(locator, probe.signal));
			});
	}
	return withNot(assertions, () => locatorExpectation(locator, probe, !negated));
}

async function htmlOf(locator: Locator, signal: AbortSignal): Promise<Evidence[]> {
	const elements = await readLocator(locator, signal).catch(() => []);
	return elements
		.slice(0, 3)
		.map((element) => ({ kind: "html", label: String(locator), html: element.html }));
}

export function pageExpectation(page: Page, probe: LocatorProbe, negated: boolean): PageExpectation {
	const waitFor = (what: string, judge: () => Promise<MatchOutcome>, timeoutMs = probe.timeoutMs) =>
		probe.tracker.track(`expect(page).${what}`, async () => {
			const accept = (result: MatchOutcome) => result.holds !== negated;
			const outcome = await until(judge, accept, { timeoutMs, signal: probe.signal });
			probe.settle(outcome, negated, probe.message);
		});
	const assertions = {
		toHaveURL: (url: Match, options?: { timeoutMs?: number }) =>
			waitFor(
				"toHaveURL",
				async () => {
					const actual = await page.url();
					return {
						holds: matches(actual, url, true),
						expected: `the address ${formatMatch(url)}`,
						observed: actual,
					};
				},
				options?.timeoutMs,
			),
		toContainText: (text: Match, options?: { timeoutMs?: number }) =>
			waitFor(
				"toContainText",
				async () => {
					const actual = await page.text();
					const expected = `a page that shows ${formatMatch(text)}`;
					return {
						holds: matches(actual, text),
						expected,
						observed: `a page that shows: ${cut(actual, 240)}`,
					};
				},
				options?.timeoutMs,
			),
	};
	return withNot(assertions, () => pageExpectation(page, probe, !negated));
}
