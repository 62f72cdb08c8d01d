import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { ScrollPre } from "@/components/ui/scroll-pre";
import type { DataChange, LogEntry } from "@/lib/sandbox/agent-protocol";

export function Section({ label, children }: { label: string; children: ReactNode }) {
	return (
		<section aria-label={label} className="mt-3 min-w-0 first:mt-0">
			<h3 className="eyebrow mb-1">{label}</h3>
			{children}
		</section>
	);
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
	return (
		<div className="grid grid-cols-[5.5rem_1fr] gap-2 text-[0.8125rem] leading-5">
			<dt className="text-ink-muted">{name}</dt>
			<dd className="min-w-0 break-words">{children}</dd>
		</div>
	);
}

/** Said where another request ran at the same time: nothing tells whose a row or a line is. */
function Shared({ concurrent, what }: { concurrent: number; what: string }) {
	if (concurrent === 0) return null;
	return (
		<p className="mt-1 text-ink-muted text-xs">
			{concurrent === 1 ? "Another request was" : `${concurrent} other requests were`} under way at the same
			time: some of these {what} may be {concurrent === 1 ? "its" : "theirs"}.
		</p>
	);
}

/** Rows of the data before and after. */
export function Changes({ changes, concurrent }: { changes: DataChange[] | null; concurrent: number }) {
	if (changes === null) return null;
	return (
		<Section label="Data">
			{changes.length === 0 ? (
				<p className="text-[0.8125rem] text-ink-muted">No row was changed.</p>
			) : (
				<>
					<ul className="grid gap-1.5">
						{changes.map((change, index) => (
							<li key={index}>
								<Change change={change} />
							</li>
						))}
					</ul>
					<Shared concurrent={concurrent} what="changes" />
				</>
			)}
		</Section>
	);
}

function Change({ change: { table, before, after } }: { change: DataChange }) {
	const row = after ?? before ?? {};
	const what = before === null ? "added" : after === null ? "taken away" : "changed";
	const columns = Object.keys({ ...before, ...after });
	const differs = (column: string) =>
		before !== null && after !== null && JSON.stringify(before[column]) !== JSON.stringify(after[column]);
	return (
		<div
			className={cx(
				"overflow-hidden rounded-md border-l-2 bg-surface-2 px-2.5 py-1.5",
				before === null ? "border-l-pass" : after === null ? "border-l-fail" : "border-l-accent",
			)}
		>
			<p className="text-xs">
				<span className="font-medium">
					{table}
					{row.id === undefined ? "" : ` ${String(row.id)}`}
				</span>{" "}
				{what}
			</p>
			<dl className="font-mono text-xs leading-5">
				{columns
					.filter((column) => column !== "id" && (before === null || after === null || differs(column)))
					.map((column) => (
						<div key={column} className="flex min-w-0 gap-1.5">
							<dt className="shrink-0 text-ink-muted">{column}:</dt>
							<dd className="min-w-0 break-words">
								{differs(column) && (
									<>
										<del className="text-fail">{JSON.stringify(before?.[column])}</del>{" "}
									</>
								)}
								{differs(column) ? (
									<ins className="text-pass no-underline">{JSON.stringify(after?.[column])}</ins>
								) : (
									JSON.stringify(row[column])
								)}
							</dd>
						</div>
					))}
			</dl>
		</div>
	);
}

export function ServerLines({ lines, concurrent }: { lines: LogEntry[]; concurrent: number }) {
	if (lines.length === 0) return null;
	return (
		<Section label="Server log meanwhile">
			<ScrollPre className="max-h-56 whitespace-pre-wrap break-words px-2.5 py-2">
				{lines.map(({ text }) => text).join("\n")}
			</ScrollPre>
			<Shared concurrent={concurrent} what="lines" />
		</Section>
	);
}
