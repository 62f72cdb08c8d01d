"use client";

import { STATUS_WORDS } from "@/components/checks/status";
import { StatusIcon } from "@/components/checks/status-icon";
import { useLesson } from "@/components/lesson/lesson-context";
import { useCheckViews } from "./use-check-views";

/** A check by its title, with its mark as it stands now. A click brings its details into sight. */
export function CheckTick({ id }: { id: string }) {
	const { playground, shell } = useLesson();
	const [view] = useCheckViews([id]);
	if (!view) return null;
	const { status, stale, title } = view;
	const content = (
		<>
			<StatusIcon status={status} faded={stale} className="!size-4 mr-1.5 inline-grid align-[-0.2em]" />
			{title}
		</>
	);
	if (playground === null) return <span className="check-tick">{content}</span>;
	return (
		<button type="button" className="check-tick" onClick={() => shell.showCheck(id)}>
			{content}
			<span className="sr-only">
				{" "}
				({STATUS_WORDS[status]}
				{stale ? ", for earlier code" : ""})
			</span>
		</button>
	);
}
