"use client";

import { ArrowLeftRight } from "lucide-react";
import type { ReactNode } from "react";
import { useLesson } from "@/components/lesson/lesson-context";
import { ScrollPre } from "@/components/ui/scroll-pre";
import type { CheckResult, Evidence } from "@/lib/checks/types";

/** What a check or a claim saw, piece by piece. An exchange opens in the inspector; `onLeave` is told of it. */
export function EvidenceList({ evidence, onLeave }: { evidence: Evidence[]; onLeave?: () => void }) {
	return (
		<div className="grid gap-3">
			{evidence.map((piece, index) => (
				<figure
					key={index}
					className="min-w-0 [[data-kind=exchange]+&[data-kind=exchange]]:-mt-2"
					data-kind={piece.kind}
				>
					{/* The summary of an exchange begins with what its label mostly says. */}
					{!(piece.kind === "exchange" && piece.summary.startsWith(piece.label)) && (
						<figcaption className="eyebrow mb-1">{piece.label}</figcaption>
					)}
					<EvidenceBody piece={piece} onLeave={onLeave} />
				</figure>
			))}
		</div>
	);
}

function EvidenceBody({ piece, onLeave }: { piece: Evidence; onLeave?: () => void }) {
	switch (piece.kind) {
		case "text":
			return <Code>{piece.text}</Code>;
		case "html":
			return <Code language="html">{piece.html}</Code>;
		case "data":
			return <Code language="json">{JSON.stringify(piece.value, null, 2) ?? String(piece.value)}</Code>;
		case "exchange":
			return <ExchangeLink id={piece.exchangeId} summary={piece.summary} onLeave={onLeave} />;
	}
}

function ExchangeLink({ id, summary, onLeave }: { id: string; summary: string; onLeave?: () => void }) {
	const { playground, shell } = useLesson();
	const open = () => {
		playground?.inspector.select(id);
		shell.showInspector();
		onLeave?.();
	};
	return (
		<button
			type="button"
			onClick={open}
			className="flex w-full items-baseline gap-2 rounded-md bg-surface-2 px-2.5 py-1.5 text-left font-mono text-xs leading-relaxed underline-offset-2 hover:underline"
		>
			<ArrowLeftRight aria-hidden="true" className="size-3 shrink-0 self-center text-accent" />
			<span className="min-w-0 break-words">
				<span className="sr-only">Open in the inspector: </span>
				{summary}
			</span>
		</button>
	);
}

function Code({ language, children }: { language?: string; children: string }) {
	return (
		<ScrollPre data-language={language} className="max-h-56 whitespace-pre-wrap break-words px-2.5 py-2">
			{children}
		</ScrollPre>
	);
}

/** The steps a check took, in order. */
export function DidList({ did }: { did: string[] }) {
	return (
		<ol className="grid gap-1">
			{did.map((step, index) => (
				<li key={index} className="flex gap-2 text-[0.8125rem] leading-snug">
					<span aria-hidden="true" className="mt-px w-4 shrink-0 font-mono text-[0.6875rem] text-ink-muted">
						{index + 1}
					</span>
					<span className="min-w-0 break-words">{step}</span>
				</li>
			))}
		</ol>
	);
}

export function Field({ label, children }: { label: string; children: ReactNode }) {
	return (
		<div className="min-w-0">
			<div className="eyebrow mb-1">{label}</div>
			{children}
		</div>
	);
}

/** Expected against observed, one above the other. */
export function Comparison({ result }: { result: Pick<CheckResult, "expected" | "observed"> }) {
	if (result.expected === "" && result.observed === "") return null;
	return (
		<dl className="grid overflow-hidden rounded-md border border-border text-[0.8125rem]">
			{(["expected", "observed"] as const).map((side) => (
				<div
					key={side}
					className="grid grid-cols-[5.25rem_1fr] gap-2 px-2.5 py-1.5 first:border-border first:border-b"
				>
					<dt className="text-ink-muted">{side === "expected" ? "Expected" : "Observed"}</dt>
					<dd className="min-w-0 whitespace-pre-wrap break-words font-mono text-xs leading-5">
						{result[side]}
					</dd>
				</div>
			))}
		</dl>
	);
}
