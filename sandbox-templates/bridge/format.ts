const TEXT_LIMIT = 5_000;
const MAX_DEPTH = 3;
const MAX_ENTRIES = 30;

/** Console arguments as one line of text: `%s`-style placeholders filled in, cyclic values safe, length bounded. */
export function formatArguments(args: unknown[]): string {
	const [first, ...rest] = args;
	const parts: string[] = [];
	if (typeof first === "string") {
		parts.push(
			first.replace(/%([sdifoOc%])/g, (match, kind: string) => {
				if (kind === "%") return "%";
				if (rest.length === 0) return match;
				const value = rest.shift();
				if (kind === "c") return "";
				if (kind === "d" || kind === "i") return String(Math.trunc(Number(value)));
				if (kind === "f") return String(Number(value));
				return kind === "s" && typeof value !== "object" ? String(value) : formatValue(value);
			}),
		);
	} else if (args.length > 0) {
		parts.push(formatValue(first));
	}
	for (const value of rest) parts.push(formatValue(value));
	return cut(parts.join(" ").trim());
}

/** A value for people; strings stand for themselves. */
export function formatValue(value: unknown): string {
	return cut(typeof value === "string" ? value : inspect(value, 0, new Set()));
}

function inspect(value: unknown, depth: number, above: Set<unknown>): string {
	if (typeof value === "string") return JSON.stringify(cut(value));
	if (typeof value === "bigint") return `${value}n`;
	if (typeof value === "function") return `[Function ${value.name || "(anonymous)"}]`;
	if (typeof value !== "object" || value === null) return String(value);
	if (above.has(value)) return "[Circular]";
	try {
		return inspectObject(value, depth, new Set(above).add(value));
	} catch {
		return "[cannot be shown]";
	}
}

function inspectObject(value: object, depth: number, above: Set<unknown>): string {
	const inner = (entry: unknown) => inspect(entry, depth + 1, above);
	if (value instanceof Error) return value.stack || `${value.name}: ${value.message}`;
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
	if (value instanceof RegExp) return String(value);
	if (value instanceof Element) return openingTag(value);
	if (value instanceof FormData) return `FormData ${inner(Object.fromEntries(value))}`;
	const name = value.constructor?.name;
	const prefix = name && name !== "Object" && name !== "Array" ? `${name} ` : "";
	if (depth >= MAX_DEPTH) return Array.isArray(value) ? `[Array(${value.length})]` : `[${name ?? "Object"}]`;
	if (Array.isArray(value)) return `[${list(value, inner)}]`;
	if (value instanceof Set) return `${prefix}{${list([...value], inner)}}`;
	if (value instanceof Map) return `${prefix}{${list([...value], ([k, v]) => `${inner(k)} => ${inner(v)}`)}}`;
	// Descriptors: reading an accessor would run the learner's code.
	const entries = Object.entries(Object.getOwnPropertyDescriptors(value)).filter(([, d]) => d.enumerable);
	const body = list(entries, ([key, d]) => `${key}: ${"value" in d ? inner(d.value) : "[Getter]"}`);
	return body ? `${prefix}{ ${body} }` : `${prefix}{}`;
}

function list<T>(entries: T[], show: (entry: T) => string): string {
	const shown = entries.slice(0, MAX_ENTRIES).map(show);
	if (entries.length > MAX_ENTRIES) shown.push(`… ${entries.length - MAX_ENTRIES} more`);
	return shown.join(", ");
}

function openingTag(element: Element): string {
	const html = element.cloneNode(false) as Element;
	return html.outerHTML.slice(0, 200);
}

function cut(text: string): string {
	return text.length > TEXT_LIMIT ? `${text.slice(0, TEXT_LIMIT)}…` : text;
}
