"use client";

import { CircleAlert } from "lucide-react";
import { useState } from "react";
import { useStore } from "zustand";
import { ExportButton } from "@/components/progress/backup-buttons";
import { Notice } from "@/components/ui/notice";
import type { Workspace } from "@/lib/workspace";

/** While the browser does not keep the edits: why, and a way to take them along. Put away once for each reason. */
export function UnsavedNotice({ workspace }: { workspace: Workspace }) {
	const reason = useStore(workspace.store, ({ save }) => (save.state === "unsaved" ? save.reason : null));
	const [dismissed, setDismissed] = useState<string | null>(null);
	if (reason === null || reason === dismissed) return null;
	return (
		<ul className="border-border border-b">
			<Notice
				Icon={CircleAlert}
				long
				onDismiss={() => setDismissed(reason)}
				actions={<ExportButton open={workspace.record} label="Export a file" />}
			>
				<span className="text-warn">{reason}</span>
			</Notice>
		</ul>
	);
}
