"use client";

import { useId } from "react";

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

	return (
		<form className="card" action={(formData: FormData) => saveAction(String(formData.get("text")))}>
			<div className="field">
				<label htmlFor={id}>{label}</label>
				<input id={id} name="text" defaultValue={value} required />
			</div>
			<button type="submit">Save {label.toLowerCase()}</button>
		</form>
	);
}
