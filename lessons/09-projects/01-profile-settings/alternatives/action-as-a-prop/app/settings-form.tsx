"use client";

import { useActionState } from "react";

export interface SettingsState {
	fields: Record<string, string>;
	errors: Partial<Record<string, { errors: string[] }>>;
	saved?: boolean;
}

export function SettingsForm({
	action,
	initial,
}: {
	action: (previous: SettingsState, formData: FormData) => Promise<SettingsState>;
	initial: Record<string, string>;
}) {
	const [state, formAction] = useActionState(action, { fields: initial, errors: {} });

	const describe = (field: string) => ({
		id: field,
		name: field,
		defaultValue: state.fields[field],
		"aria-invalid": state.errors[field] !== undefined,
		"aria-describedby": `${field}-error`,
	});
	const error = (field: string) => (
		<p id={`${field}-error`} className="error">
			{state.errors[field]?.errors.join(" ")}
		</p>
	);

	return (
		<form action={formAction} className="card" noValidate>
			<label htmlFor="name">Name</label>
			<input {...describe("name")} />
			{error("name")}
			<label htmlFor="email">Email</label>
			<input {...describe("email")} />
			{error("email")}
			<label htmlFor="bio">About you</label>
			<textarea {...describe("bio")} />
			{error("bio")}
			<button type="submit">Save</button>
			<p role="status">{state.saved ? "Your settings are saved." : ""}</p>
		</form>
	);
}
