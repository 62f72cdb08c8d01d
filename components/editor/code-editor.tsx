"use client";

import { Editor } from "@monaco-editor/react";
import { Lock } from "lucide-react";
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from "react";
import { useStore } from "zustand";
import { Button } from "@/components/ui/button";
import type { Workspace } from "@/lib/workspace";
import { formatModel } from "./format-model";
import { parses } from "./monaco/language-service";
import { EDITOR_OPTIONS } from "./monaco/options";
import { THEMES } from "./monaco/themes";
import { createViews } from "./monaco/views";
import { PlainText } from "./plain-text";
import { shownText } from "./shown-text";
import { useModels } from "./use-models";

/** What others may ask of the editor. */
export interface EditorHandle {
	/** Formats the file shown. Gives a sentence for people when it could not. */
	format(): Promise<string | null>;
	/** Whether the present text of a file parses; true for files that are not TypeScript and until Monaco is loaded. */
	getSyntaxState(path: string): Promise<boolean>;
	/** Opens the file with the caret at a place, counted from 1. */
	reveal(path: string, line?: number, column?: number): void;
	/** Opens the file with a line in sight and marked for a while. Caret, selection and focus stay as they are. */
	look(path: string, line?: number): void;
	focus(): void;
}

export interface CodeEditorProps {
	workspace: Workspace;
	theme: "light" | "dark";
	/** Told after an edit whether the file's text parses. */
	onSyntax?: (path: string, ok: boolean) => void;
	/** Told what formatting by the keyboard had to say. */
	onNote?: (note: string | null) => void;
	ref?: Ref<EditorHandle>;
}

/**
 * Monaco over all files of a workspace. Until it is loaded the file stands there as plain text. Give it a `key` of the
 * lesson: another workspace is another editor.
 */
export function CodeEditor({ workspace, theme, onSyntax, onNote, ref }: CodeEditorProps) {
	const active = useStore(workspace.store, (state) => state.active);
	const hydrated = useStore(workspace.store, (state) => state.hydrated);
	// Read from the store's selector: whether a file is read-only depends on the edits.
	const readonly = useStore(workspace.store, () => active !== null && workspace.isReadonly(active));
	const { loading, retry } = useModels(workspace, onSyntax);
	const [views] = useState(createViews);

	async function format(): Promise<string | null> {
		const path = workspace.store.getState().active;
		if (path === null || loading.state !== "ready") return null;
		if (workspace.isReadonly(path)) return `${path} is read-only and stays as it is.`;
		const model = loading.models.get(path);
		return model ? formatModel(loading.monaco, path, model, views.widget) : null;
	}
	const latest = useRef({ format, onNote });
	useEffect(() => {
		latest.current = { format, onNote };
	});

	// The clean-up runs before Monaco's wrapper shows another file, the effect after: React does all clean-ups first.
	useEffect(() => {
		if (active === null || loading.state !== "ready") return;
		views.restore(active);
		return () => views.save(active);
	}, [active, loading, views]);

	useImperativeHandle(ref, () => ({
		format: () => latest.current.format(),
		getSyntaxState: async (path) =>
			loading.state === "ready" ? parses(loading.monaco, loading.models, path) : true,
		reveal(path, line = 1, column = 1) {
			views.ask({ path, line, column });
			if (workspace.store.getState().active === path) views.restore(path);
			else workspace.actions.open(path);
		},
		look(path, line) {
			if (line !== undefined) views.askLook(path, line);
			if (workspace.store.getState().active === path) views.restore(path, false);
			else workspace.actions.open(path);
		},
		focus: () => views.widget?.focus(),
	}));

	if (active === null) {
		return (
			<p className="grid h-full place-items-center p-6 text-center text-ink-muted text-sm">
				No file is open. Choose one from the files.
			</p>
		);
	}
	const text = shownText(workspace, active) ?? "";
	return (
		<div className="flex h-full min-h-0 flex-col">
			{readonly && hydrated && (
				<p className="flex items-center gap-1.5 border-border border-b bg-surface-2 px-3 py-1 text-ink-muted text-xs">
					<Lock className="size-3 shrink-0" aria-hidden="true" />
					Read-only: this file belongs to the app around the lesson.
				</p>
			)}
			{loading.state === "failed" && (
				<div
					role="alert"
					className="flex items-center gap-3 border-border border-b px-3 py-2 text-fail text-sm"
				>
					<span className="min-w-0 flex-1">{loading.message}</span>
					<Button size="sm" onClick={retry}>
						Try again
					</Button>
				</div>
			)}
			<div className="min-h-0 flex-1">
				{loading.state === "ready" ? (
					<Editor
						path={loading.models.uri(active)}
						defaultValue={text}
						theme={THEMES[theme]}
						loading={<PlainText path={active} text={text} />}
						keepCurrentModel
						saveViewState={false}
						options={{
							...EDITOR_OPTIONS,
							readOnly: readonly,
							readOnlyMessage: { value: `${active} is read-only in this lesson.` },
							ariaLabel: `${active}${readonly ? ", read-only" : ""}. Control M lets Tab leave the editor.`,
						}}
						onMount={(widget, monaco) => {
							views.attach(widget);
							widget.addAction({
								id: "playground.format",
								label: "Format file",
								keybindings: [monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyS],
								run: async () => latest.current.onNote?.(await latest.current.format()),
							});
							void document.fonts?.ready.then(() => monaco.editor.remeasureFonts());
							views.restore(active);
						}}
					/>
				) : (
					<PlainText path={active} text={text} />
				)}
			</div>
		</div>
	);
}
