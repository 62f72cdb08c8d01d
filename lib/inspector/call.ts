import type { BuiltAction, Exchange, LogEntry } from "@/lib/sandbox/agent-protocol";
import { type Binding, bindingsOf, boundCount } from "./bindings";
import { classify } from "./classify";
import { fieldsOf, headerOf, headersOf, isMultipart, textOf } from "./exchange";
import { outcomeOf } from "./outcome";
import { decodeArguments, decodeFormCall } from "./react-wire";
import type { Argument, ArgumentRole, Call } from "./types";
import { describeValue } from "./values";

/** The action's own functions inside others are named so by Next.js; what they have captured comes first, encrypted. */
const INLINE = /^\$\$RSC_SERVER_ACTION_/;

/**
 * Reads a call from its exchange; `null` for any other exchange. `actions` are those of the running build, `lines` what
 * the server printed meanwhile. Never throws: what cannot be decoded says why.
 */
export async function readCall(
	exchange: Exchange,
	{
		actions,
		lines,
		earlier,
	}: {
		actions: readonly BuiltAction[];
		lines: readonly LogEntry[];
		/** Exchanges from before, for what their pages say of the action. */
		earlier: readonly Exchange[];
	},
): Promise<Call | null> {
	const kind = classify(exchange);
	if (kind.kind !== "action") return null;
	const { transport } = kind;
	const actionId = actionIdOf(exchange, transport);
	const action = actions.find(({ id }) => id === actionId) ?? null;
	const bindings = actionId === null ? [] : bindingsOf(actionId, earlier);
	const decoded = await readArguments(exchange, transport, { action, bindings }).then(
		(list) => ({ list, trouble: null }),
		(error: unknown) => ({ list: null, trouble: troubleInWords(exchange, error) }),
	);
	return {
		transport,
		actionId,
		action,
		sourceName: bindings.find(({ name }) => name !== null)?.name ?? null,
		arguments: decoded.list,
		argumentsTrouble: decoded.trouble,
		outcome: await outcomeOf(exchange, transport, lines),
		revalidated: revalidatedOf(exchange),
		setCookies: headersOf(exchange.responseHeaders, "set-cookie"),
	};
}

function actionIdOf(exchange: Exchange, transport: Call["transport"]): string | null {
	if (transport === "fetch") return headerOf(exchange.requestHeaders, "next-action");
	const body = textOf(exchange.requestBody);
	return (
		/name="\$ACTION_ID_([^"]+)"/.exec(body)?.[1] ??
		/name="\$ACTION_[^"]+:0"\r\n\r\n\{"id":"([^"]+)"/.exec(body)?.[1] ??
		null
	);
}

async function readArguments(
	exchange: Exchange,
	transport: Call["transport"],
	known: Known,
): Promise<Argument[]> {
	if (exchange.requestBody.truncated) throw new Error("the body was cut when it was recorded");
	return transport === "fetch" ? argumentsOfFetch(exchange, known) : argumentsOfForm(exchange);
}

interface Known {
	action: BuiltAction | null;
	bindings: readonly Binding[];
}

async function argumentsOfFetch(exchange: Exchange, { action, bindings }: Known): Promise<Argument[]> {
	const body = isMultipart(exchange) ? await fieldsOf(exchange) : textOf(exchange.requestBody);
	const values = await decodeArguments(body);
	const root = typeof body === "string" ? body : body.get("0");
	const sent = typeof root === "string" ? (JSON.parse(root) as unknown[]) : [];
	const bound = boundCount(sent, bindings);
	// A form of `useActionState` sends a key of its own along; the state comes before the form.
	const last = values.at(-1);
	const stateAt = last instanceof FormData && last.has("$ACTION_KEY") ? values.length - 2 : -1;
	const roleOf = (value: unknown, index: number): ArgumentRole => {
		const mayBeEncrypted = index < bound || (index === 0 && INLINE.test(action?.name ?? ""));
		if (mayBeEncrypted && isPromise(sent[index])) return "encrypted";
		if (index < bound) return "bound";
		if (index === stateAt) return "previous-state";
		return value instanceof FormData ? "form" : "argument";
	};
	return Promise.all(values.map((value, index) => describeArgument(roleOf(value, index), value)));
}

async function argumentsOfForm(exchange: Exchange): Promise<Argument[]> {
	const fields = await fieldsOf(exchange);
	const { bound, form } = await decodeFormCall(fields);
	const sent = boundAsSent(fields);
	// `useActionState` binds the state last, and sends a key of its own along.
	const stateAt = fields.has("$ACTION_KEY") ? bound.length - 1 : -1;
	const list = bound.map((value, index) => {
		const role = index === stateAt ? "previous-state" : isPromise(sent[index]) ? "encrypted" : "bound";
		return describeArgument(role, value);
	});
	return Promise.all([...list, describeArgument("form", form)]);
}

/** The list of bound arguments as React wrote it, in `$ACTION_1:1` (the number differs). */
function boundAsSent(fields: FormData): unknown[] {
	const name = [...fields.keys()].find((key) => /^\$ACTION_[^:]+:1$/.test(key));
	const text = name === undefined ? null : fields.get(name);
	return typeof text === "string" ? (JSON.parse(text) as unknown[]) : [];
}

const isPromise = (sent: unknown) => typeof sent === "string" && sent.startsWith("$@");

async function describeArgument(role: ArgumentRole, value: unknown): Promise<Argument> {
	return { role, value: await describeValue(role === "encrypted" ? await value : value) };
}

function revalidatedOf(exchange: Exchange): Call["revalidated"] {
	// Next.js 16.3.7 (ActionDidRevalidate): 1 static and dynamic data, 2 dynamic only.
	const header = headerOf(exchange.responseHeaders, "x-action-revalidated");
	return header === "1" ? "all" : header === "2" ? "refresh" : "no";
}

function troubleInWords(exchange: Exchange, error: unknown): string {
	if (exchange.requestBody.truncated) {
		return `The arguments are not decoded: of ${exchange.requestBody.size} bytes the first were kept only.`;
	}
	return `The arguments could not be decoded: ${error instanceof Error ? error.message : String(error)}`;
}
