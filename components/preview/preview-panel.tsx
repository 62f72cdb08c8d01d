"use client";

import { useStore } from "zustand";
import { ModeBar } from "@/components/build/mode-bar";
import { useChecks, usePreviewState, useSessionState } from "@/components/lesson/lesson-context";
import { SandboxNotice } from "@/components/sandbox/sandbox-notice";
import { cx } from "@/components/ui/cx";
import { Spinner } from "@/components/ui/spinner";
import type { Playground } from "@/lib/playground/types";
import type { PreviewState } from "@/lib/sandbox/bridge/types";
import { LessonNeeds } from "./lesson-needs";
import { PreviewToolbar } from "./preview-toolbar";
import { SecondBrowserPanel } from "./second-browser-panel";
import { NetworkTrouble, Surroundings } from "./surroundings";
import { useAttached } from "./use-attached";

/** The learner's app as it runs. */
export function PreviewPanel({ playground }: { playground: Playground }) {
	const { preview, session, checks, secondBrowser } = playground;
	const state = usePreviewState(playground);
	const sandbox = useSessionState(playground);
	const checking = useChecks(checks, ({ run }) => run.state === "running");
	const proving = useChecks(checks, (whole) => whole.proving !== null);
	const second = useStore(secondBrowser.store, ({ open }) => open);
	const container = useAttached(preview);
	// Crashed or starting again, the app's last page would show something that is no longer there.
	const covered = sandbox.state !== "ready" && sandbox.state !== "compiling";
	const busy = checking || proving;

	return (
		<section aria-label="Preview" className="flex h-full min-h-0 flex-col bg-surface">
			<PreviewToolbar preview={preview} state={state}>
				<Surroundings playground={playground} />
			</PreviewToolbar>
			<NetworkTrouble network={playground.network} />
			<LessonNeeds picker={playground.picker} />
			<ModeBar playground={playground} />
			<div className="relative min-h-0 flex-1">
				<Progress phase={covered ? "empty" : state.phase} />
				{/* Never inert while checks run: an inert frame cannot be focused. */}
				<div
					ref={container}
					className={cx(
						"absolute inset-0 bg-surface [&>iframe]:block [&>iframe]:size-full [&>iframe]:border-0",
						covered && "invisible",
					)}
				/>
				{(covered || state.origin === null) && (
					<div className="absolute inset-0">
						<SandboxNotice state={sandbox} session={session} />
					</div>
				)}
				{busy && !covered && (
					<div className="absolute inset-0 grid animate-fade place-items-end bg-bg/35 p-3">
						<p className="mx-auto flex items-center gap-2 rounded-full bg-ink px-3 py-1.5 font-medium text-bg text-xs shadow-floating">
							<Spinner className="size-3.5" />
							{proving ? "A claim is being proved in the preview" : "Checks are using the preview"}
						</p>
					</div>
				)}
			</div>
			{second && <SecondBrowserPanel secondBrowser={secondBrowser} />}
		</section>
	);
}

/** A thin line under the address bar while a document loads or React takes it over. */
function Progress({ phase }: { phase: PreviewState["phase"] }) {
	const words = phase === "loading" ? "Loading" : phase === "hydrating" ? "Hydrating" : null;
	return (
		<div role="status" className="pointer-events-none absolute inset-x-0 top-0 z-10 h-0.5 overflow-hidden">
			{words !== null && (
				<>
					<div className="h-full w-1/4 animate-sweep rounded-full bg-accent" />
					<span className="sr-only">{words} the page</span>
				</>
			)}
		</div>
	);
}
