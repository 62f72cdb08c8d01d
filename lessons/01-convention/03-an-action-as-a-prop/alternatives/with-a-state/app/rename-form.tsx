"use client";

import { useActionState, useId } from "react";

export function RenameForm({
	label,
	value,
	saveAction,
}: {
	label: string;
	value: string;
	saveAction: (saved: string, formData: FormData) => Promise<string>;
}) {
	const id = useId();
	const [, formAction] = useActionState(saveAction, value);
	return (
		<form className="card" action={formAction}>
			<div className="field">
				<label htmlFor={id}>{label}</label>
				<input id={id} name="text" defaultValue={value} required />
			</div>
			<button type="submit">Save {label.toLowerCase()}</button>
		</form>
	);
}
