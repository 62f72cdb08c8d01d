"use client";

import { useId } from "react";

export function RenameForm({
	label,
	value,
	action,
}: {
	label: string;
	value: string;
	action: (formData: FormData) => Promise<void>;
}) {
	const id = useId();

	return (
		<form className="card" action={action}>
			<div className="field">
				<label htmlFor={id}>{label}</label>
				<input id={id} name="text" defaultValue={value} required />
			</div>
			<button type="submit">Save {label.toLowerCase()}</button>
		</form>
	);
}
