"use client";

import { useActionState } from "react";
import { subscribe } from "./actions";

export function SubscribeForm() {
	const [state, formAction, pending] = useActionState(subscribe, { email: "", error: "", thanks: "" });

	if (state.error) {
		return (
			<p className="error" role="alert">
				{state.error}
			</p>
		);
	}

	return (
		<form action={formAction} className="card">
			<p role="status">{state.thanks}</p>
			<div className="field">
				<label htmlFor="email">Email</label>
				<input id="email" name="email" type="email" required defaultValue={state.email} />
			</div>
			<button type="submit" disabled={pending}>
				Subscribe
			</button>
		</form>
	);
}
