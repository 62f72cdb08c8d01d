/** One row of a Flight answer: `id:tag…`. */
export interface FlightRow {
	/** Hexadecimal, as the rows refer to one another. */
	id: string;
	/** `""` for a model (plain JSON), else one character: `E` an error, `I` a module, `T` a text … */
	tag: string;
	/** Without id and tag. Text rows only; binary ones have `bytes`. */
	text: string;
	/** The row as it stands in the body, with its end. */
	raw: Uint8Array;
}

/** Rows that carry their length in bytes: texts and binary data (React's `processBinaryChunk`). */
const WITH_LENGTH = "TAOobUSsLlGgMmV";
/** Rows that end with their line. Anything else is the first character of a model's JSON. */
const WITH_LINE = /[A-Z#rx]/;

/**
 * Takes a Flight body apart into its rows, without looking into them. An incomplete last row is left out and said so.
 */
export function splitFlight(body: Uint8Array): { rows: FlightRow[]; complete: boolean } {
	const decoder = new TextDecoder();
	const rows: FlightRow[] = [];
	let at = 0;
	while (at < body.length) {
		const colon = body.indexOf(0x3a, at);
		if (colon === -1) return { rows, complete: false };
		const id = decoder.decode(body.subarray(at, colon));
		// What is no row number means that this is no Flight, or that a length was wrong.
		if (!/^[0-9a-f]*$/.test(id)) return { rows, complete: false };
		const first = String.fromCharCode(body[colon + 1] ?? 0);
		const tag = WITH_LENGTH.includes(first) || WITH_LINE.test(first) ? first : "";
		const begin = colon + 1 + tag.length;
		const end = tag !== "" && WITH_LENGTH.includes(tag) ? endByLength(body, begin) : endOfLine(body, begin);
		if (end === null) return { rows, complete: false };
		rows.push({
			id,
			tag,
			text: decoder.decode(body.subarray(end.from, end.to)),
			raw: body.subarray(at, end.next),
		});
		at = end.next;
	}
	return { rows, complete: true };
}

interface Extent {
	from: number;
	to: number;
	next: number;
}

function endOfLine(body: Uint8Array, begin: number): Extent | null {
	const newline = body.indexOf(0x0a, begin);
	return newline === -1 ? null : { from: begin, to: newline, next: newline + 1 };
}

function endByLength(body: Uint8Array, begin: number): Extent | null {
	const comma = body.indexOf(0x2c, begin);
	if (comma === -1) return null;
	const length = Number.parseInt(new TextDecoder().decode(body.subarray(begin, comma)), 16);
	const to = comma + 1 + length;
	return Number.isNaN(length) || to > body.length ? null : { from: comma + 1, to, next: to };
}

/** The JSON of the root row, and of any other row of plain JSON; `null` where it cannot be read. */
export function modelOf(rows: readonly FlightRow[], id: string): unknown {
	const row = rows.findLast((candidate) => candidate.id === id && candidate.tag === "");
	if (row === undefined) return null;
	try {
		return JSON.parse(row.text);
	} catch {
		return null;
	}
}

/** An error row as it was sent. Only `digest` is there in production. */
export interface SentError {
	digest: string | null;
	name: string | null;
	message: string | null;
	stack: string[];
}

/**
 * What the row that an answer names as the action's result (`"a":"$@1"`) says: an error, a value, or `null` where the
 * answer carries no result (a redirect's is the page it leads to).
 */
export function resultOf(rows: readonly FlightRow[]): { error: SentError } | { value: true } | null {
	const root = modelOf(rows, "0") as { a?: unknown } | null;
	const reference = typeof root?.a === "string" ? /^\$@([0-9a-f]+)$/.exec(root.a) : null;
	if (!reference) return root !== null && "a" in root && root.a !== undefined ? { value: true } : null;
	const failed = rows.find(({ id, tag }) => id === reference[1] && tag === "E");
	if (failed === undefined) return { value: true };
	return { error: sentError(failed.text) };
}

function sentError(text: string): SentError {
	const raw = parse(text);
	const string = (value: unknown) => (typeof value === "string" ? value : null);
	const stack = Array.isArray(raw.stack) ? raw.stack : [];
	return {
		digest: string(raw.digest),
		name: string(raw.name),
		message: string(raw.message),
		stack: stack.flatMap((frame: unknown) =>
			Array.isArray(frame) ? [`${frame[0] || "(anonymous)"} (${frame[1]}:${frame[2]}:${frame[3]})`] : [],
		),
	};
}

function parse(text: string): Record<string, unknown> {
	try {
		return JSON.parse(text);
	} catch {
		return {};
	}
}
