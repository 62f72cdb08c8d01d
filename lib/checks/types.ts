import type { AppData, Build, Exchange, LogEntry, Mode } from "@/lib/sandbox/agent-protocol";

/** What a check says. `blocked` and `broken` never count against the learner. */
export type Verdict = "pass" | "fail" | "blocked" | "broken";

/** Something that was seen, for a person to read. */
export type Evidence =
	| { kind: "text"; label: string; text: string }
	| { kind: "html"; label: string; html: string }
	| { kind: "data"; label: string; value: unknown }
	/** A recorded exchange, by its id; the inspector opens it. */
	| { kind: "exchange"; label: string; exchangeId: string; summary: string };

export interface CheckResult {
	id: string;
	title: string;
	verdict: Verdict;
	/** What was done, in order: "Opened /guestbook", "Sent the form without JavaScript". */
	did: string[];
	/** For everything but `pass`: one sentence for the learner that says what is wrong. */
	message: string;
	expected: string;
	observed: string;
	evidence: Evidence[];
	/** How many assertions ran. A check with none is `broken`. */
	assertions: number;
	durationMs: number;
	/** Hash of the learner's files the check ran against. Differs from the editor's: the result is stale. */
	sourceHash: string;
	/** Only for `broken`: the check is written wrong, or the sandbox was lost or too slow, which may pass. */
	brokenBy?: "check" | "sandbox";
}

export type Hints = [nudge: string, concept: string, patch: string];

/** One check as an author writes it. */
export interface CheckDefinition {
	/** Unique in the lesson, kebab-case. */
	id: string;
	/** What the learner's app does when this passes: "A message is stored without JavaScript". */
	title: string;
	/** Syllabus points it makes the learner do. */
	points: string[];
	/** Checks that must have passed, or this one is `blocked`. */
	requires?: string[];
	hints: Hints;
	/** The official page on the subject. */
	docs?: string;
	run(context: CheckContext): Promise<void>;
}

export interface ClaimDefinition {
	/** Unique in the lesson, kebab-case; files of its own stand in `claims/<id>/`, laid over the solution. */
	id: string;
	/** The sentence it proves. */
	statement: string;
	points: string[];
	/** Where the sentence is true; the lesson's own mode where this is left out. */
	mode?: Mode;
	run(context: CheckContext): Promise<void>;
}

/** A cookie jar with the rules that matter here: name, value, path, expiry, HttpOnly, SameSite. */
export interface CookieJar {
	get(name: string): StoredCookie | undefined;
	set(name: string, value: string): void;
	all(): StoredCookie[];
	clear(): void;
}

export interface StoredCookie {
	name: string;
	value: string;
	path: string;
	httpOnly: boolean;
	secure: boolean;
	sameSite: "strict" | "lax" | "none" | null;
	/** Milliseconds since the epoch, or `null` for a session cookie. */
	expires: number | null;
}

export interface HttpRequestOptions {
	headers?: Record<string, string>;
	/** Text, form fields sent as multipart/form-data, or bytes. */
	body?: string | FormData | Uint8Array;
	/** Default: the context's own jar. `null` sends and keeps none. */
	jar?: CookieJar | null;
	timeoutMs?: number;
}

/** The answer to a raw request; redirects are not followed. */
export interface HttpResponse {
	status: number;
	headers: Headers;
	/** Each `Set-Cookie` header, raw. */
	setCookies: string[];
	text: string;
	/** The path of `Location`, where there is one. */
	location: string | null;
	exchangeId: string;
	/** The document, parsed. Scripts do not run. */
	document: Document;
	/** The body's visible text, white space folded: what a person reads with JavaScript off. */
	visibleText: string;
	/** The forms of the document, in order. */
	forms: HttpForm[];
	/** The form that has a control or button with this label, name or text. Fails the check where there is none. */
	form(labelled: string | RegExp): HttpForm;
}

export interface HttpForm {
	/** Controls by name, hidden fields included, as a browser without JavaScript would send them. */
	readonly fields: Record<string, string>;
	/** Whether the browser would send it to a Server Action without JavaScript. */
	readonly isServerAction: boolean;
	/**
	 * Sends the form as a browser without JavaScript does: by its own method, encoding, hidden fields and the clicked
	 * button. `values` are keyed by field name.
	 */
	submit(
		values?: Record<string, string | string[] | File>,
		options?: HttpRequestOptions & { button?: string | RegExp; followRedirect?: boolean },
	): Promise<HttpResponse>;
}

export interface Http {
	get(path: string, options?: HttpRequestOptions): Promise<HttpResponse>;
	post(path: string, options?: HttpRequestOptions): Promise<HttpResponse>;
	request(method: string, path: string, options?: HttpRequestOptions): Promise<HttpResponse>;
	/** The cookies of this context; empty when the check begins. */
	cookies: CookieJar;
	/** A fresh, empty jar: another visitor. */
	newJar(): CookieJar;
}

export type Match = string | RegExp;

export interface LocatorFactory {
	getByRole(role: string, options?: { name?: Match; exact?: boolean }): Locator;
	getByLabel(text: Match, options?: { exact?: boolean }): Locator;
	getByPlaceholder(text: Match, options?: { exact?: boolean }): Locator;
	getByText(text: Match, options?: { exact?: boolean }): Locator;
	getByTestId(id: string): Locator;
	locator(css: string): Locator;
}

/** Elements of the live preview, found anew at each use. Named as in Playwright. */
export interface Locator extends LocatorFactory {
	filter(options: { hasText: Match }): Locator;
	first(): Locator;
	nth(index: number): Locator;
	click(): Promise<void>;
	dblclick(): Promise<void>;
	/** Replaces the value as a user would: focus, clear, type, no blur. */
	fill(value: string): Promise<void>;
	pressSequentially(text: string): Promise<void>;
	press(key: string): Promise<void>;
	check(): Promise<void>;
	uncheck(): Promise<void>;
	selectOption(values: string | string[]): Promise<void>;
	focus(): Promise<void>;
	blur(): Promise<void>;
	hover(): Promise<void>;
	count(): Promise<number>;
	textContents(): Promise<string[]>;
	inputValue(): Promise<string>;
	getAttribute(name: string): Promise<string | null>;
	/** In words, for messages: `button "Save"`. */
	toString(): string;
}

/** The live preview, JavaScript on. */
export interface Page extends LocatorFactory {
	/** Loads the document anew and waits until it is hydrated. */
	goto(path: string): Promise<void>;
	reload(): Promise<void>;
	/** Path, query and hash shown now. */
	url(): Promise<string>;
	/** Marks the present document; {@link isSameDocument} tells later whether it was reloaded. */
	markDocument(): Promise<void>;
	isSameDocument(): Promise<boolean>;
	/** The visible text of the page. */
	text(): Promise<string>;
	/** Uncaught errors and unhandled rejections since the last `goto`. */
	errors(): string[];
}

export interface Db {
	/** The rows of a table as the app stored them, read from its data file. */
	table(name: string): Promise<Record<string, unknown>[]>;
	read(): Promise<AppData>;
	/** Back to the lesson's seed; the data cache is emptied. Done before each check by itself. */
	reset(): Promise<void>;
	/** Puts this data in place instead of the seed. */
	replace(data: AppData): Promise<void>;
}

export interface Log {
	/** Lines of the server log since the check began. */
	lines(): LogEntry[];
	/** Resolves with the first line since the check began that matches; fails the check after `timeoutMs` (3 s). */
	waitFor(pattern: RegExp, options?: { timeoutMs?: number }): Promise<LogEntry>;
}

export interface Exchanges {
	/** Recorded exchanges since the check began, oldest first. */
	all(): Exchange[];
	/** Those that called a Server Action, by form post or by fetch. */
	actions(): Exchange[];
	/** Resolves with the first that matches; fails the check after `timeoutMs` (5 s). `what` names it in the message. */
	waitFor(
		what: string,
		matches: (exchange: Exchange) => boolean,
		options?: { timeoutMs?: number },
	): Promise<Exchange>;
}

/** What Next.js made of the app. */
export interface BuildReader {
	/**
	 * Routes and the Server Actions that have an endpoint, now. In development only what has been compiled is in it:
	 * request the page first. `log` is what `next build` printed.
	 */
	read(): Promise<Build>;
}

/** The files under test, for claims about what another file would change. Undone when the check or claim is over. */
export interface SandboxFiles {
	/**
	 * Lays these files over those under test (`null` takes one away) and resolves once the app runs with them: a running
	 * `next dev` picks most of them up, a production build is built anew. Data and the open page stay. Laid over one
	 * another when called again. Fails the check where the app does not start with them.
	 */
	change(files: Record<string, string | null>): Promise<void>;
	/** The same with files that the app must not start with. Gives what Next.js said; fails the check where it starts. */
	changeRefused(files: Record<string, string | null>): Promise<string>;
}

/** Assertions on a value that is there. The optional message is what the learner reads when it fails. */
export interface ValueExpectation {
	not: ValueExpectation;
	toBe(expected: unknown): void;
	toEqual(expected: unknown): void;
	toContain(expected: unknown): void;
	toMatch(pattern: RegExp): void;
	toBeTruthy(): void;
	toBeNull(): void;
	toHaveLength(length: number): void;
	toBeGreaterThan(n: number): void;
	toBeLessThan(n: number): void;
}

/** Assertions on the live page; each waits (5 s by default) until it holds. Must be awaited. */
export interface LocatorExpectation {
	not: LocatorExpectation;
	toBeVisible(options?: ExpectTimeout): Promise<void>;
	toBeDisabled(options?: ExpectTimeout): Promise<void>;
	toHaveText(text: Match, options?: ExpectTimeout): Promise<void>;
	toContainText(text: Match, options?: ExpectTimeout): Promise<void>;
	toHaveValue(value: Match, options?: ExpectTimeout): Promise<void>;
	toHaveCount(count: number, options?: ExpectTimeout): Promise<void>;
	toHaveAttribute(name: string, value?: Match, options?: ExpectTimeout): Promise<void>;
	toHaveAccessibleDescription(text: Match, options?: ExpectTimeout): Promise<void>;
}

export interface PageExpectation {
	not: PageExpectation;
	toHaveURL(url: Match, options?: ExpectTimeout): Promise<void>;
	toContainText(text: Match, options?: ExpectTimeout): Promise<void>;
}

/** Assertions on an answer. They add the answer to the evidence by themselves. */
export interface ResponseExpectation {
	not: ResponseExpectation;
	toHaveStatus(status: number): void;
	toRedirectTo(path: Match): void;
	/** In the visible text of the document. */
	toShow(text: Match): void;
	toSetCookie(
		name: string,
		attributes?: { httpOnly?: boolean; sameSite?: "lax" | "strict"; value?: Match },
	): void;
}

export interface ExpectTimeout {
	timeoutMs?: number;
}

/** A page, a locator, an answer or a value: the assertions offered are those that fit. */
export interface Expect {
	(actual: Page, message?: string): PageExpectation;
	(actual: Locator, message?: string): LocatorExpectation;
	(actual: HttpResponse, message?: string): ResponseExpectation;
	(actual: unknown, message?: string): ValueExpectation;
	/** Repeats `read` until the assertion holds on its value. Must be awaited. */
	poll<T>(read: () => T | Promise<T>, message?: string, options?: ExpectTimeout): PollExpectation;
}

export type PollExpectation = {
	[K in Exclude<keyof ValueExpectation, "not">]: (...args: Parameters<ValueExpectation[K]>) => Promise<void>;
} & { not: PollExpectation };

export interface CheckContext {
	http: Http;
	page: Page;
	db: Db;
	log: Log;
	exchanges: Exchanges;
	build: BuildReader;
	sandbox: SandboxFiles;
	expect: Expect;
	/** Fails the check with a sentence for the learner. */
	fail(message: string, details?: { expected?: string; observed?: string }): never;
	/** Ends the check as `blocked`: what it needs first is not there. */
	blocked(reason: string): never;
	/** Adds to the evidence. */
	show(evidence: Evidence): void;
	signal: AbortSignal;
}
