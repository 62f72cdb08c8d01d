"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Select } from "@/components/ui/field";
import type { BoardRow, InstructorView } from "@/lib/workshop/contract";
import { lasting } from "../../words";
import { useHubNow } from "../desk";
import { ApproachActions } from "./approach-actions";
import { CheckTable } from "./check-table";
import { LearnerActions } from "./learner-actions";
import { LearnerCode } from "./learner-code";

/** Everything about one learner, over the board. */
export function LearnerDetails({
	view,
	learner,
	onClose,
}: {
	view: InstructorView;
	learner: string | null;
	onClose: () => void;
}) {
	const row = learner === null ? undefined : view.learners[learner];
	return (
		<Dialog open={row !== undefined} onOpenChange={(open) => !open && onClose()}>
			{learner !== null && row && (
				<DialogContent title={row.name} wide>
					<Details key={learner} id={learner} row={row} view={view} onClose={onClose} />
				</DialogContent>
			)}
		</Dialog>
	);
}

function Details({
	id,
	row,
	view,
	onClose,
}: {
	id: string;
	row: BoardRow;
	view: InstructorView;
	onClose: () => void;
}) {
	const { agenda } = view.room;
	const [chosen, setChosen] = useState<string | null>(null);
	const lesson = chosen ?? row.lesson;
	const step = agenda.find((each) => each.lesson === lesson) ?? agenda[0];
	if (!step) return null;
	return (
		<div className="grid grid-cols-1 gap-6">
			<div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
				<Facts row={row} view={view} />
				<LearnerActions id={id} row={row} onGone={onClose} />
			</div>
			<section aria-label="Progress" className="grid grid-cols-1 gap-3">
				<div className="flex flex-wrap items-center gap-3">
					<Select
						aria-label="Lesson"
						className="min-w-0 max-w-full"
						value={step.lesson}
						onChange={({ target }) => setChosen(target.value)}
					>
						{agenda.map(({ lesson: slug, title }, index) => (
							<option key={slug} value={slug}>
								{index + 1}. {title}
								{slug === row.lesson ? " (open now)" : row.lessons[slug] ? "" : " (not opened)"}
							</option>
						))}
					</Select>
					<LessonFacts cell={row.lessons[step.lesson]} />
				</div>
				<CheckTable step={step} cell={row.lessons[step.lesson]} />
			</section>
			<section aria-label="Code" className="grid grid-cols-1 gap-3">
				<div className="flex flex-wrap items-center justify-between gap-3">
					<h3 className="font-semibold text-sm">Code</h3>
					<ApproachActions id={id} row={row} lesson={step.lesson} view={view} />
				</div>
				<LearnerCode
					learner={id}
					name={row.name}
					step={step}
					readable={row.readable}
					number={row.code[step.lesson]}
				/>
			</section>
		</div>
	);
}

function Facts({ row, view }: { row: BoardRow; view: InstructorView }) {
	const now = useHubNow(15_000);
	const late = view.room.agenda.find(({ lesson }) => lesson === row.joinedIn);
	return (
		<p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-muted text-sm">
			<Badge tone={row.connected ? "pass" : "neutral"}>
				{row.connected ? "Here" : `Away, last seen ${ago(now - row.lastAt)}`}
			</Badge>
			<span>{row.following ? "Follows you" : "Goes their own way"}</span>
			{row.sandbox !== undefined && <span>Sandbox {row.sandbox}</span>}
			<span>{row.editedAt === undefined ? "No edit yet" : `Last edit ${ago(now - row.editedAt)}`}</span>
			{late && <span>Joined at “{late.title}”</span>}
		</p>
	);
}

function ago(ms: number): string {
	const words = lasting(ms);
	return words === "just now" ? words : `${words} ago`;
}

function LessonFacts({ cell }: { cell: BoardRow["lessons"][string] | undefined }) {
	if (!cell) return null;
	return (
		<span className="flex flex-wrap gap-2">
			{cell.completedAt !== undefined && <Badge tone="pass">Completed</Badge>}
			{cell.solutionApplied ? (
				<Badge tone="warn">Took over the solution</Badge>
			) : (
				cell.solutionViewed && <Badge tone="warn">Looked at the solution</Badge>
			)}
		</span>
	);
}
