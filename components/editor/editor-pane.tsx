"use client";

import { X } from "lucide-react";
import { useTheme } from "next-themes";
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from "react";
import { useStore } from "zustand";
import { cx } from "@/components/ui/cx";
import type { Playground } from "@/lib/playground/types";
import type { Workspace } from "@/lib/workspace";
import { CodeEditor, type EditorHandle } from "./code-editor";
import { EditorToolbar } from "./editor-toolbar";
import { FileTabs, TAB_PANEL_ID, tabId } from "./file-tabs";
import { FileTree } from "./file-tree";
import { LessonChangeBanner } from "./lesson-change-banner";
import { SolutionDiff } from "./solution-diff";
import { UnsavedNotice } from "./unsaved-notice";

export interface EditorPaneProps {
	playground: Pick<Playground, "lesson" | "workspace">;
	/** Told after an edit whether the file's text parses. */
	onSyntax?: (path: string, ok: boolean) => void;
	/** Told each time the learner opens the solution. */
	onSolutionShown?: () => void;
	/** Why the solution is not to be seen yet, in words. */
	solutionHeld?: string | null;
	ref?: Ref<EditorPaneHandle>;
}

export interface EditorPaneHandle extends EditorHandle {
	showSolution(): void;
}

/** Files, tabs, editor and solution of one lesson. */
export function EditorPane({
	playground,
	onSyntax,
	onSolutionShown,
	solutionHeld = null,
	ref,
}: EditorPaneProps) {
	const { workspace, lesson } = playground;
	const { resolvedTheme } = useTheme();
	const theme = resolvedTheme === "dark" ? "dark" : "light";
	const active = useStore(workspace.store, (state) => state.active);
	const refusal = useStore(workspace.store, (state) => state.refusal);
	/** `null`: as the width of the pane allows. */
	const [filesShown, setFilesShown] = useState<boolean | null>(null);
	const [solutionShown, setSolutionShown] = useState(false);
	const [note, setNote] = useState<string | null>(null);
	const pane = useRef<HTMLDivElement>(null);
	const files = useRef<HTMLDivElement>(null);
	const editor = useRef<EditorHandle>(null);

	useImperativeHandle(ref, () => ({
		format: async () => (await editor.current?.format()) ?? null,
		getSyntaxState: async (path) => (await editor.current?.getSyntaxState(path)) ?? true,
		reveal(path, line, column) {
			setSolutionShown(false);
			editor.current?.reveal(path, line, column);
		},
		look(path, line) {
			setSolutionShown(false);
			editor.current?.look(path, line);
		},
		showSolution() {
			if (!solutionShown) toggleSolution();
		},
		focus: () => editor.current?.focus(),
	}));

	async function format(): Promise<void> {
		setNote((await editor.current?.format()) ?? null);
	}
	const latestFormat = useRef(format);
	useEffect(() => {
		latestFormat.current = format;
	});

	// Wherever the focus is, the browser's "save page" dialog is never what a learner wants here.
	useEffect(() => {
		const controller = new AbortController();
		window.addEventListener(
			"keydown",
			(event) => {
				if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey)) return;
				if (event.altKey || event.shiftKey || event.defaultPrevented) return;
				event.preventDefault();
				void latestFormat.current();
			},
			{ signal: controller.signal },
		);
		return () => controller.abort();
	}, []);

	function toggleFiles(): void {
		const seen = filesShown ?? (files.current !== null && getComputedStyle(files.current).display !== "none");
		setFilesShown(!seen);
	}

	function toggleSolution(): void {
		if (!solutionShown && solutionHeld !== null) {
			setNote(solutionHeld);
			return;
		}
		if (!solutionShown) onSolutionShown?.();
		setSolutionShown(!solutionShown);
	}

	const message = refusal ?? note;
	return (
		<div ref={pane} className="@container flex h-full min-h-0 min-w-0 flex-col bg-surface">
			<EditorToolbar
				workspace={workspace}
				filesShown={filesShown}
				onToggleFiles={toggleFiles}
				solutionShown={solutionShown}
				onToggleSolution={toggleSolution}
				onFormat={() => void format()}
				onUndone={(label) => setNote(undoneWords(label, workspace))}
				onRestored={setNote}
			/>
			<div role="status" aria-live="polite">
				<UnsavedNotice workspace={workspace} />
				<LessonChangeBanner workspace={workspace} onDecided={setNote} />
				{message !== null && (
					<div className="flex items-start gap-2 border-border border-b bg-surface-2 px-3 py-1.5 text-sm">
						<span className={cx("min-w-0 flex-1", refusal !== null && "text-warn")}>{message}</span>
						<button
							type="button"
							aria-label="Dismiss the message"
							onClick={() => {
								workspace.actions.dismissRefusal();
								setNote(null);
							}}
							className="rounded-sm p-0.5 text-ink-muted hover:text-ink"
						>
							<X className="size-4" aria-hidden="true" />
						</button>
					</div>
				)}
			</div>
			<div className="flex min-h-0 flex-1 @xl:flex-row flex-col">
				<div
					ref={files}
					className={cx(
						"shrink-0 border-border @xl:border-r @xl:border-b-0 border-b",
						"@xl:h-auto h-44 @xl:w-52 overflow-hidden",
						filesShown === null && "@xl:block hidden",
						filesShown === false && "hidden",
					)}
				>
					<FileTree workspace={workspace} />
				</div>
				<div className="flex min-h-0 min-w-0 flex-1 flex-col">
					{solutionShown && (
						<div className="min-h-0 flex-1">
							<SolutionDiff workspace={workspace} theme={theme} />
						</div>
					)}
					{/* Kept while the solution is shown: the undo history and the caret live in it. */}
					<div className={cx("flex min-h-0 flex-1 flex-col", solutionShown && "hidden")}>
						<div className="flex border-border border-b bg-surface-2">
							<FileTabs workspace={workspace} />
						</div>
						<div
							role="tabpanel"
							id={TAB_PANEL_ID}
							aria-labelledby={active === null ? undefined : tabId(active)}
							className="min-h-0 flex-1"
						>
							<CodeEditor
								key={lesson.slug}
								ref={editor}
								workspace={workspace}
								theme={theme}
								onSyntax={onSyntax}
								onNote={setNote}
							/>
						</div>
					</div>
				</div>
			</div>
		</div>
	);
}

function undoneWords(label: string, { store }: Workspace): string {
	const undone = `Undone: ${label.replace(/^Before: /, "")}.`;
	const kept = store.getState().snapshots.at(-1)?.label.startsWith(label);
	return kept ? `${undone} What it replaced is among the earlier states.` : undone;
}
