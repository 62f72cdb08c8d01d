"use client";

import { useActionState, useState } from "react";
import { type JoinState, join } from "./actions";

const fields = [
	{ name: "name", label: "Name" },
	{ name: "email", label: "Email" },
	{ name: "bio", label: "About you" },
] as const;

const empty: JoinState = { values: { name: "", email: "", bio: "" }, errors: {}, message: "" };

export function ProfileForm() {
	const [state, formAction, pending] = useActionState(join, empty);
	const [values, setValues] = useState(state.values);

	return (
		<form action={formAction} className="card" noValidate>
			{fields.map(({ name, label }) => (
				<div className="field" key={name}>
					<label htmlFor={name}>{label}</label>
					<input
						id={name}
						name={name}
						value={values[name]}
						onChange={(event) => setValues({ ...values, [name]: event.target.value })}
						aria-invalid={state.errors[name] !== undefined}
						aria-describedby={`${name}-error`}
					/>
					<p id={`${name}-error`} className="error" aria-live="assertive">
						{state.errors[name]?.join(" ")}
					</p>
				</div>
			))}
			<button type="submit" disabled={pending}>
				Join
			</button>
			{state.message && <p role="status">{state.message}</p>}
		</form>
	);
}
