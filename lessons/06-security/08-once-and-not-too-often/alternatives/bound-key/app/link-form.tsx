"use client";

import { useActionState } from "react";
import type { Answer } from "./actions";

type Action = (previous: Answer | null, formData: FormData) => Promise<Answer>;

export function LinkForm({ action }: { action: Action }) {
	const [answer, formAction, isPending] = useActionState(action, null);

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
