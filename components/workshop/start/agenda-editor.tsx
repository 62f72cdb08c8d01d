"use client";

import { ArrowDown, ArrowUp, ChevronRight, ListChecks, X } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { INPUT, Tick } from "@/components/ui/field";
import { moved } from "@/lib/quiz/answer";
import type { AgendaStep } from "@/lib/workshop/contract";
import { type AgendaPart, has, toggleStep, toggleSteps, withMinutes } from "@/lib/workshop/staff/agenda";
import { sum } from "@/lib/workshop/staff/schedule";
import { hours } from "../words";

/** Lessons to choose on one side, by part; the agenda in its order on the other. */
export function AgendaEditor({
	parts,
	agenda,
	onChange,
}: {
	parts: AgendaPart[];
	agenda: AgendaStep[];
	onChange: (agenda: AgendaStep[]) => void;
}) {
	return (
		<div className="grid items-start gap-x-8 gap-y-6 md:grid-cols-2">
			<fieldset className="min-w-0">
				<legend className="mb-2 font-medium text-sm">Lessons</legend>
				<div className="overflow-hidden rounded-xl border border-border bg-surface shadow-raised">
					{parts.map((part, index) => (
						<Part key={part.name} part={part} open={index === 0} agenda={agenda} onChange={onChange} />
					))}
				</div>
			</fieldset>
			<section aria-label="Agenda" className="min-w-0 md:sticky md:top-6">
				<p className="mb-2 flex items-baseline justify-between gap-3 font-medium text-sm">
					Agenda
					{agenda.length > 0 && (
						<span className="font-normal text-ink-muted tabular-nums">{hours(sum(agenda))}</span>
					)}
				</p>
				<Steps agenda={agenda} onChange={onChange} />
			</section>
		</div>
	);
}

function Part({
	part,
	open,
	agenda,
	onChange,
}: {
	part: AgendaPart;
	open: boolean;
	agenda: AgendaStep[];
	onChange: (agenda: AgendaStep[]) => void;
}) {
	const chosen = part.lessons.filter((step) => has(agenda, step)).length;
	const all = chosen === part.lessons.length;
	return (
		<details open={open} className="group border-border border-b last:border-b-0">
			<summary className="flex cursor-pointer list-none items-center gap-2 px-4 py-2.5 hover:bg-surface-2/60 focus-visible:-outline-offset-2 [&::-webkit-details-marker]:hidden">
				<ChevronRight
					aria-hidden="true"
					className="size-4 shrink-0 text-ink-muted transition-transform group-open:rotate-90"
				/>
				<span className="min-w-0 flex-1 font-medium text-sm">{part.title}</span>
				<span className="text-ink-muted text-xs tabular-nums">
					{chosen > 0 ? `${chosen} of ${part.lessons.length}` : part.lessons.length}
					<span className="sr-only"> lessons{chosen > 0 && " chosen"}</span>
				</span>
			</summary>
			<ul className="grid gap-2.5 px-4 pt-1 pb-3.5 pl-10">
				{part.lessons.map((step) => (
					<li key={step.lesson} className="flex items-start justify-between gap-3">
						<Tick checked={has(agenda, step)} onChange={() => onChange(toggleStep(agenda, step))}>
							{step.title}
						</Tick>
						<span className="shrink-0 text-ink-muted text-xs leading-5 tabular-nums">{step.minutes} min</span>
					</li>
				))}
				<li>
					<Button
						size="sm"
						variant="quiet"
						className="-ml-2.5"
						onClick={() => onChange(toggleSteps(agenda, part.lessons))}
					>
						{all ? "Take this part off" : "Add the whole part"}
					</Button>
				</li>
			</ul>
		</details>
	);
}

function Steps({ agenda, onChange }: { agenda: AgendaStep[]; onChange: (agenda: AgendaStep[]) => void }) {
	const [said, setSaid] = useState("");
	if (agenda.length === 0)
		return (
			<div className="grid place-items-center gap-2 rounded-xl border border-border border-dashed px-6 py-10 text-center text-ink-muted text-sm">
				<ListChecks aria-hidden="true" className="size-5" />
				<p>
					Choose lessons, and they stand here in the order in which you will teach them. It can be changed at
					any time.
				</p>
			</div>
		);
	const move = (index: number, by: 1 | -1) => {
		const to = index + by;
		if (to < 0 || to >= agenda.length) return;
		onChange(moved(agenda, index, to));
		setSaid(`Moved to place ${to + 1} of ${agenda.length}.`);
	};
	return (
		<>
			<ol className="overflow-hidden rounded-xl border border-border bg-surface shadow-raised">
				{agenda.map((step, index) => (
					<li
						key={step.lesson}
						className="flex items-center gap-2 border-border border-b py-1.5 pr-1.5 pl-4 last:border-b-0"
					>
						<span aria-hidden="true" className="w-4 shrink-0 font-mono text-ink-muted text-xs">
							{index + 1}
						</span>
						<span className="min-w-0 flex-1 text-sm leading-snug">{step.title}</span>
						<span className="flex shrink-0 items-center gap-1 text-ink-muted text-xs">
							<MinutesInput
								label={`Minutes for ${step.title}`}
								minutes={step.minutes}
								onChange={(minutes) => onChange(withMinutes(agenda, step.lesson, minutes))}
							/>
							<span aria-hidden="true">min</span>
						</span>
						<span className="flex shrink-0">
							{/* Not `disabled` at the ends: the focus would be lost there. */}
							<Button
								variant="quiet"
								size="sm"
								icon
								aria-label={`Move up: ${step.title}`}
								aria-disabled={index === 0}
								className="aria-disabled:opacity-35"
								onClick={() => move(index, -1)}
							>
								<ArrowUp aria-hidden="true" />
							</Button>
							<Button
								variant="quiet"
								size="sm"
								icon
								aria-label={`Move down: ${step.title}`}
								aria-disabled={index === agenda.length - 1}
								className="aria-disabled:opacity-35"
								onClick={() => move(index, 1)}
							>
								<ArrowDown aria-hidden="true" />
							</Button>
							<Button
								variant="quiet"
								size="sm"
								icon
								aria-label={`Take off the agenda: ${step.title}`}
								onClick={() => {
									onChange(toggleStep(agenda, step));
									setSaid(`Taken off: ${step.title}.`);
								}}
							>
								<X aria-hidden="true" />
							</Button>
						</span>
					</li>
				))}
			</ol>
			<p role="status" className="sr-only">
				{said}
			</p>
		</>
	);
}

/** Free to be emptied while typing; what is no number is put right on leaving. */
function MinutesInput({
	label,
	minutes,
	onChange,
}: {
	label: string;
	minutes: number;
	onChange: (minutes: number) => void;
}) {
	const [text, setText] = useState<string | null>(null);
	return (
		<input
			type="number"
			aria-label={label}
			inputMode="numeric"
			min={1}
			max={600}
			value={text ?? minutes}
			onChange={({ target }) => {
				setText(target.value);
				const value = Number(target.value);
				if (target.value !== "" && value >= 1) onChange(value);
			}}
			onBlur={() => setText(null)}
			className={cx(INPUT, "!px-1.5 h-7 w-14 text-right tabular-nums")}
		/>
	);
}
