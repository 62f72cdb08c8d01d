"use client";

import { useFormStatus } from "react-dom";
import { invite } from "./actions";

export function InviteForm() {
	const { pending } = useFormStatus();

	return (
		<form action={invite} className="card">
			<div className="field">
				<label htmlFor="name">Name</label>
				<input id="name" name="name" required />
			</div>
			<button type="submit" disabled={pending}>
				{pending ? "Inviting…" : "Invite"}
			</button>
		</form>
	);
}
