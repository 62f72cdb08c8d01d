"use client";

import { useActionState } from "react";
import { sendLink } from "./actions";

export function LinkForm({ requestKey }: { requestKey: string }) {
	const [answer, formAction] = useActionState(sendLink, null);

	return (
		<form action={formAction} className="card">
			<input type="hidden" name="key" value={requestKey} />
			<div className="field">
				<label htmlFor="email">E-mail</label>
				<input id="email" name="email" type="email" required />
			</div>
			<button type="submit">Send me a link</button>
			<p role="status">{answer?.message}</p>
		</form>
	);
}
