import { dequal } from "dequal";
import type { ValueExpectation } from "../types";
import { formatValue } from "./format";

export type ValueMatcherName = Exclude<keyof ValueExpectation, "not">;

/** The outcome of one assertion, before `not` is applied. Both texts finish "expected …" / "observed …". */
export interface MatchOutcome {
	holds: boolean;
	expected: string;
	observed: string;
}

type Matcher<Name extends ValueMatcherName> = (
	actual: unknown,
	...args: Parameters<ValueExpectation[Name]>
) => MatchOutcome;

function lengthOf(actual: unknown): number | null {
	return typeof actual === "string" || Array.isArray(actual) ? actual.length : null;
}

function contains(actual: unknown, expected: unknown): boolean {
	if (typeof actual === "string") return typeof expected === "string" && actual.includes(expected);
	return Array.isArray(actual) && actual.some((item) => dequal(item, expected));
}

/** The assertions on plain values, as pure functions. */
export const valueMatchers: { [Name in ValueMatcherName]: Matcher<Name> } = {
	toBe: (actual, expected) => ({
		holds: Object.is(actual, expected),
		expected: formatValue(expected),
		observed: formatValue(actual),
	}),
	toEqual: (actual, expected) => ({
		holds: dequal(actual, expected),
		expected: formatValue(expected),
		observed: formatValue(actual),
	}),
	toContain: (actual, expected) => ({
		holds: contains(actual, expected),
		expected: `something that contains ${formatValue(expected)}`,
		observed: formatValue(actual),
	}),
	toMatch: (actual, pattern) => ({
		holds:
			typeof actual === "string" && new RegExp(pattern.source, pattern.flags.replace("g", "")).test(actual),
		expected: `text like ${pattern}`,
		observed: formatValue(actual),
	}),
	toBeTruthy: (actual) => ({ holds: Boolean(actual), expected: "something", observed: formatValue(actual) }),
	toBeNull: (actual) => ({ holds: actual === null, expected: "null", observed: formatValue(actual) }),
	toHaveLength: (actual, length) => ({
		holds: lengthOf(actual) === length,
		expected: `${length} item${length === 1 ? "" : "s"}`,
		observed: `${lengthOf(actual) ?? "no list"}: ${formatValue(actual)}`,
	}),
	toBeGreaterThan: (actual, n) => ({
		holds: typeof actual === "number" && actual > n,
		expected: `more than ${n}`,
		observed: formatValue(actual),
	}),
	toBeLessThan: (actual, n) => ({
		holds: typeof actual === "number" && actual < n,
		expected: `less than ${n}`,
		observed: formatValue(actual),
	}),
};

export const valueMatcherNames = Object.keys(valueMatchers) as ValueMatcherName[];

/** Calls a matcher by name; the arguments are those the author gave. */
export function matchValue(name: ValueMatcherName, actual: unknown, args: unknown[]): MatchOutcome {
	const matcher = valueMatchers[name] as (actual: unknown, ...args: unknown[]) => MatchOutcome;
	return matcher(actual, ...args);
}
