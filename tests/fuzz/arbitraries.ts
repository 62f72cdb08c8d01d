import * as fc from "fast-check";

/** How often each property is tried; more with `FUZZ_RUNS`. The seed of a failure is in its message. */
export const RUNS = Number(process.env.FUZZ_RUNS) || 300;

/** Names and texts that parsers have stumbled over. */
const nasty = fc.constantFrom(
	"",
	"__proto__",
	"constructor",
	"prototype",
	"toString",
	"then",
	"\u0000",
	"\u2028",
	"\ud800",
	"../",
	"=1+1",
	"$@1",
	"$F2",
	"$K1",
	"$ACTION_ID_00",
	"1e999",
	"-0",
	"999999999999999999999",
);

export const text = fc.oneof(
	{ weight: 3, arbitrary: fc.string({ unit: "binary" }) },
	{ weight: 1, arbitrary: nasty },
);

/** Any JSON, with keys that mean something to JavaScript. */
export const json: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ depthSize: "small" },
		fc.constant(null),
		fc.boolean(),
		fc.double(),
		fc.integer(),
		text,
		fc.array(tie("value"), { maxLength: 5 }),
		fc.array(fc.tuple(text, tie("value")), { maxLength: 5 }).map(ownEntries),
	),
})).value;

/** Entries as properties of its own, `__proto__` too: as `JSON.parse` makes them. */
function ownEntries(entries: [string, unknown][]): object {
	const made = {};
	for (const [key, value] of entries)
		Object.defineProperty(made, key, { value, enumerable: true, configurable: true, writable: true });
	return made;
}

/** `valid` with one thing in it replaced, taken away, put in twice or put somewhere else. */
export function damaged(valid: unknown): fc.Arbitrary<unknown> {
	return fc
		.tuple(fc.constantFrom("replace", "remove", "add", "wrap"), fc.nat(), text, json)
		.map(([how, where, key, value]) => {
			const copy: unknown = structuredClone(valid);
			const places = placesIn(copy);
			const place = places[where % places.length];
			if (place === undefined) return value;
			const { holder, name } = place;
			const inside = holder[name];
			if (how === "replace") set(holder, name, value);
			else if (how === "wrap") set(holder, name, [inside]);
			else if (how === "add" && typeof inside === "object" && inside !== null) set(inside, key, value);
			else delete holder[name];
			return copy;
		});
}

/** A text that was valid once: cut, repeated, or with some of its signs exchanged. */
export function damagedText(valid: string): fc.Arbitrary<string> {
	return fc
		.tuple(fc.constantFrom("cut", "repeat", "exchange", "insert"), fc.nat(), fc.nat({ max: 40 }), text)
		.map(([how, where, many, put]) => {
			const at = valid.length === 0 ? 0 : where % valid.length;
			if (how === "cut") return valid.slice(0, at) + valid.slice(at + many);
			if (how === "repeat") return valid.slice(0, at) + valid.slice(at, at + many) + valid.slice(at);
			if (how === "exchange") return valid.slice(0, at) + put + valid.slice(at + put.length);
			return valid.slice(0, at) + put + valid.slice(at);
		});
}

type Holder = Record<string, unknown>;

function placesIn(value: unknown): { holder: Holder; name: string }[] {
	if (typeof value !== "object" || value === null) return [];
	const holder = value as Holder;
	return Object.keys(holder).flatMap((name) => [{ holder, name }, ...placesIn(holder[name])]);
}

function set(holder: object, name: string, value: unknown): void {
	Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
}

/** What must be as it was after anything was parsed. */
export function assertCleanPrototypes(): void {
	const added = [Object.prototype, Array.prototype, Function.prototype].flatMap((prototype) =>
		Object.keys(prototype),
	);
	if (added.length > 0) throw new Error(`A prototype was given ${added.join(", ")}.`);
}
