import type { TextMatch } from "@/lib/sandbox/bridge/messages";
import { Refusal } from "./refusal";
import { fold } from "./visible";

/**
 * Matching as in Playwright: text without `exact` is found anywhere, in upper or lower case; white space is folded on
 * both sides.
 */
export function textMatcher(match: TextMatch): (text: string) => boolean {
	if (match.kind === "regexp") {
		let expression: RegExp;
		try {
			// Sticky and global expressions remember where they stopped.
			expression = new RegExp(match.source, match.flags.replace(/[gy]/g, ""));
		} catch (error) {
			throw new Refusal(`The check has a wrong regular expression: ${String(error)}`, { ours: true });
		}
		return (text) => expression.test(fold(text));
	}
	const wanted = fold(match.value);
	if (match.exact) return (text) => fold(text) === wanted;
	return (text) => fold(text).toLowerCase().includes(wanted.toLowerCase());
}
