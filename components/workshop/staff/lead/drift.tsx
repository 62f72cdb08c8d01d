"use client";

import { Badge } from "@/components/ui/badge";
import type { InstructorView } from "@/lib/workshop/contract";
import { reachedTimes, scheduleOf } from "@/lib/workshop/staff/schedule";
import { driftWords } from "../../words";
import { useHubNow } from "../desk";

/** How the session stands against its agenda, and when it will end. Nothing before it began. */
export function Drift({ view }: { view: InstructorView }) {
	const now = useHubNow(15_000);
	const { drift, endsAt } = scheduleOf(view.room.agenda, reachedTimes(view), view.lead?.place.lesson, now);
	if (drift === null || endsAt === null) return null;
	const late = drift >= 60_000;
	return (
		<p className="flex items-center gap-2 text-ink-muted text-xs tabular-nums">
			<Badge tone={late ? "warn" : "pass"}>{driftWords(drift)}</Badge>
			ends about {new Date(endsAt).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })}
		</p>
	);
}
