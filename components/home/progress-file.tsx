"use client";

import { Download, Upload } from "lucide-react";
import { type ChangeEvent, useRef } from "react";
import { useProgress } from "@/components/progress/use-progress";
import { Button } from "@/components/ui/button";
import { saveFile } from "@/components/ui/save-file";
import { toast } from "@/components/ui/toaster";
import { progressKeeper } from "@/lib/progress/store";

/** Where progress is kept, and how to carry it elsewhere. */
export function ProgressFile() {
	const { state } = useProgress();
	const input = useRef<HTMLInputElement>(null);
	const exportFile = async () => {
		const text = await progressKeeper().exportText();
		saveFile(
			`server-actions-progress-${new Date().toISOString().slice(0, 10)}.json`,
			"application/json",
			text,
		);
	};
	const importFile = async ({ target }: ChangeEvent<HTMLInputElement>) => {
		const file = target.files?.[0];
		if (!file) return;
		const outcome = await progressKeeper().importText(await file.text());
		// The same file can be chosen again.
		target.value = "";
		if (!outcome.ok) toast.error("Nothing was imported", { description: outcome.reason });
		else if (outcome.added === 0) toast("Everything in this file was here already.");
		else toast.success(`Imported ${outcome.added} ${outcome.added === 1 ? "event" : "events"}.`);
	};
	return (
		<div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 text-ink-muted text-sm">
			<p className="max-w-md text-pretty">
				{state === "unsaved"
					? "This browser keeps nothing for this page (a private window, or no space left): your progress lasts until you close it. Export it to keep it."
					: "Your progress is kept in this browser and goes nowhere else. Take it along as a file."}
			</p>
			<div className="flex gap-1.5">
				<Button size="sm" onClick={exportFile}>
					<Download aria-hidden="true" />
					Export
				</Button>
				<Button size="sm" onClick={() => input.current?.click()}>
					<Upload aria-hidden="true" />
					Import
				</Button>
				<input
					ref={input}
					type="file"
					accept="application/json,.json"
					aria-label="A progress file"
					hidden
					onChange={importFile}
				/>
			</div>
		</div>
	);
}
