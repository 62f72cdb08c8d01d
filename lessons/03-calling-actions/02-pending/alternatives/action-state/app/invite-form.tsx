"use client";

import { useActionState } from "react";
import { invite } from "./actions";

export function InviteForm() {
	const [, formAction, isPending] = useActionState(async (_previous: null, formData: FormData) => {
		await invite(formData);
		return null;
	}, null);

	return (
		<form action={formAction} className="card" aria-busy={isPending}>
			<div className="field">
				<label htmlFor="name">Name</label>
				<input id="name" name="name" required />
			</div>
			<button type="submit" disabled={isPending}>
				{isPending ? "Inviting…" : "Invite"}
			</button>
		</form>
	);
}
