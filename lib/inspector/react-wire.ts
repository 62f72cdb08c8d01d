import { splitFlight } from "./flight-rows";

/**
 * The only door to React's own code for the wire format (`.generated/react-wire`, made from what Next.js ships). It is
 * loaded at the first use. Nothing that it reads can load or run a module: references become stand-ins.
 */

/** A function that stands for a module's export, here or at the other end. */
export interface StandIn {
	standInFor: { id: string; name: string };
}

/** What an answer gives back of the arguments: the browser has it, the wire only says which. */
export class PassedThrough {
	constructor(readonly reference: string) {}
}

const ACTION = "action";

/** For React a table of all actions: whatever id is looked up is there. */
const everyAction = new Proxy<Record<string, unknown>>(
	{},
	{ get: (_, id) => (typeof id === "string" ? { id, chunks: [], name: ACTION } : undefined) },
);

/** The arguments of a call by `fetch`: a body of type text/plain, or the fields of a multipart one. Throws what React throws. */
export async function decodeArguments(body: string | FormData): Promise<unknown[]> {
	const { createTemporaryReferenceSet, decodeReply } = await import("@generated/react-wire/server");
	const value = await decodeReply(body, everyAction, { temporaryReferences: createTemporaryReferenceSet() });
	if (!Array.isArray(value)) throw new Error("The body holds no list of arguments.");
	return value;
}

/** The arguments of a call by form post: those bound to the action, and the form without React's own fields. */
export async function decodeFormCall(fields: FormData): Promise<{ bound: unknown[]; form: unknown }> {
	const { decodeAction } = await import("@generated/react-wire/server");
	const action = await decodeAction(fields, everyAction);
	if (action === null) throw new Error("The form names no action.");
	// The stand-in of the action gives what it is called with.
	const given = action() as unknown[];
	return { bound: given.slice(0, -1), form: given.at(-1) };
}

/** Debug rows of `next dev`. They say nothing about the value, and React's production reader stops at them. */
const DEBUG_TAGS = new Set(["D", "J", "N", "W"]);

/** The root of a Flight answer; what is not there yet stands in it as a promise. Throws what React throws. */
export async function decodeFlight(body: Uint8Array): Promise<unknown> {
	const { createFromReadableStream } = await import("@generated/react-wire/client");
	const rows = splitFlight(body).rows.filter(({ tag }) => !DEBUG_TAGS.has(tag));
	const stream = new ReadableStream<Uint8Array>({
		start(controller) {
			// Copies: React reads typed arrays from the buffer itself, which must be aligned and its own.
			for (const { raw } of rows) controller.enqueue(raw.slice());
			controller.close();
		},
	});
	return createFromReadableStream(stream, {
		temporaryReferences: { get: (reference: string) => new PassedThrough(reference) },
	});
}
