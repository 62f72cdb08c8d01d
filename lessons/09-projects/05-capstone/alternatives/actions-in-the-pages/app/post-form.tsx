"use client";

import { useActionState } from "react";

export interface WriteState {
	title?: string;
	body?: string;
	error?: string;
}
type Write = (previous: WriteState, formData: FormData) => Promise<WriteState>;

export function PostForm({ writeAction }: { writeAction: Write }) {
	const [state, formAction] = useActionState(writeAction, {});

	return (
		<form action={formAction} className="card">
			{state.error && <p role="alert">{state.error}</p>}
			<div className="field">
				<label htmlFor="title">Title</label>
				<input id="title" name="title" defaultValue={state.title} />
			</div>
			<div className="field">
				<label htmlFor="body">Text</label>
				<textarea id="body" name="body" defaultValue={state.body} />
			</div>
			<button type="submit" name="as" value="post">
				Publish
			</button>
			<button type="submit" name="as" value="draft">
				Keep as draft
			</button>
		</form>
	);
}
