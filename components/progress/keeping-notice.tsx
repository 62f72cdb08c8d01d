"use client";

import { DatabaseBackup, HardDriveDownload } from "lucide-react";
import { useEffect } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { cx } from "@/components/ui/cx";
import { Notice } from "@/components/ui/notice";
import type { Keeping, KeepingNotice as KeepingNews } from "@/lib/keeping/keeping";
import { keeping } from "@/lib/playground/keeping";
import { ExportButton, ImportButton } from "./backup-buttons";
import { count } from "./words";

const NOTHING = createStore<{ notice: KeepingNews | null }>(() => ({ notice: null }));

/** Says once, until it is put away, that the browser has thrown away what was kept, or may begin to. */
export function KeepingNotice({
	framed = false,
	watcher,
}: {
	/** Stands in the page with a frame of its own; else it reaches from edge to edge. */
	framed?: boolean;
	watcher?: Keeping;
}) {
	const browsers = watcher ?? (typeof window === "undefined" ? null : keeping());
	useEffect(() => {
		void browsers?.check();
	}, [browsers]);
	const notice = useStore(browsers?.store ?? NOTHING, (state) => state.notice);
	return (
		<div role="status">
			{notice && browsers && (
				<ul
					className={cx(
						"overflow-hidden border-border bg-surface",
						framed ? "mt-3 rounded-lg border" : "border-b",
					)}
				>
					{notice.kind === "lost" ? (
						<Notice
							Icon={DatabaseBackup}
							strong
							long
							onDismiss={browsers.dismiss}
							actions={<ImportButton label="Import a file" onImported={browsers.dismiss} />}
						>
							<strong className="font-medium">This browser no longer has what was kept here.</strong>{" "}
							<span className="text-ink-muted">
								{goneWords(notice)} Browsers clear a site’s storage when space runs out, or when its data is
								deleted. What you do from now on is kept again. If you once exported a file, import it to get
								back what is in it.
							</span>
						</Notice>
					) : (
						<Notice
							Icon={HardDriveDownload}
							long
							onDismiss={browsers.dismiss}
							actions={<ExportButton label="Export a file" />}
						>
							<strong className="font-medium">This browser’s storage is almost full.</strong>{" "}
							<span className="text-ink-muted">
								Your files and your progress are still kept, but the browser may clear them without asking.
								Export a file, or free some space.
							</span>
						</Notice>
					)}
				</ul>
			)}
		</div>
	);
}

function goneWords({ lessons, progress, at }: Extract<KeepingNews, { kind: "lost" }>): string {
	const gone = [
		...(lessons > 0 ? [`your files of ${count(lessons, "lesson")}`] : []),
		...(progress ? ["your progress"] : []),
	];
	const when = new Intl.DateTimeFormat(undefined, { dateStyle: "long" }).format(at);
	return `Gone: ${gone.join(" and ")}, last kept on ${when}.`;
}
