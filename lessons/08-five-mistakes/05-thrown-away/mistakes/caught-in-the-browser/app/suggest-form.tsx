"use client";

import { useState } from "react";
import { suggest } from "./actions";

export function SuggestForm() {
	const [error, setError] = useState("");

	async function send(formData: FormData) {
		try {
			await suggest(formData);
		} catch (problem) {
			setError(problem instanceof Error ? problem.message : "Something went wrong.");
		}
	}

	return (
		<form action={send} className="card">
			<p role="alert" className="error">
				{error}
			</p>
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
