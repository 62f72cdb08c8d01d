"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import { cx } from "@/components/ui/cx";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Select } from "@/components/ui/field";
import type { HelperView } from "@/lib/workshop/contract";
import { many } from "../words";
import { useRoom } from "./desk";
import { HelpQueue } from "./help-queue";
import { TimerFace } from "./lead/timer";
import { LearnerCode } from "./learner/learner-code";
import { LineNotice, NoView, RoomBar } from "./room-frame";

/** A helper's place: the queue, and the code of learners who agreed. */
export function HelperRoom() {
	const { view, link, retry } = useRoom("helper");
	const [learner, setLearner] = useState<string | null>(null);
	if (view === null) return <NoView link={link} retry={retry} />;
	return (
		<div className="flex min-h-dvh flex-col">
			<RoomBar title={view.room.title}>
				{view.timer && <TimerFace timer={view.timer} className="font-medium text-sm" />}
				<p className="text-ink-muted text-sm">{view.me.name}, helping</p>
				{view.room.phase === "ended" && <Badge tone="blocked">Ended</Badge>}
				<CopyButton
					variant="quiet"
					text={`${window.location.origin}/join/${view.room.code}`}
					label="Copy the link for learners"
					words="Link"
				/>
			</RoomBar>
			<LineNotice link={link} retry={retry} />
			<main className="mx-auto grid w-full max-w-5xl items-start gap-x-10 gap-y-8 px-5 py-6 sm:px-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
				<section aria-labelledby="queue">
					<h2 id="queue" className="mb-3 font-semibold text-lg tracking-tight">
						Help queue
					</h2>
					<HelpQueue view={view} me={view.me.id} onLearner={setLearner} />
				</section>
				<LearnerList view={view} onLearner={setLearner} />
			</main>
			<CodeDialog view={view} learner={learner} onClose={() => setLearner(null)} />
		</div>
	);
}

function LearnerList({ view, onLearner }: { view: HelperView; onLearner: (learner: string) => void }) {
	const learners = Object.entries(view.learners).sort(([, a], [, b]) =>
		a.name.localeCompare(b.name, "en", { numeric: true }),
	);
	return (
		<section aria-labelledby="learners">
			<h2 id="learners" className="mb-3 font-semibold text-lg tracking-tight">
				{many(learners.length, "learner")}
			</h2>
			{learners.length === 0 && <p className="text-ink-muted text-sm">Nobody has joined yet.</p>}
			<ul className="grid gap-0.5">
				{learners.map(([id, { name, connected, readable, lesson }]) => (
					<li key={id} className="[content-visibility:auto]">
						<button
							type="button"
							onClick={() => onLearner(id)}
							className="-mx-2 flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-left text-sm hover:bg-surface-2 focus-visible:-outline-offset-2"
						>
							<span
								aria-hidden="true"
								className={cx(
									"size-1.5 shrink-0 rounded-full",
									connected ? "bg-pass" : "border border-border-strong",
								)}
							/>
							<span className="min-w-0 flex-1">
								<span className="block truncate font-medium">{name}</span>
								<span className="block truncate text-ink-muted text-xs">
									{!connected && "away · "}
									{view.room.agenda.find((step) => step.lesson === lesson)?.title ?? "no lesson open"}
								</span>
							</span>
							{readable && <Badge>Code</Badge>}
						</button>
					</li>
				))}
			</ul>
		</section>
	);
}

function CodeDialog({
	view,
	learner,
	onClose,
}: {
	view: HelperView;
	learner: string | null;
	onClose: () => void;
}) {
	const card = learner === null ? undefined : view.learners[learner];
	return (
		<Dialog open={card !== undefined} onOpenChange={(open) => !open && onClose()}>
			{learner !== null && card && (
				<DialogContent title={card.name} wide>
					<CodeOf key={learner} id={learner} card={card} view={view} />
				</DialogContent>
			)}
		</Dialog>
	);
}

function CodeOf({ id, card, view }: { id: string; card: HelperView["learners"][string]; view: HelperView }) {
	const call = Object.values(view.help).find(({ learner }) => learner === id);
	const [chosen, setChosen] = useState<string | null>(null);
	const lesson = chosen ?? call?.lesson ?? card.lesson;
	const step = view.room.agenda.find((each) => each.lesson === lesson) ?? view.room.agenda[0];
	if (!step) return null;
	return (
		<div className="grid grid-cols-1 gap-4">
			<Select
				aria-label="Lesson"
				className="max-w-full justify-self-start"
				value={step.lesson}
				onChange={({ target }) => setChosen(target.value)}
			>
				{view.room.agenda.map((each, index) => (
					<option key={each.lesson} value={each.lesson}>
						{index + 1}. {each.title}
					</option>
				))}
			</Select>
			{call?.note !== undefined && (
				<p className="whitespace-pre-wrap border-border-strong border-l-2 pl-3 text-sm [overflow-wrap:anywhere]">
					{call.note}
				</p>
			)}
			<LearnerCode
				learner={id}
				name={card.name}
				step={step}
				readable={card.readable}
				number={card.code[step.lesson]}
			/>
		</div>
	);
}
