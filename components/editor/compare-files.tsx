"use client";

import { useTheme } from "next-themes";
import { useState } from "react";
import { cx } from "@/components/ui/cx";
import { DiffView } from "./diff-view";
import { FileChoice } from "./file-choice";

export interface ComparedFile {
	path: string;
	/** `null`: there is no such file on this side. */
	before: string | null;
	after: string | null;
	note: string | null;
}

/** Files of two states that differ, one at a time. Read-only. */
export function CompareFiles({
	files,
	labels,
	className,
}: {
	/** At least one. */
	files: readonly ComparedFile[];
	/** Whose each side is, for screen readers. */
	labels: { before: string; after: string };
	/** Gives the height. */
	className: string;
}) {
	const { resolvedTheme } = useTheme();
	const [chosen, setChosen] = useState<string | null>(null);
	const file = files.find(({ path }) => path === chosen) ?? files[0];
	if (file === undefined) return null;
	return (
		<div className={cx("flex min-h-0 flex-col overflow-hidden rounded-lg border border-border", className)}>
			<FileChoice files={files} chosen={file.path} onChoose={setChosen} />
			<div className="min-h-0 flex-1">
				<DiffView
					path={file.path}
					before={file.before ?? ""}
					after={file.after ?? ""}
					theme={resolvedTheme === "dark" ? "dark" : "light"}
					labels={labels}
				/>
			</div>
		</div>
	);
}
