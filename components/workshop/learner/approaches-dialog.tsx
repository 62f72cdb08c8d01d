"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Spinner } from "@/components/ui/spinner";
import { ChangedFilesView } from "@/components/workshop/code/changed-files";
import { readApproach } from "@/lib/workshop/client/requests";
import type { Approach, LearnerView } from "@/lib/workshop/contract";
import { useRoom } from "./use-room";

/** Approaches on show, one file at a time, beside the lesson's starter. */
export function ApproachesDialog({
	approaches,
	view,
	open,
	onOpenChange,
}: {
	approaches: LearnerView["approaches"];
	view: LearnerView;
	open: boolean;
	onOpenChange: (open: boolean) => void;
}) {
	const ids = Object.keys(approaches).sort((a, b) => approaches[b]!.at - approaches[a]!.at);
	const [chosen, setChosen] = useState<string | null>(null);
	const id = chosen !== null && ids.includes(chosen) ? chosen : ids[0];
	const approach = id === undefined ? undefined : approaches[id];
	const title = (slug: string) => view.room.agenda.find((step) => step.lesson === slug)?.title ?? slug;
	return (
		<Dialog open={open} onOpenChange={onOpenChange}>
			<DialogContent
				wide
				title={approach ? `An approach to “${title(approach.lesson)}”` : "No approach is on show"}
				description={
					approach
						? `${approach.name === undefined ? "By somebody in the room" : `By ${approach.name}`}. The starter on the left (or in red), the approach on the right (or in green).`
						: "The instructor has put it away."
				}
			>
				{ids.length > 1 && (
					<ul aria-label="Approaches" className="mb-3 flex flex-wrap gap-1.5">
						{ids.map((each, index) => (
							<li key={each}>
								<Button
									size="sm"
									variant={each === id ? "primary" : "outline"}
									aria-current={each === id}
									onClick={() => setChosen(each)}
								>
									{approaches[each]!.name ?? `Approach ${ids.length - index}`}
								</Button>
							</li>
						))}
					</ul>
				)}
				{open && id !== undefined && <Files key={id} id={id} />}
			</DialogContent>
		</Dialog>
	);
}

type State =
	| { state: "loading" }
	| { state: "ready"; approach: Approach }
	| { state: "failed"; message: string };

function Files({ id }: { id: string }) {
	const { membership } = useRoom();
	const [state, setState] = useState<State>({ state: "loading" });
	useEffect(() => {
		const controller = new AbortController();
		readApproach(membership, id, { signal: controller.signal }).then(
			(approach) => setState({ state: "ready", approach }),
			(error: unknown) => {
				if (controller.signal.aborted) return;
				setState({ state: "failed", message: error instanceof Error ? error.message : String(error) });
			},
		);
		return () => controller.abort();
	}, [membership, id]);
	if (state.state === "loading")
		return (
			<p className="flex items-center gap-2 py-8 text-ink-muted text-sm">
				<Spinner /> Fetching the files
			</p>
		);
	if (state.state === "failed")
		return (
			<p role="alert" className="py-8 text-sm">
				{state.message}
			</p>
		);
	const { lesson, files } = state.approach;
	return <ChangedFilesView lesson={lesson} files={files} className="h-[min(60dvh,34rem)]" />;
}
