"use client";

import { useId, useTransition } from "react";

export function RenameForm({
	label,
	value,
	saveAction,
}: {
	label: string;
	value: string;
	saveAction: (text: string) => Promise<void>;
}) {
	const id = useId();
	const [, startTransition] = useTransition();
	return (
		<form
			className="card"
			onSubmit={(event) => {
				event.preventDefault();
				const text = String(new FormData(event.currentTarget).get("text"));
				startTransition(() => saveAction(text));
			}}
		>
			<div className="field">
				<label htmlFor={id}>{label}</label>
				<input id={id} name="text" defaultValue={value} required />
			</div>
			<button type="submit">Save {label.toLowerCase()}</button>
		</form>
	);
}
