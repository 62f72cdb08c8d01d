import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Tooltip } from "@/components/ui/tooltip";
import type { SentError } from "@/lib/inspector/flight-rows";
import type { Argument, Call } from "@/lib/inspector/types";
import type { Exchange, LogEntry } from "@/lib/sandbox/agent-protocol";
import { Fact, Section } from "./sections";
import { ShownValue } from "./shown-value";
import { actionName, outcomeInWords, ROLES } from "./words";

/** A call from its beginning to its end: which action, with what, and what came of it. */
export function CallDetails({
	call,
	exchange,
	lines,
}: {
	call: Call;
	exchange: Exchange;
	lines: LogEntry[];
}) {
	const { action, actionId } = call;
	return (
		<>
			<Outcome call={call} exchange={exchange} lines={lines} />
			<Section label="Action">
				<dl className="grid gap-1">
					<Fact name="Name">
						<code>{actionName(call)}</code>
						{action === null && <span className="text-ink-muted"> (the running build does not know it)</span>}
					</Fact>
					{action && (
						<Fact name="File">
							<code>{action.file}</code>
						</Fact>
					)}
					<Fact name="Id">
						<code className="break-all text-xs">{actionId ?? "none"}</code>
					</Fact>
					<Fact name="Sent">
						{call.transport === "fetch"
							? "by fetch, with a Next-Action header"
							: "by the browser’s own form post, as without JavaScript"}
					</Fact>
				</dl>
			</Section>
			<Section label="Arguments">
				<Arguments list={call.arguments} trouble={call.argumentsTrouble} />
			</Section>
		</>
	);
}

function Arguments({ list, trouble }: { list: Argument[] | null; trouble: string | null }) {
	if (list === null) {
		return <p className="text-[0.8125rem] text-broken">{trouble} They are shown raw, under “On the wire”.</p>;
	}
	if (list.length === 0) return <p className="text-[0.8125rem] text-ink-muted">None.</p>;
	return (
		<ol className="grid gap-1.5">
			{list.map(({ role, value }, index) => (
				<li key={index} className="flex min-w-0 items-baseline gap-2 font-mono text-xs leading-5">
					<span aria-hidden="true" className="w-3 shrink-0 text-ink-muted">
						{index + 1}
					</span>
					<div className="min-w-0 flex-1">
						<ShownValue value={value} />
					</div>
					<Role role={role} />
				</li>
			))}
		</ol>
	);
}

function Role({ role }: { role: Argument["role"] }) {
	const { words, meaning } = ROLES[role];
	if (meaning === null) return null;
	return (
		<Tooltip content={meaning}>
			<button type="button" className="shrink-0 rounded-sm font-sans">
				<Badge tone={role === "encrypted" ? "pass" : "warn"}>{words}</Badge>
			</button>
		</Tooltip>
	);
}

function Outcome({ call, exchange, lines }: { call: Call; exchange: Exchange; lines: LogEntry[] }) {
	const { outcome, revalidated } = call;
	const { words, tone } = outcomeInWords(outcome);
	return (
		<Section label="Outcome">
			<Badge tone={tone}>{words}</Badge>
			<div className="mt-1.5 grid gap-1.5 text-[0.8125rem] leading-snug">
				<OutcomeBody call={call} exchange={exchange} lines={lines} />
				{revalidated === "all" && (
					<p>
						<b className="font-medium">Revalidated.</b> The answer brings the page anew, and the browser
						forgets what it has cached (revalidatePath, updateTag or a cookie that was set).
					</p>
				)}
				{revalidated === "refresh" && (
					<p>
						<b className="font-medium">Refreshed.</b> The answer brings the present page anew; cached data
						stays (refresh).
					</p>
				)}
				{revalidated === "no" && call.transport === "fetch" && outcome.kind === "returned" && (
					<p className="text-ink-muted">Nothing was revalidated: the page stays as it was.</p>
				)}
			</div>
		</Section>
	);
}

function OutcomeBody({
	call: { outcome },
	lines,
}: {
	call: Call;
	exchange: Exchange;
	lines: LogEntry[];
}): ReactNode {
	switch (outcome.kind) {
		case "returned":
			return (
				<div className="rounded-md bg-surface-2 px-2.5 py-1.5 font-mono text-xs leading-5">
					<ShownValue value={outcome.value} />
				</div>
			);
		case "page":
			return "A form post without JavaScript gets a whole page. What the action returned stayed on the server.";
		case "thrown":
			return <Thrown error={outcome.error} lines={lines} />;
		case "not-serialisable":
			return (
				<>
					<p>
						The action ended, but its value cannot travel to the browser: only plain data and a few built-ins
						can.
					</p>
					<Thrown error={outcome.error} lines={lines} />
				</>
			);
		case "redirect":
			return outcome.external
				? "To another site: the browser leaves the app."
				: outcome.how === null
					? "By HTTP: the browser asks for that page next."
					: `By a header: the router ${outcome.how === "push" ? "adds" : "replaces"} the address, and the answer holds that page already.`;
		case "http-error":
			return "Thrown by notFound(), unauthorized() or forbidden(): the nearest page for it is shown.";
		case "unknown-action":
			return "No action of the running build has this id. A page from before a new build gets this answer.";
		case "foreign-origin":
			return (
				<p>
					<code>Origin</code> is <code>{outcome.origin || "null"}</code>, but the app is asked as{" "}
					<code>{outcome.host}</code>. Next.js did not run the action.
				</p>
			);
		case "too-large":
			return `The body is larger than ${outcome.limit ?? "the limit"} (serverActions.bodySizeLimit). Next.js did not run the action.`;
		case "aborted":
			return "Whoever asked went away before the answer was complete. The action itself runs on to its end; what it changes after this moment is not seen here.";
		case "unreadable":
			return `${outcome.reason} It is shown raw, under “On the wire”.`;
	}
}

/** Two views of one error: what the server knows, and what the browser was told in its place. */
function Thrown({ error, lines }: { error: SentError; lines: LogEntry[] }) {
	const serverLine = lines.find(({ text }) => /^\s*⨯ /.test(text))?.text.replace(/^\s*⨯ /, "") ?? null;
	return (
		<dl className="grid gap-1">
			{serverLine !== null && <Fact name="On the server">{serverLine}</Fact>}
			<Fact name="The browser">
				{error.message === null
					? "is told the digest only: in production the message stays on the server."
					: `${error.name ?? "Error"}: ${error.message}`}
			</Fact>
			<Fact name="Digest">
				<code>{error.digest ?? "none"}</code>
			</Fact>
		</dl>
	);
}
