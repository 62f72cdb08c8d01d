"use client";

import { Download, Upload } from "lucide-react";
import { type ChangeEvent, useRef } from "react";
import { Button } from "@/components/ui/button";
import { saveFile } from "@/components/ui/save-file";
import { toast } from "@/components/ui/toaster";
import type { WorkspaceRecord } from "@/lib/workspace";
import { importedWords } from "./words";

/** Loaded when it is needed: it knows every lesson's files. */
const loadBackup = async () => (await import("@/lib/playground/backup")).backup();

/** Gives the learner a file with everything this browser keeps of them. */
export function ExportButton({
	open,
	label = "Export",
}: {
	/** The workspace on this page, which counts also where the browser keeps nothing. */
	open?: () => WorkspaceRecord;
	label?: string;
}) {
	const exportFile = async () => {
		const text = await (await loadBackup()).exportText(open ? [open()] : []);
		const day = new Date().toISOString().slice(0, 10);
		saveFile(`server-actions-progress-${day}.json`, "application/json", text);
	};
	return (
		<Button size="sm" onClick={exportFile}>
			<Download aria-hidden="true" />
			{label}
		</Button>
	);
}

/** Takes such a file in, and says what came of it. */
export function ImportButton({ label = "Import", onImported }: { label?: string; onImported?: () => void }) {
	const input = useRef<HTMLInputElement>(null);
	const importFile = async ({ target }: ChangeEvent<HTMLInputElement>) => {
		const file = target.files?.[0];
		if (!file) return;
		const outcome = await (await loadBackup()).importText(await file.text());
		// The same file can be chosen again.
		target.value = "";
		if (!outcome.ok) {
			toast.error("The file was not imported", { description: outcome.reason });
			return;
		}
		toast(importedWords(outcome));
		onImported?.();
	};
	return (
		<>
			<Button size="sm" onClick={() => input.current?.click()}>
				<Upload aria-hidden="true" />
				{label}
			</Button>
			<input
				ref={input}
				type="file"
				accept="application/json,.json"
				aria-label="A progress file"
				hidden
				onChange={importFile}
			/>
		</>
	);
}
