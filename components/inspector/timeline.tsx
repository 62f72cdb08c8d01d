"use client";

import { AppWindow, FileInput, type LucideIcon, RefreshCcw, Shapes, Zap } from "lucide-react";
import { clock } from "@/components/log/lines";
import { Badge } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import type { Entry } from "@/lib/inspector/inspector";
import { kindInWords, milliseconds, outcomeInWords, SENDERS, title } from "./words";

export interface ViewProps {
	/** Newest first. */
	entries: readonly Entry[];
	onOpen: (id: string) => void;
}

/** One line an exchange, newest first. */
export function Timeline({ entries, onOpen }: ViewProps) {
	return (
		<ol aria-label="Exchanges, newest first">
			{entries.map((entry) => (
				<li key={entry.exchange.id} className="border-border border-b last:border-b-0">
					<button
						type="button"
						data-exchange={entry.exchange.id}
						onClick={() => onOpen(entry.exchange.id)}
						className="flex w-full items-start gap-2.5 px-3 py-2 text-left hover:bg-surface-2/60 focus-visible:-outline-offset-2"
					>
						<KindIcon entry={entry} />
						<span className="min-w-0 flex-1">
							<span
								className={cx(
									"block truncate font-mono text-xs leading-5",
									entry.reading?.call ? "font-medium text-ink" : "text-ink-muted",
								)}
							>
								{title(entry)}
							</span>
							<span className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-[0.6875rem] text-ink-muted">
								<span>{kindInWords(entry)}</span>
								{entry.sender !== "preview" && <span>{SENDERS[entry.sender]}</span>}
								{entry.replay?.tamperedIn.map((how) => (
									<span key={how}>{how}</span>
								))}
								<Effects entry={entry} />
							</span>
						</span>
						<span className="flex shrink-0 flex-col items-end gap-0.5">
							<OutcomeBadge entry={entry} />
							<span className="font-mono text-[0.6875rem] text-ink-muted tabular-nums">
								{milliseconds(entry.exchange.durationMs)}
							</span>
						</span>
					</button>
				</li>
			))}
		</ol>
	);
}

/** The same as a table: every fact has a column of its own. */
export function TimelineTable({ entries, onOpen }: ViewProps) {
	return (
		<table className="w-full border-collapse whitespace-nowrap text-left text-xs">
			<caption className="sr-only">Exchanges, newest first</caption>
			<thead className="sticky top-0 bg-surface">
				<tr>
					{["Time", "What", "Kind", "Sent by", "Outcome", "Status", "Duration"].map((head) => (
						<th key={head} scope="col" className="eyebrow border-border border-b px-2.5 py-1.5">
							{head}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{entries.map((entry) => (
					<tr key={entry.exchange.id} className="border-border border-b hover:bg-surface-2/60">
						<td className="px-2.5 py-1 tabular-nums">{clock(entry.exchange.at)}</td>
						<th scope="row" className="max-w-52 px-2.5 py-1 font-normal">
							<button
								type="button"
								data-exchange={entry.exchange.id}
								onClick={() => onOpen(entry.exchange.id)}
								className="max-w-full truncate font-mono text-accent underline-offset-2 hover:underline"
							>
								{title(entry)}
							</button>
						</th>
						<td className="px-2.5 py-1">{kindInWords(entry)}</td>
						<td className="px-2.5 py-1">
							{SENDERS[entry.sender]}
							{entry.replay?.tamperedIn.map((how) => `, ${how}`)}
						</td>
						<td className="px-2.5 py-1">{entry.reading?.call ? <OutcomeBadge entry={entry} /> : "–"}</td>
						<td className="px-2.5 py-1 tabular-nums">{entry.exchange.status || "–"}</td>
						<td className="px-2.5 py-1 tabular-nums">{milliseconds(entry.exchange.durationMs)}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

function OutcomeBadge({ entry: { exchange, reading } }: { entry: Entry }) {
	if (reading?.call) {
		const { words, tone } = outcomeInWords(reading.call.outcome);
		return (
			<Badge tone={tone} className="max-w-44">
				<span className="truncate">{words}</span>
			</Badge>
		);
	}
	const tone = exchange.status >= 500 ? "fail" : exchange.status >= 400 ? "warn" : "neutral";
	return <Badge tone={tone}>{exchange.aborted ? "Aborted" : exchange.status}</Badge>;
}

/** What a call did besides answering. */
function Effects({ entry: { reading } }: { entry: Entry }) {
	const effects = [
		reading?.call && reading.call.revalidated !== "no" && "revalidated",
		reading && reading.setCookies.length > 0 && "set a cookie",
		reading?.changes &&
			reading.changes.length > 0 &&
			`${reading.changes.length} row${reading.changes.length === 1 ? "" : "s"}`,
	].filter((effect) => typeof effect === "string");
	return effects.map((effect) => (
		<span key={effect} className="rounded-sm bg-surface-2 px-1 text-ink-muted">
			{effect}
		</span>
	));
}

const ICONS: Record<string, LucideIcon> = {
	document: AppWindow,
	rsc: RefreshCcw,
	asset: Shapes,
	other: Shapes,
};

function KindIcon({ entry: { reading } }: { entry: Entry }) {
	const kind = reading?.kind;
	const isAction = kind?.kind === "action";
	const Icon = isAction
		? kind.transport === "fetch"
			? Zap
			: FileInput
		: (ICONS[kind?.kind ?? "other"] ?? Shapes);
	return (
		<Icon
			aria-hidden="true"
			className={cx("mt-0.5 size-4 shrink-0", isAction ? "text-accent" : "text-ink-muted")}
			strokeWidth={1.75}
		/>
	);
}
