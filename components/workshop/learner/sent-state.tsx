"use client";

import { CircleCheck, CloudOff, Loader, TriangleAlert, Upload } from "lucide-react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { many } from "@/components/workshop/words";
import type { LearnerRoomState } from "@/lib/workshop/client/learner-room";
import { useRoom, useRoomState } from "./use-room";

type Tone = "quiet" | "busy" | "warn";

interface Shown {
	words: string;
	meaning: string;
	tone: Tone;
	Icon: typeof CircleCheck;
}

/** Whether what was done has reached the room. */
export function sentWords({ link, outbox, view }: LearnerRoomState): Shown {
	const { waiting, kept, state, problem } = outbox;
	if (link.state === "ended")
		return {
			words: "Disconnected",
			meaning: `${link.message} Your code and progress stay in this browser.`,
			tone: "warn",
			Icon: TriangleAlert,
		};
	if (state === "stopped" || view?.room.phase === "ended")
		return {
			words: "Not sending",
			meaning: `${problem ?? "The session is over; nothing is sent any more."} Your code and progress stay in this browser.`,
			tone: "quiet",
			Icon: CloudOff,
		};
	const things = many(waiting, "thing");
	const safe =
		kept === "browser"
			? "They are safe in this browser, also when you close it."
			: "This browser keeps nothing for good: leave this page open until they are sent.";
	if (waiting > 0 && (link.state !== "live" || state === "later"))
		return {
			words: `Saved here (${waiting})`,
			meaning: `${things} you did could not be sent yet. ${safe} They are sent by themselves when the room answers again.`,
			tone: "warn",
			Icon: CloudOff,
		};
	if (link.state === "offline")
		return {
			words: "Offline",
			meaning: "The room does not answer at the moment. Go on: what you do is saved here and sent later.",
			tone: "warn",
			Icon: CloudOff,
		};
	if (link.state === "connecting")
		return { words: "Connecting", meaning: "Looking for the room.", tone: "busy", Icon: Loader };
	if (waiting > 0)
		return { words: "Sending", meaning: `${things} on the way. ${safe}`, tone: "busy", Icon: Upload };
	return { words: "Sent", meaning: "The room has everything you did.", tone: "quiet", Icon: CircleCheck };
}

export function SentState() {
	const room = useRoom();
	const state = useRoomState();
	const { words, meaning, tone, Icon } = sentWords(state);
	const canRetry = state.link.state === "offline" || state.outbox.state === "later";
	return (
		<Popover>
			<PopoverTrigger
				data-sent={words === "Sent"}
				className={cx(
					"flex h-8 shrink-0 items-center gap-1.5 rounded-md px-1.5 text-xs hover:bg-surface-2",
					tone === "warn" ? "font-medium text-warn" : "text-ink-muted",
				)}
			>
				<Icon aria-hidden="true" className={cx("size-4 shrink-0", tone === "busy" && "animate-breathe")} />
				<span className={cx("tabular-nums", tone === "warn" ? "max-[26rem]:sr-only" : "max-sm:sr-only")}>
					{words}
				</span>
			</PopoverTrigger>
			<PopoverContent align="end" aria-label="What was sent" className="!w-72 p-3.5 text-sm leading-snug">
				<p className="font-medium">{words}</p>
				<p className="mt-1 text-ink-muted">{meaning}</p>
				{canRetry && (
					<Button size="sm" className="mt-3" onClick={() => room.retry()}>
						Try now
					</Button>
				)}
			</PopoverContent>
		</Popover>
	);
}
