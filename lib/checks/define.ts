import type { CheckDefinition, ClaimDefinition } from "./types";

/** The checks of a lesson, in the order in which they run and are shown. */
export function defineChecks(checks: CheckDefinition[]): CheckDefinition[] {
	return checks;
}

/** The claims a lesson's prose makes. */
export function defineClaims(claims: ClaimDefinition[]): ClaimDefinition[] {
	return claims;
}
