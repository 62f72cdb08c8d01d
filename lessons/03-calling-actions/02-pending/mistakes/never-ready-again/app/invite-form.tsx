"use client";

import { useState } from "react";
import { invite } from "./actions";

export function InviteForm() {
	const [sending, setSending] = useState(false);

	return (
		<form action={invite} className="card" onSubmit={() => setSending(true)}>
			<div className="field">
				<label htmlFor="name">Name</label>
				<input id="name" name="name" required />
			</div>
			<button type="submit" disabled={sending}>
				{sending ? "Inviting…" : "Invite"}
			</button>
		</form>
	);
}
