"use client";

import { BookOpen, ChevronRight, History, Play } from "lucide-react";
import { useEffect, useRef } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import type { CheckDefinition } from "@/lib/checks/types";
import type { RecordedCheck } from "@/lib/lessons/recording-schema";
import { Comparison, DidList, EvidenceList, Field } from "./evidence";
import { Hints } from "./hints";
import { type CheckView, STATUS_MEANING, STATUS_TONES, STATUS_WORDS } from "./status";
import { StatusIcon } from "./status-icon";

export interface CheckRowProps {
	view: CheckView;
	/** `null` until the lesson's code is loaded. */
	definition: CheckDefinition | null;
	/** What the reference solution did; only where the learner's own app cannot run. */
	recorded: (RecordedCheck & { nextVersion: string }) | null;
	open: boolean;
	hintsOpened: number;
	busy: boolean;
	onToggle: () => void;
	onRun: () => void;
	onOpenHint: () => void;
}

/** One check: a line that opens into what was done, expected and observed. */
export function CheckRow({
	view,
	definition,
	recorded,
	open,
	onToggle,
	onRun,
	busy,
	...hints
}: CheckRowProps) {
	const row = useRef<HTMLLIElement>(null);
	const details = `check-${view.id}`;
	useEffect(() => {
		if (open) row.current?.scrollIntoView?.({ block: "nearest" });
	}, [open]);
	const failed = view.status === "fail" || view.status === "broken";
	return (
		<li ref={row} className="group border-border border-b last:border-b-0">
			<div className="flex items-center gap-1 pr-2 hover:bg-surface-2/60">
				<button
					type="button"
					aria-expanded={open}
					aria-controls={details}
					onClick={onToggle}
					className="flex min-w-0 flex-1 items-start gap-2.5 py-2.5 pl-3 text-left focus-visible:-outline-offset-2"
				>
					<StatusIcon status={view.status} faded={view.stale} className="mt-px" />
					<span className="min-w-0 flex-1">
						<span className={cx("block text-[0.8125rem] leading-5", failed && !open && "font-medium")}>
							{view.title}
						</span>
						<span className="sr-only">{STATUS_WORDS[view.status]}</span>
						{view.stale && (
							<span className="mt-0.5 flex items-center gap-1 text-ink-muted text-xs">
								<History aria-hidden="true" className="size-3" />
								Your code changed since
							</span>
						)}
						{!open && failed && view.result && (
							<span className="mt-0.5 line-clamp-3 text-ink-muted text-xs leading-snug">
								{view.result.message}
							</span>
						)}
					</span>
					<ChevronRight
						aria-hidden="true"
						className={cx("mt-0.5 size-4 shrink-0 text-ink-muted transition-transform", open && "rotate-90")}
					/>
				</button>
				<Button
					size="sm"
					variant="quiet"
					icon
					// On the line of the title and the arrow, however long the row is.
					className="mt-1.5 self-start pointer-coarse:mt-0.5"
					aria-label={`Run “${view.title}”`}
					disabled={busy || definition === null}
					onClick={onRun}
				>
					<Play aria-hidden="true" />
				</Button>
			</div>
			<div id={details} hidden={!open} className="px-3 pb-4 pl-10">
				{open && <Details view={view} definition={definition} recorded={recorded} {...hints} />}
			</div>
		</li>
	);
}

const DOCS: Record<string, string> = {
	"nextjs.org": "Next.js docs",
	"react.dev": "React docs",
	"developer.mozilla.org": "MDN",
	"zod.dev": "Zod docs",
	"cheatsheetseries.owasp.org": "OWASP",
};

function docsName(address: string): string {
	const { host } = new URL(address);
	return DOCS[host] ?? host;
}

function Recorded({ check }: { check: NonNullable<CheckRowProps["recorded"]> }) {
	return (
		<section
			aria-label="Recorded with the reference solution"
			className="grid gap-3 rounded-md border border-border border-dashed p-3"
		>
			<p className="text-ink-muted text-xs leading-snug">
				Recorded with the reference solution and Next.js {check.nextVersion}; not your code.
			</p>
			{check.did.length > 0 && (
				<Field label="What was done">
					<DidList did={check.did} />
				</Field>
			)}
			{check.evidence.length > 0 && <EvidenceList evidence={check.evidence} />}
		</section>
	);
}

function Details({
	view: { status, result },
	definition,
	recorded,
	hintsOpened,
	onOpenHint,
}: Pick<CheckRowProps, "view" | "definition" | "recorded" | "hintsOpened" | "onOpenHint">) {
	const meaning = STATUS_MEANING[status];
	return (
		<div className="grid animate-rise gap-3.5 pt-0.5">
			<div className="flex flex-wrap items-center gap-x-3 gap-y-1">
				<Badge tone={STATUS_TONES[status]}>{STATUS_WORDS[status]}</Badge>
				{result && <span className="eyebrow">{Math.round(result.durationMs)} ms</span>}
				{definition?.docs && (
					<a
						href={definition.docs}
						target="_blank"
						rel="noreferrer"
						className="inline-flex items-center gap-1 text-accent text-xs underline-offset-2 hover:underline"
					>
						<BookOpen aria-hidden="true" className="size-3" />
						{docsName(definition.docs)}
					</a>
				)}
			</div>
			{meaning && <p className="text-ink-muted text-xs leading-snug">{meaning}</p>}
			{result === null && recorded !== null && <Recorded check={recorded} />}
			{result === null ? (
				recorded === null && (
					<p className="text-[0.8125rem] text-ink-muted">Run it to see what your app does.</p>
				)
			) : (
				<>
					{result.message !== "" && (
						<p className="font-medium text-[0.8125rem] leading-snug">{result.message}</p>
					)}
					{status !== "pass" && <Comparison result={result} />}
					{result.did.length > 0 && (
						<Field label="What was done">
							<DidList did={result.did} />
						</Field>
					)}
					{result.evidence.length > 0 && <EvidenceList evidence={result.evidence} />}
				</>
			)}
			{definition && status !== "pass" && (
				<Hints hints={definition.hints} opened={hintsOpened} onOpen={onOpenHint} />
			)}
		</div>
	);
}
