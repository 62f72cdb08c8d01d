"use client";

import { Download, Eraser, List, Table2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { useLesson } from "@/components/lesson/lesson-context";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Tooltip } from "@/components/ui/tooltip";
import { toHar } from "@/lib/inspector/export";
import type { Entry } from "@/lib/inspector/inspector";
import type { Playground } from "@/lib/playground/types";
import { Details } from "./details";
import { Timeline, TimelineTable } from "./timeline";

type View = "timeline" | "table";

/** The Action inspector: what the running app was asked for, what it did and what it answered. */
export function InspectorPanel({ playground }: { playground: Playground }) {
	const { inspector } = playground;
	const { nextVersion } = useLesson();
	const { entries, selected } = useStore(inspector.store);
	const [view, setView] = useState<View>("timeline");
	const [actionsOnly, setActionsOnly] = useState(true);
	const list = useRef<HTMLDivElement>(null);
	const shown = entries.findLast(({ exchange }) => exchange.id === selected) ?? null;

	const close = () => {
		const id = selected;
		inspector.select(null);
		// Back to where the reader came from.
		requestAnimationFrame(() => {
			list.current?.querySelector<HTMLElement>(`[data-exchange="${CSS.escape(id ?? "")}"]`)?.focus();
		});
	};
	if (selected !== null) {
		if (shown === null) return <NotKept onClose={close} />;
		return <Details key={selected} entry={shown} playground={playground} onClose={close} />;
	}

	const newestFirst = entries.filter((entry) => !actionsOnly || isOfInterest(entry)).toReversed();
	const origin = playground.session.runner?.previewUrl() ?? "http://localhost";
	const exportAll = () =>
		saveFile(
			"exchanges.har",
			toHar(
				newestFirst.toReversed().map(({ exchange }) => exchange),
				{ origin, version: nextVersion },
			),
		);
	const Shown = view === "timeline" ? Timeline : TimelineTable;
	return (
		<div className="flex h-full min-h-0 flex-col">
			<div className="flex h-9 shrink-0 items-center gap-1 border-border border-b px-2">
				<fieldset aria-label="Which exchanges" className="flex items-center rounded-md bg-surface-2 p-0.5">
					<Segment pressed={actionsOnly} onClick={() => setActionsOnly(true)}>
						Actions
					</Segment>
					<Segment pressed={!actionsOnly} onClick={() => setActionsOnly(false)}>
						All
					</Segment>
				</fieldset>
				<span className="ml-1 text-ink-muted text-xs tabular-nums">{newestFirst.length}</span>
				<span className="flex-1" />
				<Tooltip content={view === "timeline" ? "Show as a table" : "Show as a timeline"}>
					<Button
						size="sm"
						variant="quiet"
						icon
						aria-label={view === "timeline" ? "Show as a table" : "Show as a timeline"}
						onClick={() => setView(view === "timeline" ? "table" : "timeline")}
					>
						{view === "timeline" ? <Table2 aria-hidden="true" /> : <List aria-hidden="true" />}
					</Button>
				</Tooltip>
				<Tooltip content="Export as HAR">
					<Button
						size="sm"
						variant="quiet"
						icon
						aria-label="Export as HAR"
						disabled={newestFirst.length === 0}
						onClick={exportAll}
					>
						<Download aria-hidden="true" />
					</Button>
				</Tooltip>
				<Tooltip content="Clear">
					<Button
						size="sm"
						variant="quiet"
						icon
						aria-label="Clear the inspector"
						disabled={entries.length === 0}
						onClick={inspector.clear}
					>
						<Eraser aria-hidden="true" />
					</Button>
				</Tooltip>
			</div>
			<div ref={list} className="relative min-h-0 flex-1 overflow-auto">
				{newestFirst.length === 0 ? (
					<Empty some={entries.length > 0} />
				) : (
					<Shown entries={newestFirst} onOpen={inspector.select} />
				)}
			</div>
			<Announcer newest={newestFirst[0] ?? null} />
		</div>
	);
}

/** Calls, and requests that were meant to be one. */
const isOfInterest = ({ reading }: Entry) =>
	reading !== null && (reading.call !== null || reading.missed !== null);

function Segment({ pressed, ...rest }: { pressed: boolean } & React.ComponentProps<"button">) {
	return (
		<button
			type="button"
			aria-pressed={pressed}
			className={cx(
				"rounded-sm px-2 py-0.5 font-medium text-xs",
				pressed ? "bg-surface text-ink shadow-raised" : "text-ink-muted hover:text-ink",
			)}
			{...rest}
		/>
	);
}

function Empty({ some }: { some: boolean }) {
	return (
		<p className="px-4 py-6 text-[0.8125rem] text-ink-muted leading-relaxed">
			{some
				? "No Server Action has been called yet. Use your app in the preview, or look at all exchanges."
				: "Use your app in the preview: each call of a Server Action appears here, with what was sent, what it did and what came back."}
		</p>
	);
}

function NotKept({ onClose }: { onClose: () => void }) {
	return (
		<div className="grid content-start gap-3 p-4 text-[0.8125rem] leading-relaxed">
			<p>
				This exchange is no longer kept: the inspector forgets the oldest, and those of another lesson. Run
				the check or the claim again to see it anew.
			</p>
			<Button size="sm" className="justify-self-start" onClick={onClose}>
				All exchanges
			</Button>
		</div>
	);
}

/** Tells a screen reader of new calls, one at a time. */
function Announcer({ newest }: { newest: Entry | null }) {
	const [words, setWords] = useState("");
	const id = newest?.reading?.call ? newest.exchange.id : null;
	const first = useRef(true);
	useEffect(() => {
		if (first.current) {
			first.current = false;
			return;
		}
		if (id !== null) setWords("A Server Action was called.");
		const timer = setTimeout(() => setWords(""), 1_000);
		return () => clearTimeout(timer);
	}, [id]);
	return (
		<p role="status" className="sr-only">
			{words}
		</p>
	);
}

function saveFile(name: string, content: unknown): void {
	const url = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: "application/json" }));
	const link = document.createElement("a");
	link.href = url;
	link.download = name;
	link.click();
	URL.revokeObjectURL(url);
}
