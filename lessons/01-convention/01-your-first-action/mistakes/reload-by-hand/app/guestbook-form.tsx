"use client";

import { useActionState, useEffect } from "react";
import { sign } from "./actions";

export function GuestbookForm() {
	const [signed, formAction] = useActionState(sign, 0);

	useEffect(() => {
		if (signed > 0) window.location.reload();
	}, [signed]);

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
			<button type="submit">Sign</button>
		</form>
	);
}
