"use client";

import { FileDiff, FolderTree, Paintbrush, RotateCcw, Undo2 } from "lucide-react";
import { useStore } from "zustand";
import { Button } from "@/components/ui/button";
import { Tooltip } from "@/components/ui/tooltip";
import { undoable, type Workspace } from "@/lib/workspace";
import { EarlierStates } from "./earlier-states";
import { ResetAll } from "./reset-dialog";
import { SaveState } from "./save-state";

export interface EditorToolbarProps {
	workspace: Workspace;
	/** `null` where the width decides. */
	filesShown: boolean | null;
	onToggleFiles(): void;
	solutionShown: boolean;
	onToggleSolution(): void;
	onFormat(): void;
	/** Told the label of what was undone. */
	onUndone(label: string): void;
	/** Told in words what came of going back to an earlier state. */
	onRestored(note: string): void;
}

/** What can be done with the files: format, undo, reset, and the solution beside them. */
export function EditorToolbar(props: EditorToolbarProps) {
	const { workspace, filesShown, solutionShown } = props;
	const { actions, store } = workspace;
	const active = useStore(store, (state) => state.active);
	const edits = useStore(store, (state) => state.edits);
	const save = useStore(store, (state) => state.save);
	const hydrated = useStore(store, (state) => state.hydrated);
	const snapshot = useStore(store, (state) => undoable(state.snapshots));
	const undoLabel = snapshot ? `Undo: ${snapshot.label.replace(/^Before: /, "")}` : "Nothing to undo";

	return (
		<fieldset
			aria-label="Editor tools"
			className="flex min-h-10 min-w-0 flex-wrap items-center gap-0.5 border-border border-b bg-surface px-1.5 py-1"
		>
			<Button variant="quiet" size="sm" aria-pressed={filesShown ?? undefined} onClick={props.onToggleFiles}>
				<FolderTree aria-hidden="true" />
				Files
			</Button>
			<Tooltip content="Format the file (Ctrl+S or ⌘S)">
				<Button variant="quiet" size="sm" disabled={active === null || !hydrated} onClick={props.onFormat}>
					<Paintbrush aria-hidden="true" />
					Format
				</Button>
			</Tooltip>
			<Tooltip content={undoLabel}>
				<Button
					variant="quiet"
					size="sm"
					aria-label={undoLabel}
					disabled={!snapshot || !hydrated}
					onClick={() => {
						const label = actions.undo();
						if (label !== null) props.onUndone(label);
					}}
				>
					<Undo2 aria-hidden="true" />
					Undo
				</Button>
			</Tooltip>
			<EarlierStates workspace={workspace} onRestored={props.onRestored} />
			<Tooltip content={active === null ? "No file is open" : `Back to the starter: ${active}`}>
				<Button
					variant="quiet"
					size="sm"
					disabled={active === null || !(active in edits)}
					onClick={() => active !== null && actions.reset(active)}
				>
					<RotateCcw aria-hidden="true" />
					Reset file
				</Button>
			</Tooltip>
			<ResetAll count={Object.keys(edits).length} onReset={() => actions.reset()} />
			<span className="ml-auto flex items-center gap-1">
				<SaveState save={save} />
				<Button
					variant={solutionShown ? "primary" : "outline"}
					size="sm"
					aria-pressed={solutionShown}
					disabled={!hydrated}
					onClick={props.onToggleSolution}
				>
					<FileDiff aria-hidden="true" />
					Solution
				</Button>
			</span>
		</fieldset>
	);
}
