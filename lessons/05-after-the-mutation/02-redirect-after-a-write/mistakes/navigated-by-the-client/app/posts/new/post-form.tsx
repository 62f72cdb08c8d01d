"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect } from "react";
import { createPost, type PostState } from "./actions";

/** `author`: what the field Author holds when the form opens. */
export function PostForm({ author }: { author: string }) {
	const [state, formAction, pending] = useActionState<PostState, FormData>(createPost, {
		values: { title: "", body: "", author },
		error: "",
	});

	const router = useRouter();
	useEffect(() => {
		if (state.goTo) router.push(state.goTo);
	}, [state.goTo, router]);

	return (
		<form action={formAction} className="card">
			<p className="error" role="alert">
				{state.error}
			</p>
			<div className="field">
				<label htmlFor="author">Author</label>
				<input id="author" name="author" required defaultValue={state.values.author} />
			</div>
			<div className="field">
				<label htmlFor="title">Title</label>
				<input id="title" name="title" required defaultValue={state.values.title} />
			</div>
			<div className="field">
				<label htmlFor="body">Text</label>
				<textarea id="body" name="body" required defaultValue={state.values.body} />
			</div>
			<button type="submit" disabled={pending}>
				Publish
			</button>
		</form>
	);
}
