import type { Match } from "../types";

const LIMIT = 400;

/** A value in words for "expected" and "observed": JSON where it can be, cut at 400 characters. */
export function formatValue(value: unknown): string {
	return cut(render(value));
}

function render(value: unknown): string {
	if (value === undefined) return "nothing (undefined)";
	if (typeof value === "string") return JSON.stringify(value);
	if (value instanceof RegExp) return String(value);
	if (value instanceof Error) return `${value.name}: ${value.message}`;
	if (typeof value === "bigint") return `${value}n`;
	if (typeof value === "function") return `function ${value.name}`;
	try {
		return JSON.stringify(value) ?? String(value);
	} catch {
		return String(value);
	}
}

export function formatMatch(match: Match): string {
	return typeof match === "string" ? `“${match}”` : `text like ${match}`;
}

export function cut(text: string, limit = LIMIT): string {
	return text.length > limit ? `${text.slice(0, limit)}…` : text;
}

/** White space folded to single blanks, as a browser shows it. */
export function foldSpace(text: string): string {
	return text.replace(/\s+/g, " ").trim();
}

/** Whether `text` matches: a string must be contained in it (or equal, when `exact`), a pattern must be found. */
export function matches(text: string, match: Match, exact = false): boolean {
	if (typeof match !== "string") return new RegExp(match.source, match.flags.replace("g", "")).test(text);
	const wanted = foldSpace(match);
	const given = foldSpace(text);
	return exact ? given === wanted : given.includes(wanted);
}
