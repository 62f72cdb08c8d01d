"use client";

import { useActionState } from "react";
import { send } from "./actions";

export function FeedbackBox() {
	const [answer, formAction, isPending] = useActionState(send, "");

	return (
		<form action={formAction} className="card">
			<div className="field">
				<label htmlFor="text">Your feedback</label>
				<textarea id="text" name="text" required />
			</div>
			<button type="submit" disabled={isPending}>
				Send
			</button>
			<p role="status">{answer}</p>
		</form>
	);
}
