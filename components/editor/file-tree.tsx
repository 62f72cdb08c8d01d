"use client";

import { FilePlus, Pencil, Trash2 } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { useStore } from "zustand";
import { Button } from "@/components/ui/button";
import { Tooltip } from "@/components/ui/tooltip";
import type { Workspace } from "@/lib/workspace";
import { NameField } from "./name-field";
import { TreeLine } from "./tree-line";
import { buildTree, moveInTree, visibleRows } from "./tree-model";

type Naming =
	| { kind: "none" }
	| { kind: "create"; initial: string; refusal: string | null }
	| { kind: "rename"; path: string; refusal: string | null };

/** The files of the app. Arrows move, Enter opens, F2 renames, Delete takes away (and can be undone). */
export function FileTree({ workspace }: { workspace: Workspace }) {
	const active = useStore(workspace.store, (state) => state.active);
	const edits = useStore(workspace.store, (state) => state.edits);
	const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
	const [chosen, setChosen] = useState<string | null>(null);
	const [naming, setNaming] = useState<Naming>({ kind: "none" });
	const tree = useRef<HTMLDivElement>(null);

	const rows = visibleRows(buildTree(workspace.visiblePaths()), collapsed);
	const isShown = (path: string | null) => rows.some((row) => row.node.path === path);
	const current = isShown(chosen) ? chosen : isShown(active) ? active : (rows[0]?.node.path ?? null);
	const currentNode = rows.find((row) => row.node.path === current)?.node;
	const currentFile = currentNode?.kind === "file" ? currentNode.path : null;

	function focus(path: string): void {
		setChosen(path);
		// The line may just have been rendered.
		requestAnimationFrame(() => {
			tree.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`)?.focus();
		});
	}

	function setFolder(path: string, open: boolean): void {
		const next = new Set(collapsed);
		if (open) next.delete(path);
		else next.add(path);
		setCollapsed(next);
	}

	function choose(path: string, isFolder: boolean): void {
		setChosen(path);
		if (isFolder) setFolder(path, collapsed.has(path));
		else workspace.actions.open(path);
	}

	function remove(path: string): void {
		const index = rows.findIndex((row) => row.node.path === path);
		const neighbour = rows[index + 1] ?? rows[index - 1];
		if (workspace.actions.remove(path) && neighbour) focus(neighbour.node.path);
	}

	function startCreating(): void {
		const folder = currentNode?.kind === "folder" ? currentNode.path : folderOf(currentFile);
		setNaming({ kind: "create", initial: folder === "" ? "" : `${folder}/`, refusal: null });
	}

	/** What the workspace refused is told at the field, so it need not stand anywhere else too. */
	function takeRefusal(): string {
		const { refusal } = workspace.store.getState();
		workspace.actions.dismissRefusal();
		return refusal ?? "That name cannot be used.";
	}

	function finishNaming(name: string): void {
		const done =
			naming.kind === "create"
				? workspace.actions.create(name)
				: naming.kind === "rename" && workspace.actions.rename(naming.path, name);
		if (!done) {
			if (naming.kind !== "none") setNaming({ ...naming, refusal: takeRefusal() });
			return;
		}
		setNaming({ kind: "none" });
		focus(name);
	}

	function cancelNaming(): void {
		const path = naming.kind === "rename" ? naming.path : current;
		setNaming({ kind: "none" });
		if (path !== null) focus(path);
	}

	function onKeyDown(event: KeyboardEvent): void {
		if (current === null || !currentNode || event.target instanceof HTMLInputElement) return;
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const isFolder = currentNode.kind === "folder";
		const move = moveInTree(rows, collapsed, current, event.key);
		if (move?.kind === "focus") focus(move.path);
		else if (move) setFolder(move.path, move.kind === "expand");
		else if (event.key === "Enter" || event.key === " ") choose(current, isFolder);
		else if (event.key === "F2" && !isFolder) setNaming({ kind: "rename", path: current, refusal: null });
		else if (event.key === "Delete" && !isFolder) remove(current);
		else return;
		event.preventDefault();
	}

	return (
		<div className="flex h-full min-h-0 flex-col bg-surface text-sm">
			<div className="flex h-9 items-center gap-0.5 border-border border-b pr-1 pl-3">
				<span className="min-w-0 flex-1 truncate font-medium text-ink-muted text-xs">Files</span>
				<Tooltip content="New file">
					<Button variant="quiet" size="sm" icon aria-label="New file" onClick={startCreating}>
						<FilePlus aria-hidden="true" />
					</Button>
				</Tooltip>
				<Tooltip content="Rename (F2)">
					<Button
						variant="quiet"
						size="sm"
						icon
						aria-label={currentFile === null ? "Rename" : `Rename ${currentFile}`}
						disabled={currentFile === null}
						onClick={() => currentFile && setNaming({ kind: "rename", path: currentFile, refusal: null })}
					>
						<Pencil aria-hidden="true" />
					</Button>
				</Tooltip>
				<Tooltip content="Delete (Del); undo brings it back">
					<Button
						variant="quiet"
						size="sm"
						icon
						aria-label={currentFile === null ? "Delete" : `Delete ${currentFile}`}
						disabled={currentFile === null}
						onClick={() => currentFile && remove(currentFile)}
					>
						<Trash2 aria-hidden="true" />
					</Button>
				</Tooltip>
			</div>
			{naming.kind !== "none" && (
				<NameField
					key={naming.kind === "rename" ? naming.path : "create"}
					label={naming.kind === "rename" ? `New path for ${naming.path}` : "Path of the new file"}
					initial={naming.kind === "rename" ? naming.path : naming.initial}
					refusal={naming.refusal}
					onDone={finishNaming}
					onCancel={cancelNaming}
				/>
			)}
			<div
				ref={tree}
				role="tree"
				aria-label="Files of the app"
				onKeyDown={onKeyDown}
				tabIndex={-1}
				className="min-h-0 flex-1 overflow-auto py-1 outline-none"
			>
				{rows.map((row) => (
					<TreeLine
						key={row.node.path}
						row={row}
						open={!collapsed.has(row.node.path)}
						shown={row.node.path === active}
						focusable={row.node.path === current}
						changed={row.node.path in edits}
						isReadonly={row.node.kind === "file" && workspace.isReadonly(row.node.path)}
						onChoose={() => choose(row.node.path, row.node.kind === "folder")}
						onFocus={() => setChosen(row.node.path)}
					/>
				))}
			</div>
		</div>
	);
}

function folderOf(path: string | null): string {
	return path?.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}
