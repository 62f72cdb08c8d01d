"use client";

import { ArrowLeft, ArrowRight, ExternalLink, RotateCw } from "lucide-react";
import { Switch } from "radix-ui";
import { type FormEvent, type ReactNode, useEffect, useId, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Tooltip } from "@/components/ui/tooltip";
import type { Preview, PreviewState } from "@/lib/sandbox/bridge/types";
import { toPath } from "./address";

/** A preview's address bar and what stands around it; `children` at its end. */
export function PreviewToolbar({
	preview,
	state,
	children,
}: {
	preview: Preview;
	state: PreviewState;
	children?: ReactNode;
}) {
	const off = state.origin === null;
	const switchId = useId();
	return (
		<div className="@container shrink-0 border-border border-b">
			<div className="flex h-10 items-center gap-0.5 px-1.5">
				<Tooltip content="Back">
					<Button
						variant="quiet"
						size="sm"
						icon
						aria-label="Back"
						disabled={off}
						onClick={() => preview.back()}
					>
						<ArrowLeft aria-hidden="true" />
					</Button>
				</Tooltip>
				<Tooltip content="Forward">
					<Button
						variant="quiet"
						size="sm"
						icon
						aria-label="Forward"
						className="@max-[22rem]:hidden"
						disabled={off}
						onClick={() => preview.forward()}
					>
						<ArrowRight aria-hidden="true" />
					</Button>
				</Tooltip>
				<Tooltip content="Reload">
					<Button
						variant="quiet"
						size="sm"
						icon
						aria-label="Reload"
						disabled={off}
						onClick={() => preview.reload()}
					>
						<RotateCw aria-hidden="true" />
					</Button>
				</Tooltip>
				<AddressBar preview={preview} url={state.url} disabled={off} />
				<Tooltip
					content={
						state.javaScript
							? "Switch JavaScript off: forms are then sent by the browser alone, as for a visitor whose scripts have not loaded. A Server Action must work for them too."
							: "JavaScript is off in the preview. What still works is progressive enhancement."
					}
				>
					<span className="ml-1 inline-flex items-center gap-1.5">
						<label htmlFor={switchId} className="@max-[26rem]:sr-only cursor-pointer text-ink-muted text-xs">
							JavaScript
						</label>
						<Switch.Root
							id={switchId}
							checked={state.javaScript}
							onCheckedChange={(on) => preview.setJavaScript(on)}
							className={cx(
								"relative h-[18px] w-8 shrink-0 rounded-full border transition-colors",
								state.javaScript ? "border-accent bg-accent" : "border-border-strong bg-surface-2",
							)}
						>
							<Switch.Thumb
								className={cx(
									"block size-3 rounded-full transition-transform",
									state.javaScript ? "translate-x-4 bg-accent-ink" : "translate-x-0.5 bg-border-strong",
								)}
							/>
						</Switch.Root>
					</span>
				</Tooltip>
				{off ? null : (
					<Tooltip content="Open in a new tab">
						<a
							href={`${state.origin}${state.url}`}
							target="_blank"
							rel="noreferrer"
							aria-label="Open in a new tab"
							className={cx(
								buttonClass({ variant: "quiet", size: "sm", icon: true }),
								"hover:bg-surface-2 hover:text-ink",
							)}
						>
							<ExternalLink aria-hidden="true" />
						</a>
					</Tooltip>
				)}
				{children}
			</div>
		</div>
	);
}

/** Shows where the app is; Enter goes elsewhere, Escape gives the present address back. */
function AddressBar({ preview, url, disabled }: { preview: Preview; url: string; disabled: boolean }) {
	const [draft, setDraft] = useState<string | null>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: another address makes what was typed meaningless
	useEffect(() => setDraft(null), [url]);
	const go = (event: FormEvent) => {
		event.preventDefault();
		preview.open(toPath(draft ?? url));
		setDraft(null);
	};
	return (
		<form onSubmit={go} className="min-w-0 flex-1">
			<input
				aria-label="Address in the app"
				value={draft ?? url}
				disabled={disabled}
				spellCheck={false}
				autoComplete="off"
				autoCapitalize="off"
				onChange={(event) => setDraft(event.target.value)}
				onBlur={() => setDraft(null)}
				onKeyDown={(event) => {
					if (event.key === "Escape") setDraft(null);
				}}
				className="h-7 w-full min-w-0 rounded-md border border-transparent bg-surface-2 px-2.5 font-mono text-[0.8125rem] text-ink hover:border-border focus-visible:border-accent focus-visible:bg-surface focus-visible:outline-1 focus-visible:outline-offset-0 disabled:opacity-60"
			/>
		</form>
	);
}
