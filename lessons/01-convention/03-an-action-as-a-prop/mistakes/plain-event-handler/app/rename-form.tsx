"use client";

import { useId } from "react";

export function RenameForm({
	label,
	value,
	onSave,
}: {
	label: string;
	value: string;
	onSave: (text: string) => Promise<void>;
}) {
	const id = useId();

	return (
		<form className="card" action={(formData: FormData) => onSave(String(formData.get("text")))}>
			<div className="field">
				<label htmlFor={id}>{label}</label>
				<input id={id} name="text" defaultValue={value} required />
			</div>
			<button type="submit">Save {label.toLowerCase()}</button>
		</form>
	);
}
