"use client";

import { saveStory } from "./actions";

export function Editor() {
	async function save(formData: FormData) {
		try {
			await saveStory(formData);
		} catch (error) {
			console.error(error);
		}
	}

	return (
		<form action={save} className="card">
			<div className="field">
				<label htmlFor="story">Your story</label>
				<textarea id="story" name="story" required />
			</div>
			<button type="submit">Save</button>
		</form>
	);
}
