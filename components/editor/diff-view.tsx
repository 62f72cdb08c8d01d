"use client";

import type { editor } from "monaco-editor";
import { useEffect, useRef, useState } from "react";
import { cx } from "@/components/ui/cx";
import { loadMonaco } from "./monaco/load";
import { languageOf } from "./monaco/models";
import { DIFF_OPTIONS } from "./monaco/options";
import { THEMES } from "./monaco/themes";

type State = { state: "loading" } | { state: "ready" } | { state: "failed"; message: string };

/**
 * Two texts side by side, or one under the other where there is little room. Monaco is used directly: its React wrapper
 * disposes models before the widget, of which Monaco complains, and its models would join the app in the type checker.
 */
export function DiffView({
	path,
	before,
	after,
	theme,
	labels = SOLUTION_LABELS,
	fontSize,
}: {
	path: string;
	before: string;
	after: string;
	theme: "light" | "dark";
	/** Whose each side is, for screen readers. */
	labels?: DiffLabels;
	/** In pixels, where the usual size is too small to be read across a room; fixed for as long as it is shown. */
	fontSize?: number;
}) {
	const container = useRef<HTMLDivElement>(null);
	const [state, setState] = useState<State>({ state: "loading" });
	const shown = useRef<((texts: Texts) => void) | null>(null);
	const texts = useRef<Texts>({ path, before, after, theme, labels });
	const larger = useRef(fontSize === undefined ? {} : { fontSize, lineHeight: Math.round(fontSize * 1.5) });

	useEffect(() => {
		texts.current = { path, before, after, theme, labels };
		shown.current?.(texts.current);
	}, [path, before, after, theme, labels]);

	useEffect(() => {
		let widget: editor.IStandaloneDiffEditor | null = null;
		let shownNow: ShownDiff | null = null;
		// The view first: it stops a diff under way, which would miss the models.
		const letGo = (old: ShownDiff | null) => {
			old?.view.dispose();
			old?.models.original.dispose();
			old?.models.modified.dispose();
		};
		let path: string | null = null;
		let gone = false;
		loadMonaco().then(
			(monaco) => {
				const host = container.current;
				if (gone || !host) return;
				const created = monaco.editor.createDiffEditor(host, { ...DIFF_OPTIONS, ...larger.current });
				widget = created;
				shown.current = (next) => {
					const language = colouring(languageOf(next.path, next.before + next.after));
					const old = shownNow;
					// The same file again, as its author types: the reader's place in it stays.
					const place = next.path === path ? created.saveViewState() : null;
					path = next.path;
					const models = {
						original: monaco.editor.createModel(next.before, language),
						modified: monaco.editor.createModel(next.after, language),
					};
					// A view that Monaco makes itself is never disposed of, and goes on with models that are gone.
					shownNow = { models, view: created.createViewModel(models) };
					created.getOriginalEditor().updateOptions({ ariaLabel: `${next.path}, ${next.labels.before}` });
					created.getModifiedEditor().updateOptions({ ariaLabel: `${next.path}, ${next.labels.after}` });
					created.setModel(shownNow.view);
					if (place) created.restoreViewState(place);
					letGo(old);
					monaco.editor.setTheme(THEMES[next.theme]);
				};
				shown.current(texts.current);
				setState({ state: "ready" });
			},
			(error: unknown) => {
				if (!gone)
					setState({ state: "failed", message: error instanceof Error ? error.message : String(error) });
			},
		);
		return () => {
			gone = true;
			shown.current = null;
			widget?.dispose();
			letGo(shownNow);
		};
	}, []);

	return (
		<div className="relative size-full">
			<div ref={container} className={cx("size-full", before === "" && NOTHING_REMOVED)} />
			{state.state === "loading" && (
				<pre className="absolute inset-0 overflow-auto bg-surface p-3 font-mono text-[13px] leading-5">
					{after}
				</pre>
			)}
			{state.state === "failed" && (
				<div className="absolute inset-0 overflow-auto bg-surface p-3">
					<p role="alert" className="mb-2 text-fail text-sm">
						{state.message}
					</p>
					<pre className="font-mono text-[13px] leading-5">{after}</pre>
				</div>
			)}
		</div>
	);
}

/** Monaco takes an empty text for one empty line, and marks it as removed. */
const NOTHING_REMOVED =
	"[&_.char-delete]:!border-0 [&_.char-delete]:!bg-transparent [&_.delete-sign]:!hidden [&_.gutter-delete]:!bg-transparent [&_.line-delete]:!bg-transparent [&_.original_.line-numbers]:!invisible";

interface Texts {
	path: string;
	before: string;
	after: string;
	theme: "light" | "dark";
	labels: DiffLabels;
}

interface ShownDiff {
	view: editor.IDiffEditorViewModel;
	models: editor.IDiffEditorModel;
}

interface DiffLabels {
	before: string;
	after: string;
}
const SOLUTION_LABELS: DiffLabels = { before: "yours", after: "solution" };

/** A language without a type checker: a file of the solution is no part of the learner's app. */
function colouring(language: string): string {
	return language === "typescript" || language === "javascript" ? "typescript-colours" : language;
}
