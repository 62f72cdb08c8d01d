"use client";

import { ChevronDown, Users } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { LessonContent } from "@/lib/lessons/types";
import type { LearnerView } from "@/lib/workshop/contract";
import { CodeConsent } from "./code-consent";
import { FollowSwitch } from "./follow-switch";
import { HelpButton } from "./help-button";
import { LeaveRoom } from "./leave-room";
import { RoomTimer } from "./room-timer";
import { SentState } from "./sent-state";
import { useRoom, useRoomState } from "./use-room";

/** One slim line under a lesson's header: where the room is, and how this learner stands to it. */
export function RoomBar({ lesson, tooLarge }: { lesson: LessonContent; tooLarge: boolean }) {
	const { view } = useRoomState();
	const ended = view?.room.phase === "ended";
	return (
		<section
			aria-label="Workshop room"
			className="flex h-11 shrink-0 items-center gap-1.5 border-border border-b bg-accent/[0.06] px-2 text-[0.8125rem] sm:gap-2.5 sm:px-3"
		>
			<RoomDetails />
			{view && !ended && <Whereabouts view={view} lesson={lesson.slug} />}
			{ended && <Badge>Over</Badge>}
			<span className="min-w-0 flex-1" />
			{view?.timer && <RoomTimer timer={view.timer} />}
			{view && !ended && (
				<>
					<FollowSwitch following={view.me.following} />
					<CodeConsent view={view} lesson={lesson.slug} tooLarge={tooLarge} />
				</>
			)}
			<SentState />
			{view && !ended && <HelpButton help={view.help ?? null} />}
		</section>
	);
}

/** Where the leader is, when this page is elsewhere. */
function Whereabouts({ view, lesson }: { view: LearnerView; lesson: string }) {
	const place = view.lead?.place.lesson;
	if (place === undefined)
		return <span className="truncate text-ink-muted max-lg:hidden">Not started yet</span>;
	if (place === lesson)
		return <span className="truncate text-ink-muted max-lg:hidden">You are with the room</span>;
	const title = view.room.agenda.find((step) => step.lesson === place)?.title ?? place;
	return (
		<span className="flex min-w-0 items-baseline gap-1.5 text-ink-muted max-sm:hidden">
			<span className="shrink-0 max-lg:sr-only">The room is at</span>
			<Link href={`/lessons/${place}`} className="truncate text-accent underline-offset-2 hover:underline">
				{title}
			</Link>
		</span>
	);
}

function RoomDetails() {
	const { membership } = useRoom();
	const { view, link } = useRoomState();
	const title = view?.room.title ?? (membership.title || "Workshop");
	const announcements = Object.entries(view?.announcements ?? {}).sort(([, a], [, b]) => b.at - a.at);
	return (
		<Popover>
			<PopoverTrigger className="flex h-8 min-w-0 items-center gap-1.5 rounded-md px-1.5 font-medium hover:bg-surface-2">
				<Users aria-hidden="true" className="size-4 shrink-0 text-accent" />
				<span className="min-w-8 truncate">{title}</span>
				<span className="sr-only">: the room</span>
				<ChevronDown aria-hidden="true" className="size-3.5 shrink-0 text-ink-muted" />
			</PopoverTrigger>
			<PopoverContent align="start" aria-label="The room" className="!w-[min(24rem,calc(100vw-1.5rem))] p-4">
				<p className="font-semibold text-base [overflow-wrap:anywhere]">{title}</p>
				<p className="mt-0.5 text-ink-muted text-sm [overflow-wrap:anywhere]">
					You are here as <span className="font-medium text-ink">{view?.me.name ?? membership.name}</span>.
					Room <span className="font-mono">{membership.code}</span>.
				</p>
				<h2 className="eyebrow mt-4 mb-1.5">Announcements</h2>
				{announcements.length === 0 ? (
					<p className="text-ink-muted text-sm">None so far.</p>
				) : (
					<ul className="grid gap-2.5">
						{announcements.map(([id, { at, text }]) => (
							<li key={id} className="border-accent/50 border-l-2 pl-3 text-sm">
								<p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</p>
								<time className="text-ink-muted text-xs" dateTime={new Date(at).toISOString()}>
									{new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })}
								</time>
							</li>
						))}
					</ul>
				)}
				<div className="mt-4 border-border border-t pt-3.5">
					{link.state === "ended" && <p className="mb-2.5 text-sm">{link.message}</p>}
					<LeaveRoom size="sm" />
				</div>
			</PopoverContent>
		</Popover>
	);
}
