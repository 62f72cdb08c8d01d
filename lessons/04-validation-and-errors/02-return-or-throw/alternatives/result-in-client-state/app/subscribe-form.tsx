"use client";

import { useState } from "react";
import { type SubscribeResult, subscribe } from "./actions";

export function SubscribeForm() {
	const [result, setResult] = useState<SubscribeResult | null>(null);

	return (
		<form action={async (formData) => setResult(await subscribe(formData))} className="card">
			<p className="error" role="alert">
				{result?.ok === false && result.error}
			</p>
			<div className="field">
				<label htmlFor="email">Email</label>
				<input id="email" name="email" type="email" required />
			</div>
			<button type="submit">Subscribe</button>
		</form>
	);
}
