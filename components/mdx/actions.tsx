"use client";

import { FileCode2, Play } from "lucide-react";
import type { ReactNode } from "react";
import { useChecks, useLesson } from "@/components/lesson/lesson-context";
import { Button } from "@/components/ui/button";

/** A file of the app by its path; a click opens it in the editor. */
export function File({ path, children }: { path: string; children?: ReactNode }) {
	const { playground, shell } = useLesson();
	if (playground === null) return <code>{children ?? path}</code>;
	const open = () => {
		playground.workspace.actions.open(path);
		shell.showPane("code");
	};
	return (
		<button type="button" className="file-link" onClick={open} aria-label={`Open ${path} in the editor`}>
			<FileCode2 aria-hidden="true" />
			{children ?? path}
		</button>
	);
}

/** Runs all checks, or those named. */
export function Run({ checks: only, children }: { checks?: string[]; children?: ReactNode }) {
	const { playground, shell } = useLesson();
	const checks = playground?.checks ?? null;
	const busy = useChecks(checks, ({ run, proving }) => run.state === "running" || proving !== null);
	const run = () => {
		shell.store.setState({ pane: "checks", sideTab: "checks" });
		void checks?.run(only);
	};
	return (
		<Button
			variant="primary"
			size="sm"
			className="js-only my-1"
			disabled={checks === null || busy}
			onClick={run}
		>
			<Play aria-hidden="true" />
			{children ?? "Run the checks"}
		</Button>
	);
}
