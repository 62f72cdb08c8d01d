import type { BuiltAction, DataChange, Exchange, LogEntry } from "@/lib/sandbox/agent-protocol";
import type { ExchangeKind } from "./classify";
import type { SentError } from "./flight-rows";
import type { Timing } from "./logs";
import type { Shown } from "./values";

/** Where a value that an action was called with comes from. */
export type ArgumentRole =
	| "argument"
	/** Bound with `.bind` on the server: it travels through the page and can be changed there. */
	| "bound"
	/** What an inline action has captured: encrypted by Next.js, so only the server can read it. */
	| "encrypted"
	/** The state that `useActionState` had before. */
	| "previous-state"
	/** The fields of the form. */
	| "form";

export interface Argument {
	role: ArgumentRole;
	value: Shown;
}

/** What came of a call. */
export type Outcome =
	/** `validation`: the value speaks of errors, in one of the usual shapes. */
	| { kind: "returned"; value: Shown; validation: boolean }
	/** Called by a form post: the answer is the page, and the value, if any, stays on the server. */
	| { kind: "page" }
	| { kind: "thrown"; error: SentError }
	/** The action ended well, but what it returned cannot be sent. */
	| { kind: "not-serialisable"; error: SentError }
	| { kind: "redirect"; to: string; how: "push" | "replace" | null; external: boolean }
	/** notFound() and its kin: 404, 401, 403. */
	| { kind: "http-error"; status: number }
	| { kind: "unknown-action" }
	| { kind: "foreign-origin"; origin: string; host: string }
	| { kind: "too-large"; limit: string | null }
	| { kind: "aborted" }
	/** The answer is none that is known. It is shown as it came. */
	| { kind: "unreadable"; reason: string };

/** One call of a Server Action, read from its exchange. */
export interface Call {
	transport: "fetch" | "form";
	actionId: string | null;
	/** `null` where the running build does not know the id, or has not been asked. */
	action: BuiltAction | null;
	/** The function's name in the source, where a page of `next dev` has told it: inline actions have no other. */
	sourceName: string | null;
	/** `null` where they could not be decoded; `argumentsTrouble` says why, and the body is shown raw. */
	arguments: Argument[] | null;
	argumentsTrouble: string | null;
	outcome: Outcome;
	/** By Next.js's own header: `all` for revalidatePath, updateTag and cookies, `refresh` for refresh(). */
	revalidated: "no" | "all" | "refresh";
	/** `Set-Cookie` headers, raw. */
	setCookies: string[];
}

/** One exchange with all that is known of it. */
export interface Reading {
	exchange: Exchange;
	kind: ExchangeKind;
	/** For actions only. */
	call: Call | null;
	/** Why a request that names an action called none. */
	missed: string | null;
	setCookies: string[];
	/** `null`: nobody looked. */
	changes: DataChange[] | null;
	lines: LogEntry[];
	/** Exchanges that were under way at the same time: lines and rows may be theirs. */
	concurrent: string[];
	timing: Timing;
}
