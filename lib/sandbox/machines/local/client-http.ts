import type * as z from "zod";
import { SandboxError } from "@/lib/sandbox/errors";
import { errorBodySchema, sessionSchema, TOKEN_HEADER } from "./wire";

export interface HttpOptions {
	/** The playground's origin; empty for the page's own. */
	baseUrl: string;
	fetch: typeof fetch;
}

export interface CallOptions {
	method?: "GET" | "POST" | "DELETE";
	json?: unknown;
	text?: string;
	signal?: AbortSignal;
}

/** Requests to the playground's machines, with the token, every refusal turned into a `SandboxError` again. */
export class MachineHttp {
	readonly #options: HttpOptions;
	readonly #token: string;

	private constructor(options: HttpOptions, token: string) {
		this.#options = options;
		this.#token = token;
	}

	/** @throws SandboxError `unsupported` where nothing answers as a playground with local machines does */
	static async open(options: HttpOptions, signal?: AbortSignal): Promise<MachineHttp> {
		return new MachineHttp(options, await fetchToken(options, signal));
	}

	/** The response as it comes, once its status says success. */
	async send(path: string, call: CallOptions = {}): Promise<Response> {
		const { method = "GET", json, text, signal } = call;
		const headers: Record<string, string> = { [TOKEN_HEADER]: this.#token };
		if (json !== undefined) headers["content-type"] = "application/json";
		if (text !== undefined) headers["content-type"] = "text/plain; charset=utf-8";
		const response = await request(this.#options, path, {
			method,
			headers,
			body: json === undefined ? text : JSON.stringify(json),
			signal,
		});
		if (response.ok) return response;
		const error = await errorOf(response);
		throw error.code === "forbidden" ? await this.#explainForbidden(error, signal) : error;
	}

	/** The answer's body in the shape of `schema`. */
	async call<Schema extends z.ZodType>(
		path: string,
		schema: Schema,
		call: CallOptions = {},
	): Promise<z.output<Schema>> {
		const response = await this.send(path, call);
		const parsed = schema.safeParse(await response.json().catch(() => null));
		if (parsed.success) return parsed.data;
		throw new SandboxError(
			"internal",
			"The playground's server answered in a way this page does not understand. Reload the page; your code is kept.",
			{ cause: parsed.error },
		);
	}

	/** Another token than ours means another start of the server, and that no machine of ours lives any more. */
	async #explainForbidden(error: SandboxError, signal?: AbortSignal): Promise<SandboxError> {
		const token = await fetchToken(this.#options, signal).catch(() => this.#token);
		if (token === this.#token) return error;
		return new SandboxError(
			"machine-gone",
			"The playground was restarted, so its sandboxes were stopped. Your code is kept in the browser; a new sandbox can be started.",
		);
	}
}

async function fetchToken(options: HttpOptions, signal?: AbortSignal): Promise<string> {
	let response: Response;
	try {
		response = await request(options, "/api/machines/session", { signal });
	} catch (error) {
		if (error instanceof SandboxError && error.code === "cancelled") throw error;
		throw new SandboxError(
			"unsupported",
			"The playground's server cannot be reached. Your code is kept. Start the playground on this computer; this page then goes on by itself.",
			{ cause: error, retryable: true },
		);
	}
	const body = await response.json().catch(() => null);
	const session = sessionSchema.safeParse(body);
	if (response.ok && session.success) return session.data.token;
	const refused = errorBodySchema.safeParse(body);
	// Also a refused Host or Origin means that this page can have no local machine; the server's sentence says why.
	const message = refused.success
		? refused.data.error.message
		: "The server of this page runs no sandboxes. Start the playground on your own computer to use them.";
	throw new SandboxError("unsupported", message);
}

async function request(options: HttpOptions, path: string, init: RequestInit): Promise<Response> {
	try {
		return await options.fetch(`${options.baseUrl}${path}`, {
			...init,
			cache: "no-store",
			credentials: "same-origin",
			redirect: "error",
		});
	} catch (cause) {
		if (init.signal?.aborted) throw new SandboxError("cancelled", "The request was cancelled.", { cause });
		throw new SandboxError(
			"no-answer",
			"The playground's server does not answer. Your code is kept in the browser; see whether the server still runs, then try again.",
			{ cause, retryable: true },
		);
	}
}

async function errorOf(response: Response): Promise<SandboxError> {
	const parsed = errorBodySchema.safeParse(await response.json().catch(() => null));
	if (!parsed.success)
		return new SandboxError(
			"internal",
			`The playground's server failed (status ${response.status}). Your code is kept; see the server's log.`,
			{ retryable: true },
		);
	const { code, message, retryable } = parsed.data.error;
	return new SandboxError(code, message, { retryable });
}
