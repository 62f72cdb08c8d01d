import { cx } from "@/components/ui/cx";

/** Which of several files is shown. */
export function FileChoice({
	files,
	chosen,
	onChoose,
}: {
	/** `note` says in brackets what is special about the file. */
	files: readonly { path: string; note: string | null }[];
	chosen: string;
	onChoose(path: string): void;
}) {
	return (
		<ul
			aria-label="Files that differ"
			className="flex shrink-0 gap-1 overflow-x-auto border-border border-b px-2 py-1.5"
		>
			{files.map(({ path, note }) => (
				<li key={path}>
					<button
						type="button"
						aria-current={path === chosen}
						onClick={() => onChoose(path)}
						className={cx(
							"whitespace-nowrap rounded-md px-2 py-0.5 font-mono text-xs",
							path === chosen ? "bg-surface-2 text-ink" : "text-ink-muted hover:text-ink",
						)}
					>
						{path}
						{note !== null && <span className="ml-1.5 font-sans">{note}</span>}
					</button>
				</li>
			))}
		</ul>
	);
}
