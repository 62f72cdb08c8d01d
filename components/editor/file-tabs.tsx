"use client";

import { Lock, X } from "lucide-react";
import { type KeyboardEvent, useRef } from "react";
import { useStore } from "zustand";
import { cx } from "@/components/ui/cx";
import type { Workspace } from "@/lib/workspace";
import { tabNames } from "./tree-model";

/** The id of the panel that the tabs show; {@link tabId} names the tab of a file. */
export const TAB_PANEL_ID = "editor-panel";

export function tabId(path: string): string {
	return `editor-tab-${path.replace(/[^a-zA-Z0-9]/g, (char) => `_${char.charCodeAt(0).toString(16)}`)}`;
}

/** The open files. Arrows, Home and End move between them, Delete closes one. */
export function FileTabs({ workspace }: { workspace: Workspace }) {
	const openTabs = useStore(workspace.store, (state) => state.openTabs);
	const active = useStore(workspace.store, (state) => state.active);
	const edits = useStore(workspace.store, (state) => state.edits);
	const list = useRef<HTMLDivElement>(null);
	const names = tabNames(openTabs);

	function show(path: string | undefined): void {
		if (path === undefined) return;
		workspace.actions.open(path);
		list.current?.querySelector<HTMLElement>(`#${tabId(path)}`)?.focus();
	}

	function onKeyDown(event: KeyboardEvent, path: string): void {
		const index = openTabs.indexOf(path);
		const last = openTabs.length - 1;
		const targets: Record<string, number> = {
			ArrowRight: index === last ? 0 : index + 1,
			ArrowLeft: index === 0 ? last : index - 1,
			Home: 0,
			End: last,
		};
		const target = targets[event.key];
		if (target !== undefined) {
			event.preventDefault();
			show(openTabs[target]);
		} else if (event.key === "Delete") {
			event.preventDefault();
			workspace.actions.close(path);
			show(workspace.store.getState().active ?? undefined);
		}
	}

	if (openTabs.length === 0) return <div className="h-9" />;
	return (
		<div className="relative h-9 min-w-0 flex-1 overflow-x-auto overflow-y-hidden [scrollbar-width:none]">
			{/* A tab list may hold tabs only, so it owns them while they stand beside their close buttons. */}
			<div role="tablist" aria-label="Open files" aria-owns={openTabs.map(tabId).join(" ")} />
			<div ref={list} className="flex h-full w-max">
				{openTabs.map((path) => {
					const selected = path === active;
					const changed = path in edits;
					return (
						<div
							key={path}
							className={cx(
								"group flex items-center border-border border-r pr-1",
								selected ? "bg-surface shadow-[inset_0_2px_0_var(--accent)]" : "bg-surface-2",
							)}
						>
							<button
								type="button"
								role="tab"
								id={tabId(path)}
								aria-selected={selected}
								aria-controls={TAB_PANEL_ID}
								tabIndex={selected ? 0 : -1}
								title={path}
								onClick={() => workspace.actions.open(path)}
								onAuxClick={(event) => event.button === 1 && workspace.actions.close(path)}
								onKeyDown={(event) => onKeyDown(event, path)}
								className={cx(
									"flex h-full items-center gap-1.5 pr-1 pl-3 font-mono text-xs focus-visible:-outline-offset-2",
									selected ? "text-ink" : "text-ink-muted hover:text-ink",
								)}
							>
								{workspace.isReadonly(path) && <Lock className="size-3" role="img" aria-label="read-only" />}
								{names.get(path)}
								{changed && (
									<span role="img" aria-label="changed" className="size-1.5 rounded-full bg-accent" />
								)}
							</button>
							<button
								type="button"
								tabIndex={-1}
								aria-label={`Close ${path}`}
								onClick={() => workspace.actions.close(path)}
								className="grid size-5 place-items-center rounded-sm text-ink-muted opacity-60 hover:bg-border hover:text-ink hover:opacity-100"
							>
								<X className="size-3" aria-hidden="true" />
							</button>
						</div>
					);
				})}
			</div>
		</div>
	);
}
