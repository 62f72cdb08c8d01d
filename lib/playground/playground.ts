import type { BaseApp, LessonContent, LessonModules } from "@/lib/lessons/types";
import type { Mode } from "@/lib/sandbox/agent-protocol";
import type { FileTree } from "@/lib/sandbox/files";
import { createWorkspace } from "@/lib/workspace/workspace";
import { createChecks } from "./checks";
import { createFileSync } from "./file-sync";
import type { Sandbox } from "./sandbox";
import type { Playground } from "./types";

export interface PlaygroundOptions {
	lesson: LessonContent;
	base: BaseApp;
	modules: LessonModules;
	/** The tab's. */
	sandbox: Sandbox;
}

/** Puts together everything behind one open lesson page. Browser only. */
export function createPlayground({ lesson, base, modules, sandbox }: PlaygroundOptions): Playground {
	const controller = new AbortController();
	const { signal } = controller;
	const { session, preview, picker } = sandbox;
	const workspace = createWorkspace({ lesson, base, signal });

	/** While a claim is proved, the sandbox shows the claim's files; what the learner types meanwhile waits. */
	let lent = false;
	const show = (name: string, files: FileTree, mode: Mode = lesson.meta.mode) =>
		session.setDesired({ lesson: name, files, mode, previewPath: lesson.meta.preview });
	const showLearners = () => {
		if (!lent && !signal.aborted && workspace.store.getState().hydrated) show(lesson.slug, workspace.files());
	};

	const fileSync = createFileSync({ workspace, push: showLearners, signal });
	const checks = createChecks({
		lesson,
		base,
		modules,
		session,
		preview,
		workspace,
		pushNow: fileSync.flush,
		lend: async (files, name, use) => {
			const { runner } = await session.whenReady(signal);
			const data = await runner.readData(signal);
			lent = true;
			try {
				show(name, files);
				return await use();
			} finally {
				lent = false;
				showLearners();
				// Fresh data came with the files; what the learner had entered takes its place again.
				await session.whenReady(signal).then((ready) => ready.runner.resetData(data, signal));
				preview.reload();
			}
		},
		signal,
	});
	if (session.getState().state === "ready") preview.setOrigin(null, lesson.meta.preview);

	return {
		lesson,
		base,
		workspace,
		session,
		preview,
		picker,
		checks,
		setSyntaxProbe: fileSync.setSyntaxProbe,
		close: () => controller.abort(new DOMException("The lesson was closed", "AbortError")),
	};
}
