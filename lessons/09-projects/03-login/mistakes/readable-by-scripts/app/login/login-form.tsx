"use client";

import { useActionState } from "react";
import { logIn } from "./actions";

export function LoginForm() {
	const [state, formAction, pending] = useActionState(logIn, { email: "", error: "" });

	return (
		<form action={formAction} className="card" noValidate>
			<p role="alert" className="error">
				{state.error}
			</p>
			<div className="field">
				<label htmlFor="email">Email</label>
				<input id="email" name="email" type="email" autoComplete="username" defaultValue={state.email} />
			</div>
			<div className="field">
				<label htmlFor="password">Password</label>
				<input id="password" name="password" type="password" autoComplete="current-password" />
			</div>
			<button type="submit" disabled={pending}>
				Log in
			</button>
		</form>
	);
}
