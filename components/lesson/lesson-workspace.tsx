"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { KeepingNotice } from "@/components/progress/keeping-notice";
import { KeepingWatch } from "@/components/progress/keeping-watch";
import { ProgressRecorder } from "@/components/progress/progress-recorder";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { RoomDock } from "@/components/workshop/learner/room-dock";
import type { LessonContent } from "@/lib/lessons/types";
import type { Playground } from "@/lib/playground/types";
import { type CheckBrief, type ClaimBrief, LessonProvider } from "./lesson-context";
import { LessonHeader } from "./lesson-header";
import { PaneSwitcher } from "./pane-switcher";
import { Panes } from "./panes";
import { type PlaygroundState, usePlayground } from "./use-playground";

const EditorHost = dynamic(() => import("./editor-host").then((m) => m.EditorHost), {
	ssr: false,
	loading: () => <Waiting />,
});
const PreviewPanel = dynamic(() => import("@/components/preview/preview-panel").then((m) => m.PreviewPanel), {
	ssr: false,
	loading: () => <Waiting />,
});
const SidePanel = dynamic(() => import("./side-panel").then((m) => m.SidePanel), {
	ssr: false,
	loading: () => <Waiting />,
});

/** The lesson page: `children` is the prose, from the server; everything beside it is loaded in the browser. */
export function LessonWorkspace({
	lesson,
	briefs,
	claims,
	nextVersion,
	recorder = (playground) => <ProgressRecorder lesson={lesson.slug} playground={playground} />,
	children,
}: {
	lesson: LessonContent;
	briefs: CheckBrief[];
	claims: ClaimBrief[];
	nextVersion: string;
	/** Writes down what the learner does; shows nothing. */
	recorder?: (playground: Playground | null) => ReactNode;
	children: ReactNode;
}) {
	const { state, retry } = usePlayground(lesson);
	const playground = state.state === "ready" ? state.playground : null;
	const inPane = (render: (playground: Playground) => ReactNode) =>
		playground ? render(playground) : <NotReady state={state} retry={retry} />;
	return (
		<LessonProvider briefs={briefs} claims={claims} nextVersion={nextVersion} playground={playground}>
			{/* Not "hidden": what is hidden can still be scrolled into view, and the header would be gone. */}
			<div className="flex h-dvh flex-col overflow-clip">
				<LessonHeader lesson={lesson} />
				{/* A kata belongs to no room. */}
				{lesson.checksOf === undefined && <RoomDock lesson={lesson} playground={playground} />}
				<KeepingNotice />
				<main className="panes relative min-h-0 flex-1">
					<Panes
						read={children}
						code={inPane((ready) => <EditorHost playground={ready} />)}
						preview={inPane((ready) => <PreviewPanel playground={ready} />)}
						checks={inPane((ready) => <SidePanel playground={ready} />)}
					/>
				</main>
				<PaneSwitcher />
				{recorder(playground)}
				<KeepingWatch playground={playground} />
			</div>
		</LessonProvider>
	);
}

function NotReady({ state, retry }: { state: PlaygroundState; retry: () => void }) {
	if (state.state !== "failed") return <Waiting />;
	return (
		<div role="alert" className="grid h-full content-center justify-items-center gap-3 p-6 text-center">
			<p className="max-w-xs text-[0.8125rem] text-ink-muted leading-relaxed">
				This part of the page could not be loaded. {state.message}
			</p>
			<Button size="sm" onClick={retry}>
				Try again
			</Button>
		</div>
	);
}

function Waiting() {
	return (
		<div className="grid h-full place-items-center text-ink-muted">
			<noscript>
				<p className="max-w-xs p-6 text-center text-[0.8125rem]">
					The editor, the preview and the checks need JavaScript. The lesson’s text does not.
				</p>
			</noscript>
			<span className="js-only">
				<Spinner />
				<span className="sr-only">Loading</span>
			</span>
		</div>
	);
}
