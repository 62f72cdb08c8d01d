"use client";

import { ChevronRight, FileText, Info } from "lucide-react";
import { useState } from "react";
import { cx } from "@/components/ui/cx";
import { inOneLine, type Shown } from "@/lib/inspector/values";

/** A decoded value; what is inside of it opens. */
export function ShownValue({ value, open = true }: { value: Shown; open?: boolean }) {
	switch (value.type) {
		case "scalar":
			return <span className="text-accent">{value.text}</span>;
		case "text":
			return (
				<span className="whitespace-pre-wrap break-words">
					“{value.text}”{value.cut > 0 && <Note>… and {value.cut} more characters</Note>}
				</span>
			);
		case "file":
			return (
				<span className="inline-flex items-center gap-1">
					<FileText aria-hidden="true" className="size-3" />
					{value.name} <Note>{[value.mime, `${value.size} bytes`].filter(Boolean).join(", ")}</Note>
				</span>
			);
		case "note":
			return (
				<Note>
					<Info aria-hidden="true" className="mr-1 inline size-3" />
					{value.text}
				</Note>
			);
		case "group":
			return <Group group={value} open={open} />;
	}
}

function Group({ group, open: openAtFirst }: { group: Extract<Shown, { type: "group" }>; open: boolean }) {
	const [open, setOpen] = useState(openAtFirst);
	if (group.entries.length === 0) return <span>{inOneLine(group)}</span>;
	return (
		<div className="min-w-0">
			<button
				type="button"
				aria-expanded={open}
				onClick={() => setOpen(!open)}
				className="inline-flex max-w-full items-center gap-1 rounded-sm text-left text-ink-muted hover:text-ink"
			>
				<ChevronRight
					aria-hidden="true"
					className={cx("size-3 shrink-0 transition-transform", open && "rotate-90")}
				/>
				<span className="truncate">
					{open ? `${group.name} (${group.entries.length + group.left})` : inOneLine(group)}
				</span>
			</button>
			{open && (
				<ul className="ml-1.5 grid gap-0.5 border-border border-l pl-2.5">
					{group.entries.map(({ key, value }, index) => (
						<li key={index} className="flex min-w-0 items-baseline gap-1.5">
							{key !== null && (
								<span
									className={cx(
										"shrink-0 text-ink-muted",
										typeof key === "string" && key.startsWith("$ACTION_") && "italic",
									)}
								>
									{typeof key === "string" ? key : inOneLine(key)}:
								</span>
							)}
							<div className="min-w-0">
								<ShownValue value={value} open={index < 20} />
							</div>
						</li>
					))}
					{group.left > 0 && (
						<li>
							<Note>and {group.left} more</Note>
						</li>
					)}
				</ul>
			)}
		</div>
	);
}

function Note({ children }: { children: React.ReactNode }) {
	return <span className="font-sans text-ink-muted italic">{children}</span>;
}
