"use client";

import { useActionState } from "react";
import { saveSettings } from "./actions";

export function SettingsForm({ stored }: { stored: { name: string; email: string; bio: string } }) {
	const [state, formAction, pending] = useActionState(saveSettings, { values: stored, errors: {}, message: "" });
	const { values, errors, message } = state;

	return (
		<form action={formAction} className="card" noValidate>
			<p role="status">{message}</p>
			<div className="field">
				<label htmlFor="name">Name</label>
				<input
					id="name"
					name="name"
					autoComplete="name"
					defaultValue={values.name}
					aria-invalid={Boolean(errors.name)}
					aria-describedby="name-error"
				/>
				<FieldError id="name-error" errors={errors.name} />
			</div>
			<div className="field">
				<label htmlFor="email">Email</label>
				<input
					id="email"
					name="email"
					type="email"
					autoComplete="email"
					defaultValue={values.email}
					aria-invalid={Boolean(errors.email)}
					aria-describedby="email-error"
				/>
				<FieldError id="email-error" errors={errors.email} />
			</div>
			<div className="field">
				<label htmlFor="bio">About you</label>
				<textarea
					id="bio"
					name="bio"
					defaultValue={values.bio}
					aria-invalid={Boolean(errors.bio)}
					aria-describedby="bio-error"
				/>
				<FieldError id="bio-error" errors={errors.bio} />
			</div>
			<button type="submit" disabled={pending}>
				Save
			</button>
		</form>
	);
}

function FieldError({ id, errors = [] }: { id: string; errors?: string[] }) {
	return (
		<p id={id} className="error" role="alert">
			{errors[0]}
		</p>
	);
}
