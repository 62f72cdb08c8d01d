"use client";

import { useEffect, useId, useRef, useState } from "react";
import { cx } from "@/components/ui/cx";

/** Asks for a path. Enter takes it, Escape and leaving an unchanged field give up. */
export function NameField({
	label,
	initial,
	refusal,
	onDone,
	onCancel,
}: {
	label: string;
	initial: string;
	/** Why the last try was refused. */
	refusal: string | null;
	onDone(name: string): void;
	onCancel(): void;
}) {
	const [name, setName] = useState(initial);
	const field = useRef<HTMLInputElement>(null);
	const id = useId();

	// Only the file's own name is selected: typing keeps the folder and the extension.
	useEffect(() => {
		const start = initial.lastIndexOf("/") + 1;
		const dot = initial.lastIndexOf(".");
		field.current?.focus();
		field.current?.setSelectionRange(start, dot > start ? dot : initial.length);
	}, [initial]);

	return (
		<form
			className="border-border border-b p-2"
			onSubmit={(event) => {
				event.preventDefault();
				onDone(name.trim());
			}}
		>
			<label htmlFor={id} className="mb-1 block text-ink-muted text-xs">
				{label}
			</label>
			<input
				ref={field}
				id={id}
				value={name}
				spellCheck={false}
				autoComplete="off"
				autoCapitalize="off"
				aria-invalid={refusal !== null}
				aria-describedby={refusal === null ? undefined : `${id}-refusal`}
				onChange={(event) => setName(event.target.value)}
				onKeyDown={(event) => {
					if (event.key !== "Escape") return;
					event.stopPropagation();
					onCancel();
				}}
				onBlur={() => name === initial && onCancel()}
				className={cx(
					"w-full rounded-md border bg-bg px-2 py-1 font-mono text-ink text-xs",
					refusal === null ? "border-border-strong" : "border-fail",
				)}
			/>
			{refusal !== null && (
				<p id={`${id}-refusal`} role="alert" className="mt-1 text-fail text-xs">
					{refusal}
				</p>
			)}
		</form>
	);
}
