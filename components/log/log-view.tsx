"use client";

import { ArrowDownToLine, Eraser } from "lucide-react";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Tooltip } from "@/components/ui/tooltip";
import { clock, type Level, type LogLine } from "./lines";

const COLOURS: Record<Level, string> = {
	error: "text-fail",
	warn: "text-warn",
	good: "text-pass",
	plain: "text-ink",
	dim: "text-ink-muted",
};

/** Lines that grow at the end. Stays at the end until the reader scrolls away from it. */
export function LogView({
	label,
	lines,
	empty,
	onClear,
}: {
	label: string;
	lines: LogLine[];
	/** What to say when there is nothing. */
	empty: string;
	onClear: () => void;
}) {
	const scroller = useRef<HTMLDivElement>(null);
	const [follow, setFollow] = useState(true);
	// biome-ignore lint/correctness/useExhaustiveDependencies: every new line is a reason to go to the end
	useLayoutEffect(() => {
		const element = scroller.current;
		if (follow && element) element.scrollTop = element.scrollHeight;
	}, [lines, follow]);
	// A hidden tab cannot be scrolled: what came meanwhile is caught up with when it is shown.
	useEffect(() => {
		const element = scroller.current;
		if (!element || !follow || typeof ResizeObserver === "undefined") return;
		const observer = new ResizeObserver(() => {
			element.scrollTop = element.scrollHeight;
		});
		observer.observe(element);
		return () => observer.disconnect();
	}, [follow]);
	const noteScroll = () => {
		const element = scroller.current;
		if (!element || element.clientHeight === 0) return;
		setFollow(element.scrollHeight - element.scrollTop - element.clientHeight < 24);
	};
	return (
		<div className="relative flex h-full min-h-0 flex-col">
			<div className="absolute top-1.5 right-3 z-10 flex gap-0.5 rounded-md bg-surface/90">
				{!follow && (
					<Tooltip content="Follow the end">
						<Button
							size="sm"
							variant="quiet"
							icon
							aria-label="Follow the end"
							onClick={() => setFollow(true)}
						>
							<ArrowDownToLine aria-hidden="true" />
						</Button>
					</Tooltip>
				)}
				<Tooltip content="Clear">
					<Button
						size="sm"
						variant="quiet"
						icon
						aria-label={`Clear the ${label.toLowerCase()}`}
						disabled={lines.length === 0}
						onClick={onClear}
					>
						<Eraser aria-hidden="true" />
					</Button>
				</Tooltip>
			</div>
			<div
				ref={scroller}
				role="log"
				aria-label={label}
				aria-live="off"
				// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
				tabIndex={0}
				onScroll={noteScroll}
				className="relative min-h-0 flex-1 overflow-auto py-2 font-mono text-xs leading-5 focus-visible:-outline-offset-2"
			>
				{lines.length === 0 ? (
					<p className="px-3 py-1 pr-20 font-sans text-[0.8125rem] text-ink-muted">{empty}</p>
				) : (
					lines.map(({ key, at, level, text }, index) => (
						<div key={`${key}-${index}`} className="flex gap-3 px-3 hover:bg-surface-2/60">
							<time className="shrink-0 select-none text-ink-muted/80">{clock(at)}</time>
							<span className={cx("min-w-0 whitespace-pre-wrap break-words", COLOURS[level])}>{text}</span>
						</div>
					))
				)}
			</div>
		</div>
	);
}
