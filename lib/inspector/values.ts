import { PassedThrough, type StandIn } from "./react-wire";

/** A decoded value as it can be shown: a plain tree of bounded size. */
export type Shown =
	/** `text` as it would stand in code. */
	| { type: "scalar"; text: string }
	/** A string, without quotes; `cut` characters of its end are left out. */
	| { type: "text"; text: string; cut: number }
	| { type: "group"; name: string; entries: { key: Shown | string | null; value: Shown }[]; left: number }
	| { type: "file"; name: string; mime: string; size: number }
	/** What is no value: a reference, an element, something that never came. */
	| { type: "note"; text: string };

const MAX_TEXT = 2_000;
const MAX_ENTRIES = 100;
const MAX_DEPTH = 8;
const MAX_NODES = 1_500;
/** Milliseconds for a promise inside a value: everything is here already, it settles at once or never. */
const PROMISE_LIMIT = 100;

const ELEMENT = Symbol.for("react.transitional.element");
const LAZY = Symbol.for("react.lazy");
const TEMPORARY = Symbol.for("react.temporary.reference");

/** The tree of a value that React has decoded; promises in it are waited for. */
export async function describeValue(value: unknown): Promise<Shown> {
	let nodes = 0;
	return describe(value, 0);

	async function describe(value: unknown, depth: number): Promise<Shown> {
		nodes++;
		if (nodes > MAX_NODES) return note("…");
		if (typeof value === "string") return text(value);
		if (typeof value === "bigint") return scalar(`${value}n`);
		if (typeof value === "function") return describeFunction(value);
		if (typeof value === "symbol") return scalar(`Symbol.for(${JSON.stringify(Symbol.keyFor(value))})`);
		if (typeof value !== "object" || value === null)
			return scalar(Object.is(value, -0) ? "-0" : String(value));
		if (depth >= MAX_DEPTH) return note("… (deeper than is shown)");
		return describeObject(value, depth);
	}

	async function describeObject(value: object, depth: number): Promise<Shown> {
		if (value instanceof PassedThrough)
			return note(`argument ${place(value.reference)}, given back unchanged`);
		if (isThenable(value)) return describePromise(value, depth);
		if ("$$typeof" in value) return describeReact(value, depth);
		if (value instanceof Date)
			return scalar(`Date(${Number.isNaN(+value) ? "invalid" : value.toISOString()})`);
		if (value instanceof Error) return note(`Error: ${value.message}`);
		if (value instanceof FormData) return group("FormData", [...value], depth);
		if (value instanceof Map) return group("Map", [...value], depth);
		if (value instanceof Set) return group("Set", withoutKeys(value), depth);
		if (Array.isArray(value)) return group("Array", withoutKeys(value), depth);
		if (value instanceof Blob) {
			const name = value instanceof File ? value.name : "Blob";
			return { type: "file", name, mime: value.type, size: value.size };
		}
		if (value instanceof ArrayBuffer) return note(`ArrayBuffer of ${value.byteLength} bytes`);
		if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
			return group(value.constructor.name, withoutKeys(value as Uint8Array), depth);
		}
		if (isPlain(value)) return group("Object", Object.entries(value), depth);
		return note(`${value.constructor?.name ?? "Object"} (a stream or another value that is no plain data)`);
	}

	async function group(name: string, all: [unknown, unknown][], depth: number): Promise<Shown> {
		const entries: Extract<Shown, { type: "group" }>["entries"] = [];
		for (const [key, value] of all.slice(0, MAX_ENTRIES)) {
			const shownKey = typeof key === "string" || key === null ? key : await describe(key, depth + 1);
			entries.push({ key: shownKey, value: await describe(value, depth + 1) });
		}
		return { type: "group", name, entries, left: all.length - entries.length };
	}

	async function describePromise(value: PromiseLike<unknown>, depth: number): Promise<Shown> {
		const late = new Promise<"late">((resolve) => setTimeout(resolve, PROMISE_LIMIT, "late"));
		const settled = Promise.resolve(value).then(
			(result) => ({ result }),
			(error: unknown) => ({ error }),
		);
		const outcome = await Promise.race([settled, late]);
		if (outcome === "late") return note("Promise that had not settled");
		if ("error" in outcome) return note("Promise that was rejected");
		const inner = await describe(outcome.result, depth + 1);
		return { type: "group", name: "Promise", entries: [{ key: null, value: inner }], left: 0 };
	}

	async function describeReact(value: object & { $$typeof?: unknown }, depth: number): Promise<Shown> {
		if (value.$$typeof === LAZY) return note("a part that is loaded later");
		if (value.$$typeof !== ELEMENT) return note("a value of React's own");
		const { type, props } = value as { type?: unknown; props?: object };
		const name = typeof type === "string" ? type : isStandIn(type) ? type.standInFor.name : "Component";
		return group(`<${name}>`, Object.entries(props ?? {}), depth);
	}
}

function describeFunction(value: object): Shown {
	// Looked at first: any other look at one of these throws.
	if ((value as { $$typeof?: unknown }).$$typeof === TEMPORARY)
		return note("cannot be sent: the server gets an opaque stand-in ($T)");
	return isStandIn(value) ? note(`Server Action ${value.standInFor.id}`) : note("function");
}

function isStandIn(value: unknown): value is StandIn {
	return typeof value === "function" && "standInFor" in value;
}

function isThenable(value: object): value is PromiseLike<unknown> {
	return typeof (value as { then?: unknown }).then === "function";
}

function isPlain(value: object): boolean {
	const prototype = Object.getPrototypeOf(value);
	return prototype === null || prototype === Object.prototype;
}

const withoutKeys = (values: Iterable<unknown>): [null, unknown][] =>
	Array.from(values, (value) => [null, value]);
const scalar = (text: string): Shown => ({ type: "scalar", text });
const note = (text: string): Shown => ({ type: "note", text });
const text = (whole: string): Shown => ({
	type: "text",
	text: whole.slice(0, MAX_TEXT),
	cut: Math.max(0, whole.length - MAX_TEXT),
});

/** `0:0` is the first argument, `0:1:name` a part of the second one. */
function place(reference: string): string {
	const [, index, ...path] = reference.split(":");
	return [String(Number(index) + 1), ...path].join(".");
}

/** A tree as one line, for a table or a label: `{ name: "Ada", tags: [2] }`. */
export function inOneLine(shown: Shown, limit = 80): string {
	const line = write(shown, 2);
	return line.length > limit ? `${line.slice(0, limit - 1)}…` : line;
}

function write(shown: Shown, depth: number): string {
	switch (shown.type) {
		case "scalar":
			return shown.text;
		case "text":
			return `${JSON.stringify(shown.text)}${shown.cut > 0 ? "…" : ""}`;
		case "file":
			return `File(${shown.name}, ${shown.size} bytes)`;
		case "note":
			return `(${shown.text})`;
		case "group": {
			const keyed = shown.entries.some(({ key }) => key !== null);
			const name = shown.name === "Object" || shown.name === "Array" ? "" : `${shown.name} `;
			const [open, close] = keyed ? ["{ ", " }"] : ["[", "]"];
			if (shown.entries.length === 0) return `${name}${keyed || shown.name === "Object" ? "{}" : "[]"}`;
			if (depth === 0) return `${name}${open}…${close}`;
			// React's own fields say little in a line, and would leave no room for those of the app.
			const telling = shown.entries.filter(({ key }) => typeof key !== "string" || !/^\$ACTION_/.test(key));
			const parts = telling.map(({ key, value }) => {
				const inner = write(value, depth - 1);
				return key === null ? inner : `${typeof key === "string" ? key : write(key, 0)}: ${inner}`;
			});
			return `${name}${open}${parts.join(", ")}${shown.left > 0 ? ", …" : ""}${close}`;
		}
	}
}
