"use client";

import { type FormEvent, useState, useTransition } from "react";
import { suggest } from "./actions";

export function SuggestForm() {
	const [title, setTitle] = useState("");
	const [why, setWhy] = useState("");
	const [problem, setProblem] = useState<string | null>(null);
	const [pending, startTransition] = useTransition();

	function send(event: FormEvent) {
		event.preventDefault();
		startTransition(async () => {
			const result = await suggest(title, why);
			if (result && !result.ok) setProblem(result.error);
		});
	}

	return (
		<form onSubmit={send} className="card">
			{problem && <p role="alert">{problem}</p>}
			<div className="field">
				<label htmlFor="title">Title</label>
				<input id="title" value={title} onChange={(event) => setTitle(event.target.value)} />
			</div>
			<div className="field">
				<label htmlFor="why">Why this one?</label>
				<textarea id="why" value={why} onChange={(event) => setWhy(event.target.value)} />
			</div>
			<button type="submit" disabled={pending}>
				Suggest
			</button>
		</form>
	);
}
