"use client";

import { Timer } from "lucide-react";
import { cx } from "@/components/ui/cx";
import { countdown } from "@/components/workshop/words";
import type { LearnerView } from "@/lib/workshop/contract";
import { useHubNow } from "./use-room";

/** Counts down by the hub's clock, the same for everyone. */
export function RoomTimer({ timer }: { timer: NonNullable<LearnerView["timer"]> }) {
	const left = timer.endsAt - useHubNow(1_000);
	const over = left <= 0;
	return (
		<span
			role="timer"
			aria-label={timer.label ?? "Timer"}
			className={cx(
				"flex min-w-0 shrink items-center gap-1.5 rounded-md px-1.5 max-sm:shrink-0",
				over ? "font-medium text-warn" : left < 60_000 ? "text-warn" : "text-ink-muted",
			)}
		>
			<Timer aria-hidden="true" className="size-4 shrink-0 max-[30rem]:hidden" />
			{timer.label && <span className="truncate max-lg:hidden">{timer.label}</span>}
			<span className="shrink-0 tabular-nums">{over ? "Time is up" : countdown(left)}</span>
		</span>
	);
}
