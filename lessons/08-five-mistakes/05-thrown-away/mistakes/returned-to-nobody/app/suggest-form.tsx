"use client";

import { suggest } from "./actions";

export function SuggestForm() {
	return (
		<form action={suggest as unknown as (formData: FormData) => Promise<void>} className="card">
			<p role="alert" className="error" />
			<div className="field">
				<label htmlFor="title">Title</label>
				<input id="title" name="title" required />
			</div>
			<div className="field">
				<label htmlFor="why">Why this one?</label>
				<textarea id="why" name="why" required />
			</div>
			<button type="submit">Suggest</button>
		</form>
	);
}
