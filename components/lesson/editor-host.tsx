"use client";

import { useEffect, useMemo, useRef } from "react";
import { EditorPane, type EditorPaneHandle } from "@/components/editor/editor-pane";
import { useHeldSolution } from "@/components/workshop/learner/use-held-solution";
import type { Playground } from "@/lib/playground/types";
import { progressKeeper } from "@/lib/progress/store";
import type { Workspace } from "@/lib/workspace/types";
import { useLesson } from "./lesson-context";

/** The editor, joined to the playground: it says whether code parses, and what it does with the solution is kept. */
export function EditorHost({ playground }: { playground: Playground }) {
	const { lesson, workspace } = playground;
	const editor = useRef<EditorPaneHandle>(null);
	const { shell } = useLesson();
	const held = useHeldSolution(lesson.slug);
	useEffect(() => {
		shell.setEditor({
			look(path, line) {
				shell.showPane("code");
				editor.current?.look(path, line);
			},
			showSolution() {
				shell.showPane("code");
				editor.current?.showSolution();
			},
		});
		return () => shell.setEditor(null);
	}, [shell]);
	useEffect(() => {
		playground.setSyntaxProbe(async (path) => (await editor.current?.getSyntaxState(path)) ?? true);
		return () => playground.setSyntaxProbe(null);
	}, [playground]);
	const observed = useMemo(
		() => ({ lesson, workspace: recordingSolution(workspace, lesson.slug) }),
		[lesson, workspace],
	);
	return (
		<EditorPane
			ref={editor}
			playground={observed}
			solutionHeld={held}
			onSolutionShown={() => void progressKeeper().record({ type: "solution-viewed", lesson: lesson.slug })}
		/>
	);
}

/** The same workspace; that the solution was applied is written down. */
function recordingSolution(workspace: Workspace, lesson: string): Workspace {
	return {
		...workspace,
		actions: {
			...workspace.actions,
			applySolution(path) {
				workspace.actions.applySolution(path);
				void progressKeeper().record({
					type: "solution-applied",
					lesson,
					...(path === undefined ? {} : { path }),
				});
			},
		},
	};
}
