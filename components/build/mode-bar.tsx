"use client";

import { Hammer } from "lucide-react";
import { useId } from "react";
import { useStore } from "zustand";
import { useChecks, useSessionState } from "@/components/lesson/lesson-context";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { modesOf } from "@/lib/lessons/schema";
import type { Playground } from "@/lib/playground/types";
import type { Mode } from "@/lib/sandbox/agent-protocol";

const WORDS: Record<Mode, string> = { development: "Development", production: "Production" };

/** In lessons that teach the difference: how the app runs, and whether the build has the newest edits. */
export function ModeBar({ playground }: { playground: Playground }) {
	const { builds, checks, lesson } = playground;
	const { mode, outdated } = useStore(builds.store);
	const session = useSessionState(playground);
	const busy = useChecks(checks, ({ run, proving }) => run.state === "running" || proving !== null);
	const group = useId();
	const modes = modesOf(lesson.meta);
	if (!modes.includes("production")) return null;
	const possible = playground.session.runner?.modes ?? modes;
	const building = session.state === "starting" && mode === "production";
	return (
		<div className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-border border-b px-2 py-1">
			{modes.length > 1 ? (
				<fieldset disabled={busy} className="flex rounded-md border border-border bg-surface-2 p-0.5">
					<legend className="sr-only">The app runs in</legend>
					{modes.map((each) => (
						<label
							key={each}
							className={cx(
								"relative inline-flex h-6 cursor-pointer items-center rounded-sm px-2.5 font-medium text-xs transition-colors",
								"has-focus-visible:outline-2 has-focus-visible:outline-accent has-disabled:cursor-not-allowed has-disabled:opacity-60",
								each === mode ? "bg-surface text-ink shadow-raised" : "text-ink-muted hover:text-ink",
							)}
						>
							<input
								type="radio"
								name={group}
								value={each}
								checked={each === mode}
								disabled={!possible.includes(each)}
								onChange={() => builds.setMode(each)}
								className="absolute inset-0 cursor-[inherit] appearance-none opacity-0"
							/>
							{WORDS[each]}
						</label>
					))}
				</fieldset>
			) : (
				<span className="px-1 font-medium text-ink-muted text-xs">Production build</span>
			)}
			<p aria-live="polite" className="min-w-0 text-ink-muted text-xs">
				{!possible.includes("production")
					? "Production builds need the playground on your own computer."
					: building
						? "Building the app …"
						: outdated
							? "Your edits are not in this build yet."
							: mode === "production"
								? "Edits wait for the next build."
								: "Edits run at once."}
			</p>
			{mode === "production" && (
				<Button
					size="sm"
					variant={outdated ? "primary" : "outline"}
					className="ml-auto"
					disabled={busy || building || !outdated}
					onClick={() => builds.rebuild()}
				>
					<Hammer aria-hidden="true" />
					Build again
				</Button>
			)}
		</div>
	);
}
