import type { Evidence } from "../types";

/**
 * The check saw something other than what it expects. Told apart by name, not by `instanceof`: a lesson's checks may
 * come from another bundle than the engine.
 */
export class CheckFailure extends Error {
	override readonly name = "CheckFailure";
	constructor(
		message: string,
		readonly details: { expected?: string; observed?: string; evidence?: Evidence[] } = {},
	) {
		super(message);
	}
}

/** What the check needs first is not there; nothing is said about the learner's work. */
export class CheckBlocked extends Error {
	override readonly name = "CheckBlocked";
}

export function isCheckFailure(error: unknown): error is CheckFailure {
	return error instanceof Error && error.name === "CheckFailure";
}

export function isCheckBlocked(error: unknown): error is CheckBlocked {
	return error instanceof Error && error.name === "CheckBlocked";
}
