"use client";

import { ArrowLeft, Check, Copy, Repeat2 } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { ScrollPre } from "@/components/ui/scroll-pre";
import { headerOf } from "@/lib/inspector/exchange";
import { toCurl } from "@/lib/inspector/export";
import type { Entry } from "@/lib/inspector/inspector";
import type { Playground } from "@/lib/playground/types";
import type { Exchange, RecordedBody } from "@/lib/sandbox/agent-protocol";
import { CallDetails } from "./call-details";
import { ReplayForm } from "./replay-form";
import { Changes, Fact, Section, ServerLines } from "./sections";
import { kindInWords, milliseconds, SENDERS, title } from "./words";

/** All that is known of one exchange. */
export function Details({
	entry,
	playground,
	onClose,
}: {
	entry: Entry;
	playground: Playground;
	onClose: () => void;
}) {
	const [again, setAgain] = useState(false);
	const heading = useRef<HTMLHeadingElement>(null);
	// Whoever opened it by keyboard reads on here.
	useEffect(() => heading.current?.focus(), []);
	const { exchange, reading, replay, sender } = entry;
	return (
		<article aria-label="Exchange" className="flex h-full min-h-0 flex-col">
			<div className="flex shrink-0 items-start gap-2 border-border border-b px-2 py-1.5">
				<Button size="sm" variant="quiet" icon aria-label="All exchanges" onClick={onClose}>
					<ArrowLeft aria-hidden="true" />
				</Button>
				<div className="min-w-0 flex-1 pt-0.5">
					<h2
						ref={heading}
						tabIndex={-1}
						className="truncate font-medium font-mono text-[0.8125rem] leading-5 outline-none"
					>
						{title(entry)}
					</h2>
					<p className="text-[0.6875rem] text-ink-muted">
						{kindInWords(entry)} · {SENDERS[sender]}
						{replay && replay.tamperedIn.length > 0 && ` (${replay.tamperedIn.join(", ")})`}
						{replay && (
							<>
								{" · "}
								<button
									type="button"
									className="text-accent underline-offset-2 hover:underline"
									onClick={() => playground.inspector.select(replay.of)}
								>
									the call it repeats
								</button>
							</>
						)}
					</p>
				</div>
			</div>
			<div className="relative min-h-0 flex-1 overflow-auto px-3 py-3">
				<div className="mb-3 flex flex-wrap gap-1.5">
					<Button size="sm" aria-expanded={again} onClick={() => setAgain(!again)}>
						<Repeat2 aria-hidden="true" />
						Send again…
					</Button>
					<CopyCurl exchange={exchange} playground={playground} />
				</div>
				{again && <ReplayForm entry={entry} playground={playground} />}
				{reading === null ? (
					<p className="text-[0.8125rem] text-ink-muted">Reading …</p>
				) : (
					<>
						{reading.missed && (
							<p className="mb-3 rounded-md bg-warn/10 px-2.5 py-1.5 text-[0.8125rem] text-warn">
								{reading.missed}
							</p>
						)}
						{reading.call && <CallDetails call={reading.call} exchange={exchange} lines={reading.lines} />}
						<Facts entry={entry} />
						<Changes changes={reading.changes} concurrent={reading.concurrent.length} />
						<ServerLines lines={reading.lines} concurrent={reading.concurrent.length} />
					</>
				)}
				<Wire exchange={exchange} />
			</div>
		</article>
	);
}

function Facts({ entry: { exchange, reading } }: { entry: Entry }) {
	const { timing, setCookies } = reading!;
	const parts = [
		timing.framework === null ? null : `${milliseconds(timing.framework)} in Next.js`,
		timing.action === null ? null : `${milliseconds(timing.action)} in the action`,
		timing.render === null ? null : `${milliseconds(timing.render)} for the answer`,
	].filter((part) => part !== null);
	return (
		<Section label="Answer">
			<dl className="grid gap-1">
				<Fact name="Status">
					{exchange.aborted ? `${exchange.status || "none"}, aborted` : exchange.status}
				</Fact>
				<Fact name="Took">
					{milliseconds(timing.total)}
					{parts.length > 0 && <span className="text-ink-muted"> ({parts.join(", ")})</span>}
				</Fact>
				{setCookies.map((cookie) => (
					<Fact key={cookie} name="Set-Cookie">
						<code className="break-all text-xs">{cookie}</code>
					</Fact>
				))}
			</dl>
		</Section>
	);
}

function CopyCurl({ exchange, playground }: { exchange: Exchange; playground: Playground }) {
	const [copied, setCopied] = useState(false);
	const copy = async () => {
		const origin = playground.session.runner?.previewUrl() ?? "http://localhost";
		await navigator.clipboard.writeText(toCurl(exchange, origin));
		setCopied(true);
		setTimeout(() => setCopied(false), 2_000);
	};
	return (
		<Button size="sm" onClick={() => void copy()}>
			{copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
			<span aria-live="polite">{copied ? "Copied" : "Copy as curl"}</span>
		</Button>
	);
}

/** The exchange as it went over the wire. */
function Wire({ exchange }: { exchange: Exchange }) {
	return (
		<details className="mt-4 border-border border-t pt-2">
			<summary className="eyebrow cursor-pointer rounded-sm">On the wire</summary>
			<Raw
				label="Request"
				head={`${exchange.method} ${exchange.url} HTTP/1.1`}
				headers={exchange.requestHeaders}
				body={exchange.requestBody}
			/>
			<Raw
				label="Response"
				head={`HTTP/1.1 ${exchange.status || "(none)"}`}
				headers={exchange.responseHeaders}
				body={exchange.responseBody}
			/>
		</details>
	);
}

function Raw({
	label,
	head,
	headers,
	body,
}: {
	label: string;
	head: string;
	headers: Exchange["requestHeaders"];
	body: RecordedBody;
}): ReactNode {
	const type = headerOf(headers, "content-type");
	return (
		<Section label={label}>
			<ScrollPre className="max-h-72 whitespace-pre-wrap break-all px-2.5 py-2">
				{[head, ...headers.map(([name, value]) => `${name}: ${value}`)].join("\n")}
				{body.size > 0 &&
					`\n\n${body.encoding === "utf8" ? body.data : `(${body.size} bytes${type ? ` of ${type}` : ""} that are no text)`}`}
			</ScrollPre>
			{body.truncated && (
				<p className="mt-1 text-ink-muted text-xs">
					Only the beginning of {body.size.toLocaleString("en")} bytes was kept.
				</p>
			)}
		</Section>
	);
}
