import type { Tone } from "@/components/ui/badge";
import type { Entry, Sender } from "@/lib/inspector/inspector";
import type { ArgumentRole, Call, Outcome } from "@/lib/inspector/types";
import { inOneLine } from "@/lib/inspector/values";

export const SENDERS: Record<Sender, string> = {
	preview: "Preview",
	"second-browser": "Second browser",
	check: "Check",
	inspector: "Sent again",
};

export const ROLES: Record<ArgumentRole, { words: string; meaning: string | null }> = {
	argument: { words: "argument", meaning: null },
	bound: {
		words: "bound",
		meaning:
			"Bound with .bind on the server. It travels through the page in plain text and can be changed there.",
	},
	encrypted: {
		words: "encrypted",
		meaning: "What the inline action captured when the page was rendered. Only the server can read it.",
	},
	"previous-state": {
		words: "previous state",
		meaning: "The state that useActionState had. It comes from the browser, so it can be forged.",
	},
	form: { words: "form", meaning: null },
};

/** An outcome in a few words, and its colour. */
export function outcomeInWords(outcome: Outcome): { words: string; tone: Tone } {
	switch (outcome.kind) {
		case "returned":
			return outcome.validation
				? { words: "Returned errors", tone: "warn" }
				: { words: "Returned", tone: "pass" };
		case "page":
			return { words: "Answered with the page", tone: "pass" };
		case "thrown":
			return { words: "Threw an error", tone: "fail" };
		case "not-serialisable":
			return { words: "Returned what cannot be sent", tone: "fail" };
		case "redirect":
			return { words: `Redirected to ${outcome.to}`, tone: "accent" };
		case "http-error":
			return { words: outcome.status === 404 ? "Not found" : `Refused (${outcome.status})`, tone: "warn" };
		case "unknown-action":
			return { words: "Unknown action", tone: "fail" };
		case "foreign-origin":
			return { words: "Refused: foreign origin", tone: "fail" };
		case "too-large":
			return { words: "Refused: body too large", tone: "fail" };
		case "aborted":
			return { words: "Aborted", tone: "blocked" };
		case "unreadable":
			return { words: "Answer not decoded", tone: "broken" };
	}
}

/** The name under which an action is known: its own, or that it stands inside another function. */
export function actionName({ action, actionId, sourceName }: Call): string {
	if (sourceName !== null) return sourceName;
	if (action === null) return actionId === null ? "an action" : `action ${actionId.slice(0, 8)}…`;
	// Next.js numbers the functions inside other functions of a file, from 0.
	const inline = /^\$\$RSC_SERVER_ACTION_(\d+)$/.exec(action.name);
	return inline ? `inline action ${Number(inline[1]) + 1}` : action.name;
}

/** What an exchange was, in one line. */
export function title({ exchange, reading }: Entry): string {
	if (reading?.call) {
		const { call } = reading;
		return `${actionName(call)}(${(call.arguments ?? []).map(({ value }) => inOneLine(value, 40)).join(", ")})`;
	}
	return `${exchange.method} ${exchange.url.split("?")[0]}`;
}

export function kindInWords({ reading, exchange }: Entry): string {
	if (!reading) return exchange.method;
	const { kind } = reading;
	switch (kind.kind) {
		case "action":
			return kind.transport === "fetch" ? "Action, by fetch" : "Action, by form post";
		case "rsc":
			return kind.prefetch ? "RSC prefetch" : "RSC request";
		case "document":
			return "Document";
		case "asset":
			return "Asset";
		case "other":
			return "Request";
	}
}

export function milliseconds(ms: number): string {
	return ms >= 10_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms)} ms`;
}
