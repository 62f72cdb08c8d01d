"use client";

import { Check, History } from "lucide-react";
import { useState } from "react";
import { useStore } from "zustand";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Tooltip } from "@/components/ui/tooltip";
import type { Workspace, WorkspaceSnapshot } from "@/lib/workspace";
import { type ComparedFile, CompareFiles } from "./compare-files";
import { shownText } from "./shown-text";

/** A button that shows what was kept of earlier states, and takes the learner back to one of them. */
export function EarlierStates({
	workspace,
	onRestored,
}: {
	workspace: Workspace;
	/** Told in words what was done. */
	onRestored(note: string): void;
}) {
	const [open, setOpen] = useState(false);
	const snapshots = useStore(workspace.store, (state) => state.snapshots);
	const hydrated = useStore(workspace.store, (state) => state.hydrated);
	const disabled = snapshots.length === 0 || !hydrated;
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<Tooltip content={disabled ? "No earlier states yet" : "Earlier states"}>
				<DialogTrigger asChild>
					<Button variant="quiet" size="sm" icon aria-label="Earlier states" disabled={disabled}>
						<History aria-hidden="true" />
					</Button>
				</DialogTrigger>
			</Tooltip>
			<DialogContent
				wide
				title="Earlier states"
				description="Kept in this browser before anything replaced or took away what you wrote. The newest come first; the oldest go when there are thirty."
			>
				<StateList
					workspace={workspace}
					snapshots={[...snapshots].reverse()}
					onRestore={(snapshot) => {
						workspace.actions.restore(snapshot);
						setOpen(false);
						onRestored(`Your files are as they were at ${timeOf(snapshot)}. Undo brings back what you had.`);
					}}
				/>
			</DialogContent>
		</Dialog>
	);
}

function StateList({
	workspace,
	snapshots,
	onRestore,
}: {
	workspace: Workspace;
	/** Newest first. */
	snapshots: readonly WorkspaceSnapshot[];
	onRestore(snapshot: WorkspaceSnapshot): void;
}) {
	// What differs follows from the edits.
	useStore(workspace.store, (state) => state.edits);
	const [chosen, setChosen] = useState<WorkspaceSnapshot | null>(null);
	const shown = snapshots.find((each) => each === chosen) ?? snapshots[0];
	if (shown === undefined) return <p className="text-ink-muted text-sm">Nothing is kept any more.</p>;
	const files = differingFiles(workspace, shown);
	return (
		<div className="grid gap-4 lg:grid-cols-[17rem_minmax(0,1fr)]">
			<ul
				aria-label="Earlier states, newest first"
				className="grid max-h-40 content-start gap-0.5 overflow-y-auto lg:max-h-[min(60dvh,40rem)]"
			>
				{snapshots.map((snapshot) => (
					<li key={`${snapshot.at} ${snapshot.label}`}>
						<button
							type="button"
							aria-current={snapshot === shown}
							onClick={() => setChosen(snapshot)}
							className={cx(
								"grid w-full gap-0.5 rounded-md px-2.5 py-1.5 text-left leading-snug focus-visible:-outline-offset-2",
								snapshot === shown ? "bg-surface-2" : "hover:bg-surface-2/60",
							)}
						>
							<span className="text-sm [overflow-wrap:anywhere]">{snapshot.label}</span>
							<span className="text-ink-muted text-xs tabular-nums">
								<time dateTime={new Date(snapshot.at).toISOString()}>{timeOf(snapshot)}</time>
								{" · "}
								{inWords(differingFiles(workspace, snapshot))}
							</span>
						</button>
					</li>
				))}
			</ul>
			<section aria-label={`State: ${shown.label}`} className="grid min-w-0 content-start gap-3">
				{files.length === 0 ? (
					<p className="rounded-lg border border-border p-6 text-center text-ink-muted text-sm">
						<Check className="mr-1.5 inline size-4 text-pass" aria-hidden="true" />
						Your files are the same as in this state.
					</p>
				) : (
					<>
						<p className="text-ink-muted text-xs">
							Yours now on the left (or in red), the earlier state on the right (or in green).
						</p>
						<CompareFiles
							key={`${shown.at} ${shown.label}`}
							files={files}
							labels={{ before: "yours now", after: "earlier state" }}
							className="h-[min(46dvh,30rem)]"
						/>
						<Button variant="primary" size="sm" className="justify-self-end" onClick={() => onRestore(shown)}>
							Restore this state
						</Button>
					</>
				)}
			</section>
		</div>
	);
}

/** Files whose text is now another one than in `snapshot`. */
function differingFiles(workspace: Workspace, snapshot: WorkspaceSnapshot): ComparedFile[] {
	const { edits } = workspace.store.getState();
	const paths = [...new Set([...Object.keys(edits), ...Object.keys(snapshot.edits)])].sort();
	return paths.flatMap((path) => {
		const before = shownText(workspace, path);
		const kept = snapshot.edits[path];
		const after = kept === undefined ? workspace.starterText(path) : kept;
		if (before === after) return [];
		return [
			{
				path,
				before,
				after,
				note: before === null ? "(not there now)" : after === null ? "(not there then)" : null,
			},
		];
	});
}

function inWords(files: readonly ComparedFile[]): string {
	if (files.length === 0) return "same as now";
	return files.length === 1 ? "1 file differs" : `${files.length} files differ`;
}

function timeOf({ at }: WorkspaceSnapshot): string {
	const today = new Date(at).toDateString() === new Date().toDateString();
	return new Intl.DateTimeFormat(undefined, {
		...(today ? {} : { dateStyle: "medium" }),
		timeStyle: "short",
	}).format(at);
}
