"use client";

import { useTheme } from "next-themes";
import { useEffect, useState } from "react";
import { DiffView } from "@/components/editor/diff-view";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Spinner } from "@/components/ui/spinner";
import type { FileTree } from "@/lib/sandbox/files";
import type { ChangedFiles } from "@/lib/workshop/contract";
import { loadStarter } from "@/lib/workshop/staff/starter";

type StarterState =
	| { state: "loading" }
	| { state: "ready"; files: FileTree }
	| { state: "failed"; message: string };

const LABELS = { before: "starter", after: "learner’s" };

/** Somebody's files held against the lesson's starter, one at a time. Read-only. */
export function ChangedFilesView({
	lesson,
	files,
	fontSize,
	className,
}: {
	lesson: string;
	files: ChangedFiles;
	/** In pixels, for a projector. */
	fontSize?: number;
	/** Gives the height. */
	className?: string;
}) {
	const { resolvedTheme } = useTheme();
	const { starter, retry } = useStarter(lesson);
	const [chosen, setChosen] = useState<string | null>(null);
	const paths = Object.keys(files).sort();
	const path = chosen !== null && paths.includes(chosen) ? chosen : paths[0];
	if (path === undefined)
		return (
			<p className="py-6 text-center text-ink-muted text-sm" style={{ fontSize }}>
				Nothing is changed yet: this is the starter.
			</p>
		);
	if (starter.state === "failed")
		return (
			<p role="alert" className="flex flex-wrap items-center gap-3 py-4 text-fail text-sm">
				{starter.message}
				<Button size="sm" onClick={retry}>
					Try again
				</Button>
			</p>
		);
	if (starter.state === "loading")
		return (
			<p className="flex items-center gap-2 py-4 text-ink-muted text-sm">
				<Spinner /> Loading the starter
			</p>
		);
	return (
		<div className={cx("flex min-h-0 flex-col overflow-hidden rounded-lg border border-border", className)}>
			<ul
				aria-label="Changed files"
				className="flex shrink-0 gap-1 overflow-x-auto border-border border-b bg-surface-2/60 px-2 py-1.5 text-xs"
				style={{ fontSize: fontSize && fontSize * 0.9 }}
			>
				{paths.map((each) => (
					<li key={each}>
						<button
							type="button"
							aria-current={each === path}
							onClick={() => setChosen(each)}
							className={cx(
								"whitespace-nowrap rounded-md px-2 py-0.5 font-mono",
								each === path ? "bg-surface text-ink shadow-raised" : "text-ink-muted hover:text-ink",
							)}
						>
							{each}
							<span className="ml-1.5 font-sans">{difference(starter.files, files, each)}</span>
						</button>
					</li>
				))}
			</ul>
			<div className="min-h-0 flex-1">
				<DiffView
					path={path}
					before={starter.files[path] ?? ""}
					after={files[path] ?? ""}
					theme={resolvedTheme === "dark" ? "dark" : "light"}
					labels={LABELS}
					{...(fontSize !== undefined && { fontSize })}
				/>
			</div>
		</div>
	);
}

function difference(starter: FileTree, files: ChangedFiles, path: string): string | null {
	if (files[path] === null) return "(deleted)";
	return starter[path] === undefined ? "(new)" : null;
}

function useStarter(lesson: string) {
	const [starter, setStarter] = useState<StarterState>({ state: "loading" });
	const [attempt, setAttempt] = useState(0);
	// biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is a reason to load again
	useEffect(() => {
		let gone = false;
		setStarter({ state: "loading" });
		loadStarter(lesson).then(
			(files) => !gone && setStarter({ state: "ready", files }),
			(error: Error) => !gone && setStarter({ state: "failed", message: error.message }),
		);
		return () => {
			gone = true;
		};
	}, [lesson, attempt]);
	return { starter, retry: () => setAttempt((n) => n + 1) };
}
