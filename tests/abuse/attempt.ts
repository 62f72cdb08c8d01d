import { request } from "node:http";
import { connect } from "node:net";

/** What somebody sends; the headers exactly as they are, `Host` included. */
export interface Attempt {
	method?: string;
	path: string;
	headers?: Record<string, string>;
	body?: string | Buffer;
	/** Sent piece by piece without a length, until the other side has had enough. */
	endless?: boolean;
}

export interface Answer {
	/** 0: the connection was cut. */
	status: number;
	code: string | null;
	headers: Record<string, string | string[] | undefined>;
	text: string;
}

/** Nobody waits longer for a refusal. */
const PATIENCE_MS = 20_000;

export function attempt(
	url: string,
	{ method = "GET", path, headers = {}, body, endless }: Attempt,
): Promise<Answer> {
	const { port, host } = new URL(url);
	return new Promise((resolve) => {
		const cut = (): Answer => ({ status: 0, code: null, headers: {}, text: "" });
		const outgoing = request(
			{
				host: "127.0.0.1",
				port,
				path,
				method,
				agent: false,
				headers: { host, ...headers },
				timeout: PATIENCE_MS,
			},
			async (response) => {
				const text = await response.toArray().then(
					(pieces) => Buffer.concat(pieces).toString(),
					() => "",
				);
				outgoing.destroy();
				resolve({ status: response.statusCode ?? 0, code: codeIn(text), headers: response.headers, text });
			},
		);
		outgoing.on("timeout", () => outgoing.destroy());
		outgoing.on("error", () => resolve(cut()));
		if (endless) pour(outgoing);
		else outgoing.end(body);
	});
}

/** Bytes as they are, over one connection: what an HTTP client would refuse to send. Gives what comes back. */
export function raw(url: string, bytes: string): Promise<string> {
	const { port } = new URL(url);
	return new Promise((resolve) => {
		let text = "";
		const socket = connect({ host: "127.0.0.1", port: Number(port) }, () => socket.write(bytes));
		socket.setEncoding("latin1");
		socket.setTimeout(5_000, () => socket.destroy());
		socket.on("data", (piece) => {
			text += piece;
		});
		socket.on("error", () => {});
		socket.on("close", () => resolve(text));
	});
}

function pour(outgoing: ReturnType<typeof request>): void {
	const piece = Buffer.alloc(256_000, 0x20);
	const more = () => {
		while (!outgoing.destroyed && outgoing.write(piece));
		outgoing.once("drain", more);
	};
	more();
}

function codeIn(text: string): string | null {
	try {
		const { error } = JSON.parse(text) as { error?: { code?: unknown } };
		return typeof error?.code === "string" ? error.code : null;
	} catch {
		return null;
	}
}

/** What was tried, for people to read: printed once at the end. */
export class Table {
	readonly #rows = new Map<string, { tried: number; refused: number; how: Set<string> }>();

	add(what: string, { status, code }: Answer, refused: boolean): void {
		const row = this.#rows.get(what) ?? { tried: 0, refused: 0, how: new Set() };
		row.tried += 1;
		if (refused) row.refused += 1;
		row.how.add(status === 0 ? "cut off" : `${status}${code === null ? "" : ` ${code}`}`);
		this.#rows.set(what, row);
	}

	get text(): string {
		const rows = [...this.#rows].map(
			([what, { tried, refused, how }]) =>
				`  ${what.padEnd(58)} ${String(tried).padStart(5)} ${String(refused).padStart(8)}  ${[...how].join(", ")}`,
		);
		return [
			`  ${"what was tried".padEnd(58)} ${"tried".padStart(5)} ${"refused".padStart(8)}  how`,
			...rows,
		].join("\n");
	}
}
