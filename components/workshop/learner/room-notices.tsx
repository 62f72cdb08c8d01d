"use client";

import {
	Footprints,
	KeyRound,
	Megaphone,
	MessageCircleQuestion,
	PartyPopper,
	Presentation,
	Unplug,
} from "lucide-react";
import { useState } from "react";
import { useLesson } from "@/components/lesson/lesson-context";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { LessonContent } from "@/lib/lessons/types";
import type { Playground } from "@/lib/playground/types";
import type { LearnerView } from "@/lib/workshop/contract";
import { ApproachAsked } from "./approach-asked";
import { ApproachesDialog } from "./approaches-dialog";
import { LeaveRoom } from "./leave-room";
import { PollDialog } from "./poll-dialog";
import { useDismissed } from "./use-dismissed";
import { useFollow } from "./use-follow";
import { useRoom, useRoomState } from "./use-room";

/** What the room wants this learner to know or do now, under the bar; nothing takes the focus. */
export function RoomNotices({
	lesson,
	playground,
}: {
	lesson: LessonContent;
	playground: Playground | null;
}) {
	const { view, link } = useRoomState();
	const { membership } = useRoom();
	const { dismissed, dismiss } = useDismissed(membership.code);
	const { offer, accept, decline } = useFollow(lesson.slug, playground);
	if (link.state === "ended")
		return (
			<List>
				<Notice Icon={Unplug} strong actions={<LeaveRoom size="sm" />}>
					{link.message} Your code and progress stay in this browser.
				</Notice>
			</List>
		);
	if (view === null) return null;
	if (view.room.phase === "ended")
		return (
			<List>
				<Notice Icon={PartyPopper} strong actions={<LeaveRoom size="sm" />}>
					The session is over. Your code and progress stay in this browser, and you can go on with every
					lesson.
				</Notice>
			</List>
		);
	const title = (slug: string) => view.room.agenda.find((step) => step.lesson === slug)?.title ?? slug;
	return (
		<List>
			{offer && (
				<Notice
					Icon={Footprints}
					strong
					actions={
						<>
							<Button size="sm" variant="primary" onClick={accept}>
								{offer.place.lesson === lesson.slug ? "Show me" : "Go there"}
							</Button>
							<Button size="sm" variant="quiet" onClick={decline}>
								Stay
							</Button>
						</>
					}
				>
					{offer.place.lesson === lesson.slug ? (
						<>The instructor points to {pointedAt(offer.place)}.</>
					) : (
						<>
							The instructor went on to <strong className="font-medium">{title(offer.place.lesson)}</strong>.
						</>
					)}
				</Notice>
			)}
			<PollNotice view={view} dismissed={dismissed} dismiss={dismiss} />
			{Object.keys(view.me.askedForApproach).map((slug) => (
				<ApproachAsked key={slug} lesson={slug} title={title(slug)} here={slug === lesson.slug} />
			))}
			<ApproachNotice view={view} lesson={lesson} dismissed={dismissed} dismiss={dismiss} />
			<SolutionNotice view={view} lesson={lesson} dismissed={dismissed} dismiss={dismiss} />
			{Object.entries(view.announcements)
				.filter(([id]) => !dismissed.has(id))
				.sort(([, a], [, b]) => b.at - a.at)
				.slice(0, 2)
				.map(([id, { text }]) => (
					<Notice key={id} Icon={Megaphone} onDismiss={() => dismiss(id)}>
						<span className="sr-only">Announcement: </span>
						<span className="whitespace-pre-wrap">{text}</span>
					</Notice>
				))}
		</List>
	);
}

function List({ children }: { children: React.ReactNode }) {
	return (
		<section aria-label="From the room" className="max-h-[40dvh] shrink-0 overflow-y-auto bg-surface">
			<ul aria-label="From the room" className="border-border not-empty:border-b">
				{children}
			</ul>
		</section>
	);
}

function pointedAt({ path, line, check }: { path?: string; line?: number; check?: string }): string {
	if (path !== undefined) return line === undefined ? path : `line ${line} of ${path}`;
	return check === undefined ? "this lesson" : "a check";
}

interface NoticeProps {
	view: LearnerView;
	dismissed: ReadonlySet<string>;
	dismiss: (id: string) => void;
}

function PollNotice({ view: { poll }, dismissed, dismiss }: NoticeProps) {
	const [open, setOpen] = useState(false);
	if (!poll) return null;
	const voted = poll.vote !== undefined;
	const { words, button, strong } = {
		open: voted
			? {
					words: "Your vote is in. You may change it until voting is closed.",
					button: "Change it",
					strong: false,
				}
			: {
					words:
						poll.round === 2
							? "The same question again: vote a second time."
							: "The instructor asks a question.",
					button: "Answer",
					strong: true,
				},
		closed: {
			words: "Voting is closed. The results come when the instructor shows them.",
			button: "The question",
			strong: false,
		},
		revealed: { words: "The results of the question are shown.", button: "See the results", strong: true },
	}[poll.phase];
	const id = `${poll.id}:revealed`;
	const away = poll.phase === "revealed" && dismissed.has(id);
	return (
		<>
			{!away && (
				<Notice
					Icon={MessageCircleQuestion}
					strong={strong}
					{...(poll.phase === "revealed" && { onDismiss: () => dismiss(id) })}
					actions={
						<Button size="sm" variant={strong ? "primary" : "outline"} onClick={() => setOpen(true)}>
							{button}
						</Button>
					}
				>
					{words}
				</Notice>
			)}
			<PollDialog poll={poll} open={open} onOpenChange={setOpen} />
		</>
	);
}

function ApproachNotice({ view, lesson, dismissed, dismiss }: NoticeProps & { lesson: LessonContent }) {
	const [open, setOpen] = useState(false);
	const ids = Object.keys(view.approaches);
	const fresh = ids.filter((id) => !dismissed.has(id));
	const mine = view.me.onShow[lesson.slug] === true;
	if (ids.length === 0) return null;
	return (
		<>
			{fresh.length > 0 && (
				<Notice
					Icon={Presentation}
					onDismiss={() => {
						for (const id of fresh) dismiss(id);
					}}
					actions={
						<Button size="sm" onClick={() => setOpen(true)}>
							Look
						</Button>
					}
				>
					{mine
						? "Your approach to this lesson is being shown to the room."
						: fresh.length === 1
							? "Somebody’s approach is shown to the room."
							: `${fresh.length} approaches are shown to the room.`}
				</Notice>
			)}
			<ApproachesDialog approaches={view.approaches} view={view} open={open} onOpenChange={setOpen} />
		</>
	);
}

function SolutionNotice({ view, lesson, dismissed, dismiss }: NoticeProps & { lesson: LessonContent }) {
	const { shell } = useLesson();
	const id = `solution:${lesson.slug}`;
	if (view.released[lesson.slug] !== true || dismissed.has(id)) return null;
	return (
		<Notice
			Icon={KeyRound}
			onDismiss={() => dismiss(id)}
			actions={
				<Button
					size="sm"
					onClick={() => {
						shell.store.getState().editor?.showSolution();
						dismiss(id);
					}}
				>
					Show it
				</Button>
			}
		>
			The solution of this lesson is released.
		</Notice>
	);
}
