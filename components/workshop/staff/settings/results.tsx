"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Tick } from "@/components/ui/field";
import { saveFile } from "@/components/ui/save-file";
import { toast } from "@/components/ui/toaster";
import { readResults } from "@/lib/workshop/client/requests";
import type { ResultsFormat, RoomHead } from "@/lib/workshop/contract";
import { fileName } from "../../words";
import { useDesk } from "../desk";

const FORMATS: Record<ResultsFormat, { words: string; type: string; extension: string }> = {
	report: { words: "Report", type: "text/markdown", extension: "md" },
	csv: { words: "CSV", type: "text/csv", extension: "csv" },
	json: { words: "JSON", type: "application/json", extension: "json" },
};

/** The results as files, with or without names. */
export function Results({ room }: { room: RoomHead }) {
	const { pass } = useDesk();
	const [names, setNames] = useState(false);
	const [busy, setBusy] = useState<ResultsFormat | null>(null);
	const download = async (format: ResultsFormat) => {
		if (busy !== null) return;
		setBusy(format);
		try {
			const { type, extension } = FORMATS[format];
			const text = await readResults(pass, format, names);
			const without = names ? "" : "-without-names";
			saveFile(`${fileName(room.title)}-${room.code}${without}.${extension}`, type, text);
		} catch (error) {
			toast.error(error instanceof Error ? error.message : String(error));
		}
		setBusy(null);
	};
	return (
		<div className="grid gap-3">
			<p className="text-pretty text-ink-muted text-sm">
				The report tells the hardest checks, median times and hints that did not help; CSV and JSON hold every
				learner and check.
			</p>
			<Tick checked={names} onChange={({ target }) => setNames(target.checked)}>
				With names
			</Tick>
			<div className="flex flex-wrap gap-2">
				{(Object.keys(FORMATS) as ResultsFormat[]).map((format) => (
					<Button
						key={format}
						size="sm"
						aria-label={`Download: ${FORMATS[format].words}`}
						aria-disabled={busy !== null}
						onClick={() => void download(format)}
					>
						<Download aria-hidden="true" />
						{FORMATS[format].words}
					</Button>
				))}
			</div>
		</div>
	);
}
