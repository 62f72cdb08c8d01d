"use client";

import { useActionState } from "react";
import { sendLink } from "./actions";

export function LinkForm() {
	const [answer, formAction, isPending] = useActionState(sendLink, null);

	return (
		<form action={formAction} className="card">
			<div className="field">
				<label htmlFor="email">E-mail</label>
				<input id="email" name="email" type="email" required />
			</div>
			<button type="submit" disabled={isPending}>
				Send me a link
			</button>
			<p role="status">{answer?.message}</p>
		</form>
	);
}
