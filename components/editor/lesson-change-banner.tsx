"use client";

import { FileClock } from "lucide-react";
import { useState } from "react";
import { useStore } from "zustand";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import type { ChangedFile, Workspace } from "@/lib/workspace";
import { CompareFiles } from "./compare-files";
import { shownText } from "./shown-text";

const HOW: Record<ChangedFile["how"], string> = {
	changed: "changed in the lesson",
	added: "new in the lesson",
	removed: "no longer in the lesson",
};

/** Asks what shall become of edits under which a new version of the lesson has changed files. Overwrites nothing by itself. */
export function LessonChangeBanner({
	workspace,
	onDecided,
}: {
	workspace: Workspace;
	/** Told in words what was done. */
	onDecided(note: string): void;
}) {
	const { store, actions } = workspace;
	const changed = useStore(store, (state) => state.lessonChange);
	const edits = useStore(store, (state) => state.edits);
	const [comparing, setComparing] = useState(false);
	if (changed.length === 0) return null;

	const decide = (act: () => void, note: string) => () => {
		setComparing(false);
		act();
		onDecided(note);
	};
	const choices = (
		<>
			<Button
				size="sm"
				onClick={decide(
					actions.keepMine,
					"Your files stay. Those you had not edited are the lesson’s new ones.",
				)}
			>
				Keep mine
			</Button>
			<Button
				size="sm"
				onClick={decide(actions.takeNew, "These are the lesson’s new files. Undo brings yours back.")}
			>
				Take the new one
			</Button>
		</>
	);
	const how = new Map(changed.map((file) => [file.path, HOW[file.how]]));
	const files = Object.keys(edits)
		.map((path) => ({
			path,
			before: shownText(workspace, path),
			after: workspace.starterText(path),
			note: how.has(path) ? `(${how.get(path)})` : null,
		}))
		// Those that the question is about come first.
		.sort((a, b) => Number(how.has(b.path)) - Number(how.has(a.path)) || (a.path < b.path ? -1 : 1));

	return (
		<section
			aria-label="New version of the lesson"
			className="flex flex-wrap items-center gap-x-3 gap-y-2 border-border border-b bg-accent/[0.07] px-3 py-2 text-sm"
		>
			<FileClock aria-hidden="true" className="size-4 shrink-0 self-start text-accent @xl:self-center" />
			<p className="min-w-0 flex-1 basis-52 text-pretty leading-snug [overflow-wrap:anywhere]">
				<strong className="font-medium">This lesson has changed since you began.</strong>{" "}
				<span className="text-ink-muted">
					Your files are as you left them. {inWords(changed)} Which version do you want to go on with?
				</span>
			</p>
			<span className="flex flex-wrap items-center gap-1.5">
				{choices}
				<Button size="sm" variant="quiet" onClick={() => setComparing(true)}>
					Compare
				</Button>
			</span>
			<Dialog open={comparing} onOpenChange={setComparing}>
				<DialogContent
					wide
					title="Yours and the lesson’s new version"
					description="Yours on the left (or in red), the new starter on the right (or in green). Only files you edited are shown."
				>
					<CompareFiles
						files={files}
						labels={{ before: "yours", after: "new version" }}
						className="h-[min(60dvh,40rem)]"
					/>
					<div className="mt-4 flex flex-wrap justify-end gap-2">{choices}</div>
				</DialogContent>
			</Dialog>
		</section>
	);
}

/** "Changed in the lesson: a, b. No longer in the lesson: c." */
function inWords(changed: readonly ChangedFile[]): string {
	const sentences = (["changed", "added", "removed"] as const).flatMap((kind) => {
		const paths = changed.filter(({ how }) => how === kind).map(({ path }) => path);
		const words = HOW[kind];
		return paths.length === 0
			? []
			: [`${words.charAt(0).toUpperCase()}${words.slice(1)}: ${paths.join(", ")}.`];
	});
	return sentences.join(" ");
}
