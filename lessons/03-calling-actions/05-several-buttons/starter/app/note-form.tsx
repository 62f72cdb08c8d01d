"use client";

import { publish } from "./actions";

export function NoteForm({ draft }: { draft: string }) {
	return (
		<form action={publish} className="card">
			<div className="field">
				<label htmlFor="text">Note</label>
				<textarea id="text" name="text" required />
			</div>
			<div className="row">
				<button type="submit">Publish</button>
				<button type="submit">Save draft</button>
			</div>
		</form>
	);
}
