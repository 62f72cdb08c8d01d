"use client";

import { Coffee, Hand } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import type { HelpCall, HelperView, InstructorView } from "@/lib/workshop/contract";
import { lasting, many } from "../words";
import { useDesk, useHubNow } from "./desk";

/** Who waits for help, in order. */
export function HelpQueue({
	view,
	me,
	onLearner,
	className,
}: {
	view: InstructorView | HelperView;
	/** My id: which calls are mine. */
	me: string;
	/** Opens a learner. */
	onLearner: (learner: string) => void;
	className?: string;
}) {
	const calls = Object.entries(view.help).sort(
		([, a], [, b]) => Number(a.claim !== undefined) - Number(b.claim !== undefined) || a.place - b.place,
	);
	const waiting = calls.filter(([, { claim }]) => !claim).length;
	if (calls.length === 0)
		return (
			<div
				className={cx("grid justify-items-center gap-2 py-14 text-center text-ink-muted text-sm", className)}
			>
				<Coffee aria-hidden="true" className="size-5" />
				<p className="max-w-64 text-pretty">
					Nobody waits for help. Calls appear here with the lesson and the check that fails, the longest wait
					first.
				</p>
			</div>
		);
	return (
		<div className={cx("grid gap-3", className)}>
			<p className="text-ink-muted text-sm">
				{waiting === 0 ? "Everybody is being helped." : `${many(waiting, "learner")} waiting`}
			</p>
			<ol className="grid gap-2.5">
				{calls.map(([id, call]) => (
					<Call key={id} id={id} call={call} view={view} me={me} onLearner={onLearner} />
				))}
			</ol>
		</div>
	);
}

function Call({
	id,
	call,
	view,
	me,
	onLearner,
}: {
	id: string;
	call: HelpCall;
	view: InstructorView | HelperView;
	me: string;
	onLearner: (learner: string) => void;
}) {
	const { send } = useDesk();
	const now = useHubNow(15_000);
	const name = view.learners[call.learner]?.name ?? "A learner who left";
	const step = view.room.agenda.find(({ lesson }) => lesson === call.lesson);
	const index = step?.checks.findIndex(({ id: check }) => check === call.check) ?? -1;
	const mine = call.claim?.by === me;
	return (
		<li
			aria-label={name}
			className={cx(
				"grid gap-2 rounded-lg border bg-surface p-3.5",
				mine ? "border-accent" : "border-border",
				call.claim && !mine && "opacity-75",
			)}
		>
			<div className="flex flex-wrap items-center gap-x-2 gap-y-1">
				<Hand aria-hidden="true" className="size-4 shrink-0 text-warn" />
				<button
					type="button"
					onClick={() => onLearner(call.learner)}
					className="min-w-0 truncate rounded-sm font-medium text-sm underline-offset-2 hover:underline"
				>
					{name}
				</button>
				<span className="ml-auto text-ink-muted text-xs tabular-nums">{lasting(now - call.askedAt)}</span>
			</div>
			<p className="text-[0.8125rem] text-ink-muted leading-snug">
				{step?.title ?? call.lesson}
				{step && index >= 0 && (
					<>
						, check {index + 1}: <span className="text-ink">{step.checks[index]?.title}</span>
					</>
				)}
			</p>
			{call.note !== undefined && (
				<p className="whitespace-pre-wrap border-border-strong border-l-2 pl-3 text-sm [overflow-wrap:anywhere]">
					{call.note}
				</p>
			)}
			<div className="flex flex-wrap items-center gap-2">
				{!call.claim && (
					<Button
						size="sm"
						variant="primary"
						aria-label={`Help ${name}`}
						onClick={() => void send({ type: "help-claim", help: id })}
					>
						I’ll help
					</Button>
				)}
				{call.claim && (
					<Badge tone={mine ? "accent" : "neutral"}>{mine ? "You help" : `${call.claim.name} helps`}</Badge>
				)}
				{mine && (
					<Button
						size="sm"
						aria-label={`Give ${name} back to the queue`}
						onClick={() => void send({ type: "help-unclaim", help: id })}
					>
						Give back
					</Button>
				)}
				{(mine || view.role === "instructor") && (
					<Button
						size="sm"
						variant={mine ? "outline" : "quiet"}
						aria-label={`Close the call of ${name}`}
						onClick={() => void send({ type: "help-close", help: id })}
					>
						{mine ? "Done" : "Close"}
					</Button>
				)}
			</div>
		</li>
	);
}
