"use client";

import type { InstructorView } from "@/lib/workshop/contract";
import { ApproachActions } from "../learner/approach-actions";
import { PanelSection } from "../panel-section";

/** Learners who agreed to show their approach, and those whose approach is on show. Nothing where there are none. */
export function ApproachList({ view }: { view: InstructorView }) {
	const entries = Object.entries(view.learners).flatMap(([id, row]) =>
		Object.entries(row.approach)
			.filter(([, answer]) => answer === "agreed")
			.map(([lesson]) => ({ id, row, lesson })),
	);
	if (entries.length === 0) return null;
	return (
		<PanelSection title="Approaches">
			<ul className="grid gap-2.5">
				{entries.map(({ id, row, lesson }) => (
					<li key={`${id}/${lesson}`} className="flex flex-wrap items-center justify-between gap-2">
						<span className="min-w-0 text-sm">
							<span className="block truncate font-medium">{row.name}</span>
							<span className="block truncate text-ink-muted text-xs">
								{view.room.agenda.find((step) => step.lesson === lesson)?.title ?? lesson}
							</span>
						</span>
						<ApproachActions id={id} row={row} lesson={lesson} view={view} />
					</li>
				))}
			</ul>
		</PanelSection>
	);
}
