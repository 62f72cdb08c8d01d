"use client";

import { useTransition } from "react";
import { invite } from "./actions";

export function InviteForm() {
	const [isPending, startTransition] = useTransition();

	return (
		<form
			className="card"
			onSubmit={(event) => {
				event.preventDefault();
				// A button that can still be reached and read aloud, and that does nothing.
				if (isPending) return;
				const form = event.currentTarget;
				const formData = new FormData(form);
				startTransition(async () => {
					await invite(formData);
					form.reset();
				});
			}}
		>
			<div className="field">
				<label htmlFor="name">Name</label>
				<input id="name" name="name" required />
			</div>
			<button type="submit" aria-disabled={isPending}>
				{isPending ? "Inviting…" : "Invite"}
			</button>
		</form>
	);
}
