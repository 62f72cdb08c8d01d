"use client";

import { TriangleAlert } from "lucide-react";
import { useStore } from "zustand";
import { machineName } from "@/lib/playground/machine-choice";
import type { MachinePicker } from "@/lib/playground/machine-picker";
import { missingOn, NEED_NAMES } from "@/lib/sandbox/machine-needs";

/** Says why a lesson runs on another machine than others do, or what of it cannot be seen here. */
export function LessonNeeds({ picker }: { picker: MachinePicker }) {
	const { order, avoided, needs } = useStore(picker.store);
	const [used] = order;
	if (!used || (avoided === null && missingOn(used, needs).length === 0)) return null;
	const names = needs.map((need) => NEED_NAMES[need]).join(" and ");
	return (
		<p
			role="status"
			className="flex items-start gap-2 border-border border-b px-3 py-2 text-ink-muted text-xs"
		>
			<TriangleAlert aria-hidden="true" className="mt-px size-3.5 shrink-0 text-broken" />
			{avoided === null
				? `This lesson needs ${names}, which “${machineName(used)}” does not have: parts of its app do not answer here. Read it along, or open the playground on your own computer.`
				: `This lesson needs ${names}, which “${machineName(avoided)}” does not have, so its app runs on “${machineName(used)}”.`}
		</p>
	);
}
