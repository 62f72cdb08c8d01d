"use client";

import { DoorClosed, DoorOpen, Lightbulb, LightbulbOff, Navigation } from "lucide-react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Tooltip } from "@/components/ui/tooltip";
import type { AgendaStep, InstructorView } from "@/lib/workshop/contract";
import { reachedTimes, scheduleOf } from "@/lib/workshop/staff/schedule";
import { useDesk, useHubNow } from "../desk";

/** The agenda: where the room is, and for each lesson its gate and its solution. */
export function AgendaSteps({ view }: { view: InstructorView }) {
	const now = useHubNow(15_000);
	const here = view.lead?.place.lesson;
	const schedule = scheduleOf(view.room.agenda, reachedTimes(view), here, now);
	return (
		<ol className="-mx-1 grid gap-0.5">
			{view.room.agenda.map((step, index) => (
				<Step
					key={step.lesson}
					view={view}
					step={step}
					number={index + 1}
					here={step.lesson === here}
					used={index === schedule.current ? schedule.step : null}
				/>
			))}
		</ol>
	);
}

function Step({
	view,
	step,
	number,
	here,
	used,
}: {
	view: InstructorView;
	step: AgendaStep;
	number: number;
	here: boolean;
	used: { used: number; planned: number } | null;
}) {
	const { send } = useDesk();
	const over = view.room.phase === "ended";
	const rows = Object.values(view.learners);
	const completed = rows.filter(({ lessons }) => lessons[step.lesson]?.completedAt !== undefined).length;
	const gated = view.gated[step.lesson] === true;
	const released = view.released[step.lesson] === true;
	return (
		<li
			aria-current={here ? "step" : undefined}
			className={cx(
				"grid grid-cols-[1.25rem_1fr_auto] items-center gap-x-2 rounded-lg px-2 py-1.5",
				here && "bg-accent/[0.07]",
			)}
		>
			<span aria-hidden="true" className={cx("font-mono text-xs", here ? "text-accent" : "text-ink-muted")}>
				{number}
			</span>
			<div className="min-w-0">
				<p className={cx("text-[0.8125rem] leading-snug", here && "font-medium")}>
					{step.title}
					{here && <span className="sr-only"> (the room is here)</span>}
				</p>
				<p className="text-ink-muted text-xs tabular-nums">
					{used ? `${Math.floor(used.used / 60_000)} of ${step.minutes} min` : `${step.minutes} min`}
					{rows.length > 0 && ` · ${completed} of ${rows.length} done`}
				</p>
			</div>
			<div className="flex items-center">
				<Toggle
					on={gated}
					words={gated ? "The gate is closed. Open it" : "The gate is open. Close it"}
					title={step.title}
					disabled={over}
					onClick={() => void send({ type: "gate", lesson: step.lesson, open: gated })}
				>
					{gated ? <DoorClosed aria-hidden="true" /> : <DoorOpen aria-hidden="true" />}
				</Toggle>
				<Toggle
					on={released}
					words={released ? "The solution is released. Take it back" : "Release the solution"}
					title={step.title}
					disabled={over}
					onClick={() => void send({ type: "solution-release", lesson: step.lesson, released: !released })}
				>
					{released ? <Lightbulb aria-hidden="true" /> : <LightbulbOff aria-hidden="true" />}
				</Toggle>
				<Tooltip content={here ? "Call everyone here again" : "Lead the room here"}>
					<Button
						size="sm"
						variant={here ? "quiet" : "outline"}
						aria-label={`Lead here: ${step.title}`}
						disabled={over}
						className="ml-1"
						onClick={() => void send({ type: "lead", place: { lesson: step.lesson } })}
					>
						<Navigation aria-hidden="true" />
						{here ? "Again" : "Lead"}
					</Button>
				</Tooltip>
			</div>
		</li>
	);
}

function Toggle({
	on,
	words,
	title,
	disabled,
	onClick,
	children,
}: {
	on: boolean;
	words: string;
	title: string;
	disabled: boolean;
	onClick: () => void;
	children: React.ReactNode;
}) {
	return (
		<Tooltip content={words}>
			<Button
				variant="quiet"
				size="sm"
				icon
				aria-label={`${words}: ${title}`}
				disabled={disabled}
				className={on ? "!text-accent" : undefined}
				onClick={onClick}
			>
				{children}
			</Button>
		</Tooltip>
	);
}
