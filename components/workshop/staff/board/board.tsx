// biome-ignore-all lint/a11y/useSemanticElements: parts of a table element cannot be skipped by `content-visibility`
// biome-ignore-all lint/a11y/useFocusableInteractive: a table's rows and headings hold what takes the focus
"use client";

import { Search } from "lucide-react";
import { type CSSProperties, type ReactNode, useMemo, useState } from "react";
import { cx } from "@/components/ui/cx";
import { INPUT, Select } from "@/components/ui/field";
import { Tooltip } from "@/components/ui/tooltip";
import { type BoardOrder, failingClusters, sortRows, stuckness } from "@/lib/workshop/board";
import type { InstructorView } from "@/lib/workshop/contract";
import { many } from "../../words";
import { useHubNow } from "../desk";
import { BoardRow } from "./board-row";
import { Clusters } from "./clusters";
import { type Columns, reasonWords, widths } from "./columns";
import { EmptyBoard } from "./empty-board";
import { Legend } from "./marks";
import { useHeldOrder } from "./use-held-order";

const WHOLE = "whole-agenda";
const ORDERS: Record<BoardOrder, string> = {
	"needs-help": "Needs help first",
	name: "Name",
	progress: "Least done first",
	joined: "Joined first",
};

/** Learners × checks, one mark each. */
export function Board({ view, onLearner }: { view: InstructorView; onLearner: (id: string) => void }) {
	const { agenda } = view.room;
	// `null`: where the room is.
	const [chosen, setChosen] = useState<string | null>(null);
	const [order, setOrder] = useState<BoardOrder>("needs-help");
	const [search, setSearch] = useState("");
	const [cluster, setCluster] = useState<string | null>(null);
	const here = view.lead?.place.lesson;
	const columns = useMemo(() => columnsOf(agenda, chosen ?? here), [agenda, chosen, here]);
	const stuck = useStuck(view);
	const clusters = useMemo(() => failingClusters(view.learners, agenda), [view.learners, agenda]);
	const filter = clusters.find(({ lesson, check }) => `${lesson}#${check}` === cluster);
	const sorted = useMemo(
		() => sortRows(view.learners, order, (id) => stuck.get(id)?.score ?? 0),
		[view.learners, order, stuck],
	);
	const held = useHeldOrder(sorted, order);
	const wanted = search.trim().toLowerCase();
	const shown = held.order.filter(
		(id) =>
			(!filter || filter.learners.includes(id)) &&
			(wanted === "" || view.learners[id]?.name.toLowerCase().includes(wanted)),
	);
	const total = Object.keys(view.learners).length;
	if (total === 0) return <EmptyBoard room={view.room} />;

	return (
		<section aria-label="Board" className="flex h-full min-h-0 flex-col">
			<div className="grid shrink-0 gap-3 border-border border-b px-3 py-3 sm:px-4">
				<div className="flex flex-wrap items-center gap-2">
					<Select
						aria-label="Show"
						className="!h-8 max-w-72 flex-1"
						value={columns.of === "agenda" ? WHOLE : columns.step.lesson}
						onChange={({ target }) => setChosen(target.value)}
					>
						{agenda.map(({ lesson, title }, index) => (
							<option key={lesson} value={lesson}>
								{index + 1}. {title}
								{lesson === here ? " (here now)" : ""}
							</option>
						))}
						<option value={WHOLE}>The whole agenda</option>
					</Select>
					<Select
						aria-label="Order"
						className="!h-8"
						value={order}
						onChange={({ target }) => setOrder(target.value as BoardOrder)}
					>
						{Object.entries(ORDERS).map(([value, words]) => (
							<option key={value} value={value}>
								{words}
							</option>
						))}
					</Select>
					<label className="relative ml-auto max-sm:w-full">
						<span className="sr-only">Find by name</span>
						<Search aria-hidden="true" className="absolute top-2 left-2.5 size-4 text-ink-muted" />
						<input
							type="search"
							value={search}
							placeholder="Find by name"
							onChange={({ target }) => setSearch(target.value)}
							className={cx(INPUT, "h-8 w-full pl-8 sm:w-44")}
						/>
					</label>
				</div>
				<Clusters
					clusters={clusters}
					agenda={agenda}
					chosen={cluster}
					onChoose={(key) => setCluster(key === cluster ? null : key)}
				/>
			</div>
			<div
				className="min-h-0 flex-1 overflow-auto"
				style={{ "--board-columns": widths(columns) } as CSSProperties}
				{...held.handlers}
			>
				<div
					role="table"
					aria-label="Learners and their checks"
					aria-rowcount={shown.length + 1}
					className="board"
				>
					<Head columns={columns} />
					{shown.map((id) => {
						const row = view.learners[id];
						if (!row) return null;
						const reasons = stuck.get(id)?.reasons ?? [];
						return (
							<BoardRow
								key={id}
								id={id}
								row={row}
								columns={columns}
								reason={reasons[0] ? reasonWords(reasons[0], agenda) : ""}
								more={Math.max(0, reasons.length - 1)}
								onOpen={onLearner}
							/>
						);
					})}
				</div>
				{shown.length === 0 && (
					<p className="px-4 py-10 text-center text-ink-muted text-sm">
						{filter && wanted === "" ? "Nobody fails this check any more." : "Nobody by that name."}
					</p>
				)}
			</div>
			<div className="flex shrink-0 flex-wrap items-center justify-between gap-x-6 gap-y-1 border-border border-t px-3 py-2 sm:px-4">
				<Legend small={columns.of === "agenda"} />
				<p className="text-ink-muted text-xs tabular-nums max-sm:hidden">
					{shown.length === total ? many(total, "learner") : `${shown.length} of ${many(total, "learner")}`}
				</p>
			</div>
		</section>
	);
}

function Head({ columns }: { columns: Columns }) {
	const titles =
		columns.of === "lesson"
			? columns.step.checks.map(({ id, title }) => ({ id, title }))
			: columns.steps.map(({ lesson, title }) => ({ id: lesson, title }));
	return (
		<div role="row" className="board-row board-head">
			<Heading className="board-name">Learner</Heading>
			<Heading className="board-reason">Why they may need help</Heading>
			{titles.map(({ id, title }, index) => (
				<Heading key={id} className={columns.of === "lesson" ? "text-center" : ""}>
					<Tooltip content={title}>
						<button type="button" className="rounded-sm px-1 font-mono hover:text-ink">
							<span aria-hidden="true">{index + 1}</span>
							<span className="sr-only">{title}</span>
						</button>
					</Tooltip>
				</Heading>
			))}
			<Heading className="pr-1 text-right">
				<span className="sr-only">Passed</span>
			</Heading>
		</div>
	);
}

function Heading({ className, children }: { className?: string; children: ReactNode }) {
	return (
		<div role="columnheader" className={cx("truncate text-ink-muted text-xs", className)}>
			{children}
		</div>
	);
}

function columnsOf(agenda: InstructorView["room"]["agenda"], lesson: string | undefined): Columns {
	if (lesson === WHOLE) return { of: "agenda", steps: agenda };
	const index = Math.max(
		0,
		agenda.findIndex((step) => step.lesson === lesson),
	);
	return { of: "lesson", step: agenda[index]!, number: index + 1 };
}

/** How stuck everyone is; looked at again every ten seconds, since standing still is a reason too. */
function useStuck(view: InstructorView) {
	const now = useHubNow(10_000);
	return useMemo(() => {
		const asking = new Set(Object.values(view.help).map(({ learner }) => learner));
		return new Map(
			Object.entries(view.learners).map(([id, row]) => [id, stuckness(row, now, asking.has(id))] as const),
		);
	}, [view.learners, view.help, now]);
}
