"use client";

import { sign } from "./actions";

export function GuestbookForm() {
	return (
		<form
			className="card"
			onSubmit={async (event) => {
				event.preventDefault();
				const form = event.currentTarget;
				const formData = new FormData(form);
				await sign(String(formData.get("name")), String(formData.get("message")));
				form.reset();
			}}
		>
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
