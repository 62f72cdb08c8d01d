import { createInspector } from "@/lib/inspector/inspector";
import type { BaseApp, LessonContent, LessonModules } from "@/lib/lessons/types";
import type { Mode } from "@/lib/sandbox/agent-protocol";
import { type FileTree, overlay } from "@/lib/sandbox/files";
import { createWorkspace } from "@/lib/workspace/workspace";
import { createBuilds } from "./build";
import { createChecks } from "./checks";
import { createFileSync } from "./file-sync";
import { createNetwork } from "./network";
import type { Sandbox } from "./sandbox";
import { createSecondBrowser } from "./second-browser";
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
	picker.need(lesson.meta.needs);
	const workspace = createWorkspace({ lesson, base, signal });

	/** While a claim is proved, the sandbox shows the claim's files; what the learner types meanwhile waits. */
	let lent: { files: FileTree; name: string; mode: Mode } | null = null;
	/** What a check under way has laid over the files it looks at. */
	let laid: Record<string, string | null> = {};
	const show = () => {
		if (signal.aborted || (!lent && !workspace.store.getState().hydrated)) return;
		const { mode: present } = builds.store.getState();
		const { files, name, mode } = lent ?? { files: builds.filesToRun(), name: lesson.slug, mode: present };
		const previewPath = lesson.meta.preview;
		session.setDesired({ lesson: name, files: overlay(files, laid), mode, previewPath });
	};
	const showLearners = () => {
		if (!lent) show();
	};
	const builds = createBuilds({
		mode: lesson.meta.mode,
		session,
		files: workspace.files,
		show: showLearners,
		signal,
	});

	const push = () => {
		builds.noteEdit();
		showLearners();
	};
	const fileSync = createFileSync({ workspace, push, signal });
	const checks = createChecks({
		lesson,
		base,
		modules,
		session,
		preview,
		workspace,
		pushNow: () => {
			builds.takeEdits();
			fileSync.flush();
		},
		layFiles: async (files, laySignal) => {
			laid = files;
			show();
			await session.whenCurrent(laySignal);
		},
		lend: async (other, use) => {
			const { runner } = await session.whenReady(signal);
			const data = await runner.readData(signal);
			lent = other;
			laid = {};
			try {
				show();
				return await use();
			} finally {
				lent = null;
				laid = {};
				show();
				// Fresh data came with the files; what the learner had entered takes its place again.
				await session.whenReady(signal).then((ready) => ready.runner.resetData(data, signal));
				preview.reload();
			}
		},
		signal,
	});
	const network = createNetwork(session, signal);
	const secondBrowser = createSecondBrowser(session, { path: () => preview.getState().url, signal });
	const inspector = createInspector({
		session,
		actions: {
			get: () => builds.store.getState().build?.actions ?? [],
			subscribe: (listener) => builds.store.subscribe(listener),
		},
		secondHost: secondBrowser.host,
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
		builds,
		inspector,
		network,
		secondBrowser,
		setSyntaxProbe: fileSync.setSyntaxProbe,
		close: () => controller.abort(new DOMException("The lesson was closed", "AbortError")),
	};
}
