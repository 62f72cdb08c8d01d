"use client";

import { useActionState } from "react";
import { suggest } from "./actions";

export function SuggestForm() {
	const [state, formAction, pending] = useActionState(suggest, null);

	return (
		<form action={formAction} className="card">
			<p role="alert" className="error">
				{state?.error}
			</p>
			<div className="field">
				<label htmlFor="title">Title</label>
				<input id="title" name="title" defaultValue={state?.title} required />
			</div>
			<div className="field">
				<label htmlFor="why">Why this one?</label>
				<textarea id="why" name="why" defaultValue={state?.why} required />
			</div>
			<button type="submit" disabled={pending}>
				Suggest
			</button>
		</form>
	);
}
