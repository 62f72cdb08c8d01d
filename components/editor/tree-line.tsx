import { ChevronDown, ChevronRight, FileCode2, FileText, Lock } from "lucide-react";
import { cx } from "@/components/ui/cx";
import type { TreeRow } from "./tree-model";

export interface TreeLineProps {
	row: TreeRow;
	/** Folders only. */
	open: boolean;
	/** The file stands in the editor. */
	shown: boolean;
	/** The one line that Tab reaches. */
	focusable: boolean;
	changed: boolean;
	isReadonly: boolean;
	onChoose(): void;
	onFocus(): void;
}

export function TreeLine(props: TreeLineProps) {
	const { row, open, shown, focusable, changed, isReadonly } = props;
	const isFolder = row.node.kind === "folder";
	const Icon = isFolder
		? open
			? ChevronDown
			: ChevronRight
		: /\.tsx?$/.test(row.node.name)
			? FileCode2
			: FileText;
	const marks = [changed && "changed", isReadonly && "read-only"].filter(Boolean).join(", ");
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it handles every key
		<div
			role="treeitem"
			data-path={row.node.path}
			aria-level={row.level}
			aria-posinset={row.position}
			aria-setsize={row.siblings}
			aria-selected={shown}
			aria-expanded={isFolder ? open : undefined}
			aria-label={marks === "" ? row.node.name : `${row.node.name}, ${marks}`}
			tabIndex={focusable ? 0 : -1}
			onClick={props.onChoose}
			onFocus={props.onFocus}
			style={{ paddingLeft: `${(row.level - 1) * 12 + 10}px` }}
			className={cx(
				"flex h-6 cursor-default items-center gap-1.5 pr-2 font-mono text-xs focus-visible:-outline-offset-2",
				shown ? "bg-surface-2 text-ink" : "text-ink-muted hover:bg-surface-2/60 hover:text-ink",
			)}
		>
			<Icon className="size-3.5 shrink-0" aria-hidden="true" />
			<span className="min-w-0 flex-1 truncate">{row.node.name}</span>
			{isReadonly && <Lock className="size-3 shrink-0" aria-hidden="true" />}
			{changed && <span className="size-1.5 shrink-0 rounded-full bg-accent" aria-hidden="true" />}
		</div>
	);
}
