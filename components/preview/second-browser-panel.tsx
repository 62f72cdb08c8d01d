"use client";

import { useStore } from "zustand";
import { usePreviewState } from "@/components/lesson/lesson-context";
import { Spinner } from "@/components/ui/spinner";
import type { SecondBrowser } from "@/lib/playground/second-browser";
import { PreviewToolbar } from "./preview-toolbar";
import { useAttached } from "./use-attached";

/** The same app once more, for another visitor. */
export function SecondBrowserPanel({ secondBrowser }: { secondBrowser: SecondBrowser }) {
	const { preview } = secondBrowser;
	const state = usePreviewState({ preview });
	const trouble = useStore(secondBrowser.store, (whole) => whole.trouble);
	const container = useAttached(preview);
	return (
		<section
			aria-label="Second browser"
			className="flex min-h-0 flex-1 flex-col border-border-strong border-t-2"
		>
			<p className="eyebrow shrink-0 bg-surface-2 px-3 py-0.5">Second browser, cookies of its own</p>
			<PreviewToolbar preview={preview} state={state} />
			<div className="relative min-h-0 flex-1">
				<div
					ref={container}
					className="absolute inset-0 [&>iframe]:block [&>iframe]:size-full [&>iframe]:border-0"
				/>
				{state.origin === null && (
					<div className="absolute inset-0 grid place-items-center p-4 text-[0.8125rem]">
						{trouble === null ? (
							<span className="text-ink-muted">
								<Spinner />
								<span className="sr-only">The second browser waits for the app</span>
							</span>
						) : (
							<p role="alert" className="text-fail">
								{trouble}
							</p>
						)}
					</div>
				)}
			</div>
		</section>
	);
}
