"use client";

import { useActionState } from "react";
import { saveStory } from "./actions";

const EMPTY = { problem: "", story: "" };

export function Editor() {
	const [state, formAction, isPending] = useActionState(async (_previous: typeof EMPTY, formData: FormData) => {
		try {
			await saveStory(formData);
			return EMPTY;
		} catch {
			return {
				problem: "This page is out of date. Copy your text and reload.",
				story: String(formData.get("story")),
			};
		}
	}, EMPTY);

	return (
		<form action={formAction} className="card">
			<div className="field">
				<label htmlFor="story">Your story</label>
				<textarea id="story" name="story" defaultValue={state.story} required />
			</div>
			<button type="submit" disabled={isPending}>
				Save
			</button>
			{state.problem && <p role="alert">{state.problem}</p>}
		</form>
	);
}
