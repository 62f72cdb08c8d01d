"use client";

import { useActionState } from "react";
import { subscribe } from "./actions";

export function SubscribeForm() {
	const [error, formAction] = useActionState(subscribe, "");

	return (
		<form action={formAction} className="card">
			<p className="error" role="alert">
				{error}
			</p>
			<div className="field">
				<label htmlFor="email">Email</label>
				<input id="email" name="email" type="email" required />
			</div>
			<button type="submit">Subscribe</button>
		</form>
	);
}
