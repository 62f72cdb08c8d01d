"use client";

import { subscribe } from "./actions";

export function SubscribeForm() {
	return (
		<form action={subscribe} className="card">
			<p className="error" role="alert" />
			<div className="field">
				<label htmlFor="email">Email</label>
				<input id="email" name="email" type="email" required />
			</div>
			<button type="submit">Subscribe</button>
		</form>
	);
}
