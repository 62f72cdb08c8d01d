"use client";

import { unstable_isUnrecognizedActionError } from "next/navigation";
import { useActionState } from "react";
import { saveStory } from "./actions";

export function Editor() {
	const [problem, formAction, isPending] = useActionState(async (_previous: string, formData: FormData) => {
		try {
			await saveStory(formData);
			return "";
		} catch (error) {
			if (!unstable_isUnrecognizedActionError(error)) throw error;
			return "This page is out of date. Copy your text and reload.";
		}
	}, "");

	return (
		<form action={formAction} className="card">
			<div className="field">
				<label htmlFor="story">Your story</label>
				<textarea id="story" name="story" required />
			</div>
			<button type="submit" disabled={isPending}>
				Save
			</button>
			{problem && <p role="alert">{problem}</p>}
		</form>
	);
}
