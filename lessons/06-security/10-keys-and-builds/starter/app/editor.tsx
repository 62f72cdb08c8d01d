"use client";

import { saveStory } from "./actions";

export function Editor() {
	return (
		<form action={saveStory} className="card">
			<div className="field">
				<label htmlFor="story">Your story</label>
				<textarea id="story" name="story" required />
			</div>
			<button type="submit">Save</button>
		</form>
	);
}
