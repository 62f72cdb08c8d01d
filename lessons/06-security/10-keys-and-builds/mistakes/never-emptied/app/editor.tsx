"use client";

import { unstable_isUnrecognizedActionError } from "next/navigation";
import { useActionState } from "react";
import { saveStory } from "./actions";

export function Editor() {
	const [state, formAction, isPending] = useActionState(
		async (_previous: { problem: string; story: string }, formData: FormData) => {
			const story = String(formData.get("story"));
			try {
				await saveStory(formData);
				return { problem: "", story };
			} catch (error) {
				if (!unstable_isUnrecognizedActionError(error)) throw error;
				return { problem: "This page is out of date. Copy your text and reload.", story };
			}
		},
		{ problem: "", story: "" },
	);

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
