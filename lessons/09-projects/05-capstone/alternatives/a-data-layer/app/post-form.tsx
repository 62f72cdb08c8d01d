"use client";

import { useActionState } from "react";
import { type WriteState, write } from "./actions";

const empty: WriteState = { values: { title: "", body: "" }, error: "" };

export function PostForm() {
	const [{ values, error }, formAction, pending] = useActionState(write, empty);

	return (
		<form action={formAction} className="card">
			<p role="alert" className="error">
				{error}
			</p>
			<div className="field">
				<label htmlFor="title">Title</label>
				<input id="title" name="title" defaultValue={values.title} />
			</div>
			<div className="field">
				<label htmlFor="body">Text</label>
				<textarea id="body" name="body" defaultValue={values.body} />
			</div>
			<div className="row">
				<button type="submit" disabled={pending}>
					Publish
				</button>
				<button type="submit" name="intent" value="draft" disabled={pending}>
					Keep as draft
				</button>
			</div>
		</form>
	);
}
