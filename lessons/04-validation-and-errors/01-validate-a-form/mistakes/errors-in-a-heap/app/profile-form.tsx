"use client";

import { useActionState } from "react";
import { type JoinState, join } from "./actions";

const empty: JoinState = { values: { name: "", email: "", bio: "" }, errors: {}, message: "" };

export function ProfileForm() {
	const [state, formAction, pending] = useActionState(join, empty);
	const { values, errors, message } = state;

	return (
		<form action={formAction} className="card" noValidate>
			<p role="status">{message}</p>
			<ul className="error" role="alert">
				{Object.values(errors)
					.flat()
					.map((error) => (
						<li key={error}>{error}</li>
					))}
			</ul>
			<div className="field">
				<label htmlFor="name">Name</label>
				<input id="name" name="name" autoComplete="name" defaultValue={values.name} />
			</div>
			<div className="field">
				<label htmlFor="email">Email</label>
				<input id="email" name="email" type="email" autoComplete="email" defaultValue={values.email} />
			</div>
			<div className="field">
				<label htmlFor="bio">About you</label>
				<textarea id="bio" name="bio" defaultValue={values.bio} />
			</div>
			<button type="submit" disabled={pending}>
				Join
			</button>
		</form>
	);
}
