"use client";

import { unstable_isUnrecognizedActionError } from "next/navigation";
import { useActionState } from "react";
import { saveStory } from "./actions";

interface State {
	problem: string;
	story: string;
}

const EMPTY: State = { problem: "", story: "" };

export function Editor() {
	const [state, formAction, isPending] = useActionState(async (_previous: State, formData: FormData) => {
		try {
			await saveStory(formData);
			return EMPTY;
		} catch (error) {
			if (!unstable_isUnrecognizedActionError(error)) throw error;
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
