"use client";

import { Check } from "lucide-react";
import { useState } from "react";
import { useStore } from "zustand";
import { Button } from "@/components/ui/button";
import type { Workspace } from "@/lib/workspace";
import { DiffView } from "./diff-view";
import { FileChoice } from "./file-choice";
import { shownText } from "./shown-text";

/** The learner's files beside the solution's, one at a time, with the means to take them over. */
export function SolutionDiff({ workspace, theme }: { workspace: Workspace; theme: "light" | "dark" }) {
	const active = useStore(workspace.store, (state) => state.active);
	// Which files differ, and how, follows from the edits.
	useStore(workspace.store, (state) => state.edits);
	const paths = workspace.solutionPaths();
	const [chosen, setChosen] = useState<string | null>(null);
	const candidates = [chosen, active].filter((path) => path !== null);
	const path = candidates.find((candidate) => paths.includes(candidate)) ?? paths[0];

	if (path === undefined) {
		return (
			<div role="status" className="grid h-full place-items-center p-6 text-center text-ink-muted text-sm">
				<p>
					<Check className="mr-1.5 inline size-4 text-pass" aria-hidden="true" />
					Your files are the same as the solution’s.
				</p>
			</div>
		);
	}
	const mine = shownText(workspace, path);
	const solution = workspace.solutionText(path);
	return (
		<section aria-label="Solution" className="flex h-full min-h-0 flex-col">
			<div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-border border-b bg-surface-2 px-3 py-2">
				<p className="min-w-48 flex-1 text-ink-muted text-xs">
					Yours on the left (or in red), one solution on the right (or in green). Other ways may pass the
					checks as well. What you take over can be undone.
				</p>
				<span className="flex gap-2">
					<Button size="sm" onClick={() => workspace.actions.applySolution(path)}>
						{solution === null ? "Delete this file" : "Apply to this file"}
					</Button>
					<Button size="sm" onClick={() => workspace.actions.applySolution()}>
						Apply all
					</Button>
				</span>
			</div>
			<FileChoice
				files={paths.map((each) => ({ path: each, note: difference(workspace, each) }))}
				chosen={path}
				onChoose={setChosen}
			/>
			<div className="min-h-0 flex-1">
				<DiffView path={path} before={mine ?? ""} after={solution ?? ""} theme={theme} />
			</div>
		</section>
	);
}

function difference(workspace: Workspace, path: string): string | null {
	if (shownText(workspace, path) === null) return "(new)";
	return workspace.solutionText(path) === null ? "(not in the solution)" : null;
}
