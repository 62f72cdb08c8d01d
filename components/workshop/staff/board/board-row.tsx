// biome-ignore-all lint/a11y/useSemanticElements: parts of a table element cannot be skipped by `content-visibility`
// biome-ignore-all lint/a11y/useFocusableInteractive: a table's rows and headings hold what takes the focus
"use client";

import { memo } from "react";
import { StatusIcon } from "@/components/checks/status-icon";
import { cx } from "@/components/ui/cx";
import type { AgendaStep, BoardRow as Row } from "@/lib/workshop/contract";
import { type Columns, lessonWords, passedOf } from "./columns";
import { cellWords, markOf, SmallMark } from "./marks";

/** One learner. Drawn again only when this learner, or the reason, has changed. */
export const BoardRow = memo(function BoardRow({
	id,
	row,
	columns,
	reason,
	more,
	onOpen,
}: {
	id: string;
	row: Row;
	columns: Columns;
	/** Why they may need help; empty for no reason. */
	reason: string;
	/** How many reasons there are besides. */
	more: number;
	onOpen: (learner: string) => void;
}) {
	const { passed, of } = passedOf(columns, row);
	return (
		<div role="row" className="board-row group">
			<div role="rowheader" className="board-name">
				<button
					type="button"
					onClick={() => onOpen(id)}
					className="flex h-full w-full min-w-0 items-center gap-2 rounded-sm text-left text-[0.8125rem] underline-offset-2 group-hover:underline focus-visible:-outline-offset-2"
				>
					<span
						aria-hidden="true"
						className={cx(
							"size-1.5 shrink-0 rounded-full",
							row.connected ? "bg-pass" : "border border-border-strong",
						)}
					/>
					<span className={cx("truncate font-medium", !row.connected && "text-ink-muted")}>{row.name}</span>
					{!row.connected && <span className="shrink-0 text-ink-muted text-xs">away</span>}
				</button>
			</div>
			<div role="cell" className={cx("board-reason truncate text-xs", reason !== "" && "text-warn")}>
				{reason}
				{more > 0 && <span className="text-ink-muted"> and {more} more</span>}
			</div>
			{columns.of === "lesson"
				? columns.step.checks.map(({ id: check }) => {
						const cell = row.lessons[columns.step.lesson]?.checks[check];
						return (
							<div key={check} role="cell" className="grid place-items-center">
								<StatusIcon status={markOf(cell)} className="!size-4" />
								<span className="sr-only">{cellWords(cell)}</span>
							</div>
						);
					})
				: columns.steps.map((step) => <LessonCell key={step.lesson} step={step} row={row} />)}
			<div role="cell" className="pr-1 text-right text-ink-muted text-xs tabular-nums">
				{passed}/{of}
			</div>
		</div>
	);
});

function LessonCell({ step, row }: { step: AgendaStep; row: Row }) {
	const cells = row.lessons[step.lesson];
	return (
		<div
			role="cell"
			className={cx("flex items-center gap-[3px]", row.lesson === step.lesson && "board-here")}
		>
			{step.checks.map(({ id }) => (
				<SmallMark key={id} mark={markOf(cells?.checks[id])} />
			))}
			<span className="sr-only">{lessonWords(step, row)}</span>
		</div>
	);
}
