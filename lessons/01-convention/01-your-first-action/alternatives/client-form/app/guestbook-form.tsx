"use client";

import { useActionState } from "react";
import { sign } from "./actions";

export function GuestbookForm() {
	const [, formAction, pending] = useActionState(sign, 0);

	return (
		<form action={formAction} className="card">
			<div className="field">
				<label htmlFor="name">Name</label>
				<input id="name" name="name" autoComplete="name" required />
			</div>
			<div className="field">
				<label htmlFor="message">Message</label>
				<textarea id="message" name="message" required />
			</div>
			<button type="submit" disabled={pending}>
				Sign
			</button>
		</form>
	);
}
