"use client";

import { useEffect, useState } from "react";
import { readApproach } from "@/lib/workshop/client/requests";
import type { Approach, ProjectorView, RoomHead } from "@/lib/workshop/contract";
import { ChangedFilesView } from "../code/changed-files";
import { useDesk } from "../staff/desk";

type State =
	| { state: "loading" }
	| { state: "shown"; approach: Approach }
	| { state: "failed"; message: string };

/** A learner's approach, shown with their consent; with their name only where they agreed to that too. */
export function ProjectedApproach({
	id,
	approach: { lesson, name },
	room,
}: {
	id: string;
	approach: ProjectorView["approaches"][string];
	room: RoomHead;
}) {
	const { pass } = useDesk();
	const [state, setState] = useState<State>({ state: "loading" });
	useEffect(() => {
		const controller = new AbortController();
		const { signal } = controller;
		setState({ state: "loading" });
		readApproach(pass, id, { signal }).then(
			(approach) => !signal.aborted && setState({ state: "shown", approach }),
			(error: unknown) =>
				!signal.aborted &&
				setState({ state: "failed", message: error instanceof Error ? error.message : String(error) }),
		);
		return () => controller.abort();
	}, [pass, id]);
	return (
		<>
			<p className="text-[clamp(1.125rem,1.5vw,1.75rem)] text-ink-muted">
				{room.agenda.find((step) => step.lesson === lesson)?.title ?? lesson}
			</p>
			<h2 className="mt-2 mb-[3vh] font-[640] text-[clamp(1.75rem,2.8vw,3.25rem)] leading-[1.15] tracking-[-0.02em]">
				{name === undefined ? "One approach from the room" : `${name}’s approach`}
			</h2>
			{state.state === "failed" && (
				<p role="alert" className="text-fail text-xl">
					{state.message}
				</p>
			)}
			{state.state === "shown" && (
				<ChangedFilesView
					lesson={lesson}
					files={state.approach.files}
					fontSize={20}
					className="min-h-[60vh] flex-1"
				/>
			)}
		</>
	);
}
