"use client";

import { type FormEvent, useState } from "react";
import { report } from "./actions";

export function ReportForm() {
	const [thanks, setThanks] = useState("");

	async function send(event: FormEvent<HTMLFormElement>) {
		event.preventDefault();
		const form = event.currentTarget;
		const formData = new FormData(form);
		setThanks(await report(String(formData.get("name")), String(formData.get("thing"))));
		form.reset();
	}

	return (
		<form className="card" onSubmit={send}>
			<div className="field">
				<label htmlFor="name">Your name</label>
				<input type="text" id="name" name="name" required />
			</div>
			<div className="field">
				<label htmlFor="thing">What did you lose?</label>
				<input type="text" id="thing" name="thing" required />
			</div>
			<button type="submit">Report</button>
			<p role="status">{thanks}</p>
		</form>
	);
}
