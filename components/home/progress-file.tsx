"use client";

import { ExportButton, ImportButton } from "@/components/progress/backup-buttons";
import { useProgress } from "@/components/progress/use-progress";

/** Where progress is kept, and how to carry it elsewhere. */
export function ProgressFile() {
	const { state } = useProgress();
	return (
		<div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 text-ink-muted text-sm">
			<p className="max-w-md text-pretty">
				{state === "unsaved"
					? "This browser keeps nothing for this page (a private window, or no space left): your progress lasts until you close it. Export it to keep it."
					: "Your progress and your files are kept in this browser and go nowhere else. Take them along as a file."}
			</p>
			<div className="flex gap-1.5">
				<ExportButton />
				<ImportButton />
			</div>
		</div>
	);
}
