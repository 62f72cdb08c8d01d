"use client";

import { useState } from "react";
import { subscribe } from "./actions";

export function SubscribeForm() {
	const [error, setError] = useState("");

	async function send(formData: FormData) {
		try {
			await subscribe(formData);
			setError("");
		} catch (thrown) {
			setError(thrown instanceof Error ? thrown.message : "Something went wrong.");
		}
	}

	return (
		<form action={send} className="card">
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
