"use client";

import { useActionState } from "react";

export interface FormState {
	typed: Record<string, string>;
	wrong: string[];
}

export function ProfileForm({
	action,
}: {
	action: (previous: FormState, formData: FormData) => Promise<FormState>;
}) {
	const [state, formAction] = useActionState(action, { typed: {}, wrong: [] });

	function field(name: string) {
		const wrong = state.wrong.includes(name);
		return {
			id: name,
			name,
			defaultValue: state.typed[name],
			...(wrong && { "aria-invalid": true, "aria-describedby": `${name}-error` }),
		};
	}

	function error(name: string, text: string) {
		if (!state.wrong.includes(name)) return null;
		return (
			<span id={`${name}-error`} className="error" role="alert">
				{text}
			</span>
		);
	}

	return (
		<form action={formAction} className="card" noValidate>
			<div className="field">
				<label htmlFor="name">Name</label>
				<input {...field("name")} />
				{error("name", "Too short.")}
			</div>
			<div className="field">
				<label htmlFor="email">Email</label>
				<input {...field("email")} />
				{error("email", "Not an address.")}
			</div>
			<div className="field">
				<label htmlFor="bio">About you</label>
				<textarea {...field("bio")} />
				{error("bio", "Too long.")}
			</div>
			<button type="submit">Join</button>
		</form>
	);
}
