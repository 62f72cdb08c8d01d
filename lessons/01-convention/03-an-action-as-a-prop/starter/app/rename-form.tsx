"use client";

import { useId } from "react";

export function RenameForm({ label, value }: { label: string; value: string }) {
	const id = useId();

	return (
		<form className="card" onSubmit={(event) => event.preventDefault()}>
			<div className="field">
				<label htmlFor={id}>{label}</label>
				<input id={id} name="text" defaultValue={value} required />
			</div>
			<button type="submit">Save {label.toLowerCase()}</button>
		</form>
	);
}
