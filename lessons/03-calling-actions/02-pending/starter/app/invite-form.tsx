"use client";

import { invite } from "./actions";

export function InviteForm() {
	return (
		<form action={invite} className="card">
			<div className="field">
				<label htmlFor="name">Name</label>
				<input id="name" name="name" required />
			</div>
			<button type="submit">Invite</button>
		</form>
	);
}
