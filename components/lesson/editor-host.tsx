"use client";

import { useEffect, useMemo, useRef } from "react";
import type { EditorHandle } from "@/components/editor/code-editor";
import { EditorPane } from "@/components/editor/editor-pane";
import type { Playground } from "@/lib/playground/types";
import { progressKeeper } from "@/lib/progress/store";
import type { Workspace } from "@/lib/workspace/types";

/** The editor, joined to the playground: it says whether code parses, and what it does with the solution is kept. */
export function EditorHost({ playground }: { playground: Playground }) {
	const { lesson, workspace } = playground;
	const editor = useRef<EditorHandle>(null);
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
