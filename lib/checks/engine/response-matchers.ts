import type { HttpResponse, Match, ResponseExpectation } from "../types";
import { parseSetCookies } from "./cookie-jar";
import { cut, formatMatch, matches } from "./format";
import type { MatchOutcome } from "./matchers";

type Matchers = {
	[Name in Exclude<keyof ResponseExpectation, "not">]: (
		response: HttpResponse,
		...args: Parameters<ResponseExpectation[Name]>
	) => MatchOutcome;
};

/** The assertions on an HTTP answer, as pure functions. */
export const responseMatchers: Matchers = {
	toHaveStatus: (response, status) => ({
		holds: response.status === status,
		expected: `status ${status}`,
		observed: `status ${response.status}`,
	}),
	toRedirectTo: (response, path) => ({
		holds: isRedirect(response.status) && response.location !== null && matchesPath(response.location, path),
		expected: `a redirect to ${formatMatch(path)}`,
		observed:
			response.location === null
				? `status ${response.status} without a redirect`
				: `status ${response.status}, Location ${response.location}`,
	}),
	toShow: (response, text) => ({
		holds: matches(response.visibleText, text),
		expected: `a page that shows ${formatMatch(text)}`,
		observed: `status ${response.status}, a page that shows: ${cut(response.visibleText, 240)}`,
	}),
	toSetCookie: (response, name, attributes = {}) => {
		const cookie = parseSetCookies(response.setCookies).find((candidate) => candidate.name === name);
		const wanted = [
			`a Set-Cookie for “${name}”`,
			attributes.value === undefined ? null : `with the value ${formatMatch(attributes.value)}`,
			attributes.httpOnly ? "HttpOnly" : null,
			attributes.sameSite ? `SameSite=${attributes.sameSite}` : null,
		];
		return {
			holds:
				cookie !== undefined &&
				(attributes.value === undefined || matches(cookie.value, attributes.value, true)) &&
				(attributes.httpOnly === undefined || cookie.httpOnly === attributes.httpOnly) &&
				(attributes.sameSite === undefined || cookie.sameSite === attributes.sameSite),
			expected: wanted.filter(Boolean).join(", "),
			observed: response.setCookies.length === 0 ? "no Set-Cookie header" : response.setCookies.join(" · "),
		};
	},
};

function isRedirect(status: number): boolean {
	return status >= 300 && status < 400;
}

/** A string is the whole path (query and hash included); a pattern may match anywhere. */
function matchesPath(location: string, path: Match): boolean {
	return typeof path === "string" ? location === path : matches(location, path);
}
