import type { RawResponse } from "@/lib/sandbox/agent-protocol";
import { isSandboxError } from "@/lib/sandbox/errors";
import type { Runner } from "@/lib/sandbox/runner";
import { bytesFromBase64, bytesToBase64 } from "@/lib/util/base64";
import type { CookieJar, Http, HttpRequestOptions, HttpResponse, Match } from "../types";
import { brand } from "./brands";
import { MemoryCookieJar } from "./cookie-jar";
import { visibleText } from "./document";
import { CheckFailure } from "./failure";
import { cut, formatMatch } from "./format";
import { type FormRequest, formsOf, type ParsedForm, type SendForm } from "./forms";
import type { Tracker } from "./tracker";

/**
 * Milliseconds a request may take before the check says that the app does not answer. More than the agent needs to
 * notice a blocked process, so that a loop is called a loop.
 */
export const HTTP_TIMEOUT = 12_000;

export interface HttpDependencies {
	runner: Runner;
	tracker: Tracker;
	signal: AbortSignal;
	/** Overrides the global for tests in Node. */
	parseHtml?: (html: string) => Document;
}

/** The `http` of a check: requests from outside the browser, through the agent. */
export function createHttp({
	runner,
	tracker,
	signal,
	parseHtml = parseWithBrowser,
}: HttpDependencies): Http {
	const ownJar = new MemoryCookieJar();

	/** Headers of a free-standing `Headers` object are not guarded: `Origin` and `Cookie` stay in. */
	async function send(
		method: string,
		path: string,
		options: HttpRequestOptions,
		note: string,
	): Promise<ParsedResponse> {
		tracker.note(note);
		const jar = options.jar === undefined ? ownJar : options.jar;
		const headers = new Headers(options.headers);
		// As a browser in front of the app names it: some machines show the app under another name than it listens on.
		const preview = runner.previewUrl();
		if (preview !== null && !headers.has("host")) headers.set("host", new URL(preview).host);
		const cookie = jar instanceof MemoryCookieJar ? jar.header(path) : null;
		if (cookie && !headers.has("cookie")) headers.set("cookie", cookie);
		const body = await encodeBody(options.body, headers);
		let raw: RawResponse;
		try {
			raw = await runner.request(
				{ method, path, headers: [...headers], body, timeoutMs: options.timeoutMs ?? HTTP_TIMEOUT },
				signal,
			);
		} catch (error) {
			if (isSandboxError(error) && error.code === "no-answer" && runner.next.state === "ready") {
				throw new CheckFailure(
					`The app did not answer ${method} ${path} within ${(options.timeoutMs ?? HTTP_TIMEOUT) / 1000} seconds. Does an action wait for something that never comes?`,
					{ expected: "an answer", observed: "no answer" },
				);
			}
			throw error;
		}
		if (jar instanceof MemoryCookieJar) jar.receive(setCookiesOf(raw));
		tracker.show({
			kind: "exchange",
			label: `${method} ${path}`,
			exchangeId: raw.exchangeId,
			summary: `${method} ${path} → ${raw.status}`,
		});
		return new ParsedResponse(raw, path, parseHtml, sendForm);
	}

	const sendForm: SendForm = (form, description, options) =>
		tracker.track(description, () => submitForm(form, description, options));

	async function submitForm(...[form, description, options]: Parameters<SendForm>): Promise<HttpResponse> {
		const response = await sendEncoded(form, description, options);
		const target = response.location;
		if (!options.followRedirect || target === null) return response;
		return send("GET", target, { ...options, body: undefined }, `Followed the redirect to ${target}`);
	}

	function sendEncoded(
		form: FormRequest,
		note: string,
		options: HttpRequestOptions,
	): Promise<ParsedResponse> {
		if (form.method === "GET") {
			const query = new URLSearchParams(form.entries.map(([name, value]) => [name, String(value)]));
			return send("GET", `${form.path.split("?")[0]}?${query}`, options, note);
		}
		// A browser sends its origin with every form post; Next.js compares it with the host.
		const headers = { origin: runner.previewUrl() ?? "", ...options.headers };
		const body = form.encoding === "multipart" ? toFormData(form) : toUrlEncoded(form, headers);
		return send("POST", form.path, { ...options, headers, body }, note);
	}

	const request = (method: string, path: string, options: HttpRequestOptions = {}) =>
		tracker.track(`${method} ${path}`, () => send(method, path, options, `Requested ${method} ${path}`));

	return {
		request,
		get: (path, options) => request("GET", path, options),
		post: (path, options) => request("POST", path, options),
		cookies: ownJar,
		newJar: (): CookieJar => new MemoryCookieJar(),
	};
}

export class ParsedResponse implements HttpResponse {
	readonly status: number;
	readonly headers: Headers;
	readonly setCookies: string[];
	readonly text: string;
	readonly location: string | null;
	readonly exchangeId: string;
	private parsed: Document | null = null;

	constructor(
		raw: RawResponse,
		private readonly path: string,
		private readonly parseHtml: (html: string) => Document,
		private readonly sendForm: SendForm,
	) {
		this.status = raw.status;
		this.headers = new Headers(raw.headers.filter(([name]) => name.toLowerCase() !== "set-cookie"));
		this.setCookies = setCookiesOf(raw);
		this.text = new TextDecoder().decode(bytesFromBase64(raw.body));
		this.location = locationOf(this.headers.get("location"));
		this.exchangeId = raw.exchangeId;
		brand(this, "response");
	}

	get document(): Document {
		this.parsed ??= this.parseHtml(this.text);
		return this.parsed;
	}

	get visibleText(): string {
		return visibleText(this.document.body);
	}

	get forms(): ParsedForm[] {
		return formsOf(this.document, this.path, this.sendForm);
	}

	form(label: Match): ParsedForm {
		const found = this.forms.find((form) => form.isCalled(label));
		if (found) return found;
		throw new CheckFailure(
			this.status >= 500
				? `The page ${this.path} answered with an error (${this.status}) instead of showing its form. The server log says why.`
				: `There is no form with ${formatMatch(label)} on ${this.path}.`,
			{
				expected: `a form with a field or button ${formatMatch(label)}`,
				observed: this.forms.length === 0 ? "no form on the page" : `${this.forms.length} other form(s)`,
				evidence: [{ kind: "text", label: "What the page shows", text: cut(this.visibleText) }],
			},
		);
	}
}

function parseWithBrowser(html: string): Document {
	return new DOMParser().parseFromString(html, "text/html");
}

function setCookiesOf(raw: RawResponse): string[] {
	return raw.headers.filter(([name]) => name.toLowerCase() === "set-cookie").map(([, value]) => value);
}

/** `Location` as a path of the app; an address of another host stays whole. */
function locationOf(header: string | null): string | null {
	if (header === null) return null;
	if (header.startsWith("/")) return header;
	const url = new URL(header, "http://app");
	return ["localhost", "127.0.0.1", "app"].includes(url.hostname)
		? url.pathname + url.search + url.hash
		: header;
}

async function encodeBody(body: HttpRequestOptions["body"], headers: Headers): Promise<string> {
	if (body === undefined) return "";
	const response = new Response(body as BodyInit);
	const type = response.headers.get("content-type");
	if (type && !headers.has("content-type")) headers.set("content-type", type);
	return bytesToBase64(new Uint8Array(await response.arrayBuffer()));
}

function toFormData(form: FormRequest): FormData {
	const data = new FormData();
	for (const [name, value] of form.entries) data.append(name, value);
	return data;
}

function toUrlEncoded(form: FormRequest, headers: Record<string, string>): string {
	headers["content-type"] = "application/x-www-form-urlencoded";
	return new URLSearchParams(form.entries.map(([name, value]) => [name, String(value)])).toString();
}
